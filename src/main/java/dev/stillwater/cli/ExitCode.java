package dev.stillwater.cli;

/// What a run ends with. Scripts rely on it, so it is never a count.
public enum ExitCode {
  CLEAN(0, "nothing to complain about, or nothing was asked to be"),
  FINDINGS(1, "findings at or above --fail-on"),
  USAGE(2, "wrong arguments, or a file that cannot be read"),
  CANNOT_RUN(3, "something is missing on this machine, such as a display"),
  INTERNAL(4, "an error in Stillwater itself");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  public String meaning() {
    return meaning;
  }
}
