package dev.stillwater.model;

import java.util.Locale;

/// A value of a closed set, spelled in files and outputs as lower-case words joined by hyphens.
public interface Word {
  /// The name of the constant.
  String name();

  /// The spelling in files: `RESULT_NOW` is `result-now`.
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
