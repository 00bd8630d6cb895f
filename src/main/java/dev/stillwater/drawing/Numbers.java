package dev.stillwater.drawing;

/// Numbers as short as two decimals allow: `12`, `-0.5`, `3.14`.
final class Numbers {
  private Numbers() {}

  static void append(StringBuilder out, double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths < 0) {
      out.append('-');
      hundredths = -hundredths;
    }
    out.append(hundredths / 100);
    int rest = (int) (hundredths % 100);
    if (rest != 0) {
      out.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        out.append(rest % 10);
      }
    }
  }

  static String of(double value) {
    StringBuilder out = new StringBuilder(8);
    append(out, value);
    return out.toString();
  }
}
