package dev.stillwater.ui;

import dev.stillwater.drawing.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;

/// The looks of a window: its theme, its style sheets, and the colours of what is drawn.
final class WindowLooks {
  static final List<String> SHEETS = List.of(sheet("shell.css"), sheet("documents.css"));

  /// The colours of the drawing as a style sheet, so that no colour is written down twice.
  private static final String DATA = "data:text/css;base64,";

  private final PreferencesInForce preferences;
  private final CanvasPainter painter;
  private final Lenses lenses;
  private final Library library;
  private Optional<Scene> scene = Optional.empty();

  WindowLooks(
      PreferencesInForce preferences, CanvasPainter painter, Lenses lenses, Library library) {
    this.preferences = preferences;
    this.painter = painter;
    this.lenses = lenses;
    this.library = library;
    preferences.onChange(this::changed);
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(WindowLooks.class.getResource(name)).toExternalForm();
  }

  /// Dresses a scene now and whenever something else is chosen.
  void dress(Scene dressed) {
    scene = Optional.of(dressed);
    (preferences.get().isDark() ? Looks.DARK : Looks.LIGHT).dress(dressed);
    for (String sheet : SHEETS) {
      if (!dressed.getStylesheets().contains(sheet)) {
        dressed.getStylesheets().add(sheet);
      }
    }
    Theme theme = preferences.theme();
    dressed.getStylesheets().add(DATA + encoded(theme.css()));
    painter.setTheme(theme);
    painter.showGrid(preferences.options().grid());
    lenses.setTheme(theme);
  }

  private static String encoded(String css) {
    return Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  private void changed(Preferences before, Preferences after) {
    if (before.isDark() != after.isDark()) {
      scene.ifPresent(this::dress);
      library.repaint();
    }
    painter.showGrid(after.options().grid());
  }
}
