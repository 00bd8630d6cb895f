package dev.stillwater.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the workbench remembers between two starts, outside any design. Immutable.
///
/// @param theme `light` or `dark`
/// @param recent the files opened last, the latest first
/// @param reducedMotion whether nothing is to move by itself
/// @param options what else was set up
public record Preferences(
    String theme,
    List<Path> recent,
    boolean reducedMotion,
    double width,
    double height,
    boolean maximized,
    Options options) {
  private static final int MOST_RECENT = 12;

  public static final Preferences INITIAL =
      new Preferences("light", List.of(), false, 1400, 900, false, Options.INITIAL);

  public Preferences {
    recent = List.copyOf(recent);
  }

  public boolean isDark() {
    return theme.equals("dark");
  }

  public Preferences withTheme(String other) {
    return new Preferences(other, recent, reducedMotion, width, height, maximized, options);
  }

  /// With a file as the one opened last.
  public Preferences withRecent(Path file) {
    List<Path> files = new ArrayList<>();
    files.add(file);
    recent.stream().filter(other -> !other.equals(file)).forEach(files::add);
    return new Preferences(
        theme,
        files.subList(0, Math.min(files.size(), MOST_RECENT)),
        reducedMotion,
        width,
        height,
        maximized,
        options);
  }

  public Preferences withoutRecent(Path file) {
    return new Preferences(
        theme,
        recent.stream().filter(other -> !other.equals(file)).toList(),
        reducedMotion,
        width,
        height,
        maximized,
        options);
  }

  public Preferences withReducedMotion(boolean reduced) {
    return new Preferences(theme, recent, reduced, width, height, maximized, options);
  }

  public Preferences withWindow(double newWidth, double newHeight, boolean max) {
    return new Preferences(theme, recent, reducedMotion, newWidth, newHeight, max, options);
  }

  public Preferences with(Options other) {
    return new Preferences(theme, recent, reducedMotion, width, height, maximized, other);
  }
}
