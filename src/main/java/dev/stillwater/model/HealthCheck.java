package dev.stillwater.model;

/// How a balancer learns that a replica is ill.
public enum HealthCheck implements Word {
  /// It does not.
  NONE,
  /// The replica answers for itself.
  SHALLOW,
  /// The replica also asks its own dependencies.
  DEEP;
}
