package dev.stillwater.cli;

import dev.stillwater.rules.Severity;

/// The colours of a terminal, or none. Colour is never the only sign.
final class Paint {
  private static final String RESET = "\u001b[0m";
  private final boolean on;

  private Paint(boolean on) {
    this.on = on;
  }

  static Paint of(Session session, ColorChoice choice) {
    return new Paint(
        switch (choice) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              session.isTerminal()
                  && session.variable("NO_COLOR").isEmpty()
                  && session.variable("TERM").filter("dumb"::equals).isEmpty();
        });
  }

  boolean isOn() {
    return on;
  }

  private String in(String codes, String text) {
    return on && !text.isEmpty() ? "\u001b[" + codes + "m" + text + RESET : text;
  }

  String strong(String text) {
    return in("1", text);
  }

  String muted(String text) {
    return in("2", text);
  }

  String good(String text) {
    return in("32", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String warning(String text) {
    return in("33", text);
  }

  String calm(String text) {
    return in("34", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case CRITICAL -> in("1;31", text);
      case HIGH -> in("31", text);
      case MEDIUM -> in("33", text);
      case LOW -> in("36", text);
      case INFO -> in("2", text);
    };
  }
}
