package dev.stillwater.model;

/// How tightly caller and callee share fate; drawn as the style of a link.
public enum Coupling implements Word {
  /// A direct call, both share fate.
  TIGHT,
  /// An intermediary stands between, the caller still waits.
  LOOSE_SYNC,
  /// A broker stands between, the caller goes on after the acknowledgement.
  LOOSE_ASYNC;
}
