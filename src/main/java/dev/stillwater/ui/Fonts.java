package dev.stillwater.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The bundled Inter. It has to be loaded before the first text is measured: on a machine without
/// any font the toolkit fails at the first text otherwise.
public final class Fonts {
  /// The family of normal and bold text.
  public static final String FAMILY = "Inter";

  /// The family of names and headings; the toolkit knows only normal and bold within a family.
  public static final String SEMIBOLD = "Inter SemiBold";

  public static final String MEDIUM = "Inter Medium";

  private static final String[] FACES = {"Regular", "Medium", "SemiBold", "Bold"};

  private Fonts() {}

  /// Loads all four faces; a second call does no harm.
  public static void load() {
    for (String face : FACES) {
      String name = "/dev/stillwater/fonts/Inter-" + face + ".ttf";
      try (InputStream in = Fonts.class.getResourceAsStream(name)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("cannot load the font " + name);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
