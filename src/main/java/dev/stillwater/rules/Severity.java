package dev.stillwater.rules;

import dev.stillwater.model.Word;

/// How much a finding matters, least first.
public enum Severity implements Word {
  INFO("·"),
  LOW("○"),
  MEDIUM("●"),
  HIGH("▲"),
  CRITICAL("◆");

  private final String mark;

  Severity(String mark) {
    this.mark = mark;
  }

  /// The shape that stands for it beside its colour.
  public String mark() {
    return mark;
  }

  /// The severity so many steps above, or below where negative; clamped.
  public Severity plus(int steps) {
    return values()[Math.clamp(ordinal() + steps, 0, values().length - 1)];
  }
}
