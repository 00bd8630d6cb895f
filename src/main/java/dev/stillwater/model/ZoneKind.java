package dev.stillwater.model;

/// What kind of boundary a zone is.
public enum ZoneKind implements Word {
  /// A region.
  REGION,
  /// An availability zone.
  AZ,
  /// A data centre.
  DC,
  /// A network.
  NETWORK,
  /// An account.
  ACCOUNT,
  /// A cell.
  CELL;
}
