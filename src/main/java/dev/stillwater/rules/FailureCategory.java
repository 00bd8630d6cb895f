package dev.stillwater.rules;

import dev.stillwater.model.Word;

/// The way of failing that a rule guards against, in the words of the resilience analysis
/// framework.
public enum FailureCategory implements Word {
  SINGLE_POINT_OF_FAILURE("single point of failure"),
  SHARED_FATE("shared fate"),
  EXCESSIVE_LOAD("excessive load"),
  EXCESSIVE_LATENCY("excessive latency"),
  MISCONFIGURATION_AND_BUGS("misconfiguration and bugs");

  private final String title;

  FailureCategory(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
