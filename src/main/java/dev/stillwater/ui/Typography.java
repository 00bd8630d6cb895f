package dev.stillwater.ui;

import java.util.regex.Pattern;

/// Sentences of the engines as they look on screen: the engines spell a multiplication `x`, so that
/// their output stays plain ASCII.
final class Typography {
  private static final Pattern TIMES = Pattern.compile("(?<=[\\d)/s]) x (?=[\\d(])");
  private static final Pattern FACTOR = Pattern.compile("(?<=\\d)x\\b");

  private Typography() {}

  static String typeset(String sentence) {
    String times = TIMES.matcher(sentence).replaceAll(" × ");
    return FACTOR.matcher(times).replaceAll("×").replace(" -> ", " → ");
  }
}
