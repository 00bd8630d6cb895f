package dev.stillwater.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Light or dark: the base theme of the toolkit and our tokens on top of it.
public enum Looks {
  LIGHT("sw-light", new PrimerLight().getUserAgentStylesheet()),
  DARK("sw-dark", new PrimerDark().getUserAgentStylesheet());

  /// Tokens and text, then the parts of the window; where two speak of the same, the later holds.
  static final List<String> SHEETS =
      List.of(
          "stillwater.css",
          "controls.css",
          "inspector.css",
          "findings.css",
          "dialogs.css",
          "gallery.css",
          "frame.css",
          "failures.css",
          "report.css",
          "review.css",
          "canvas.css");

  private final String styleClass;
  private final String base;
  private final String tokens;

  Looks(String styleClass, String base) {
    this.styleClass = styleClass;
    this.base = base;
    this.tokens = tokens(styleClass);
  }

  /// Dresses a scene and everything that pops up from it; may be called again to change.
  public void dress(Scene scene) {
    scene.setUserAgentStylesheet(base);
    List<String> sheets = new ArrayList<>();
    sheets.add(tokens);
    SHEETS.forEach(name -> sheets.add(sheet(name)));
    scene.getStylesheets().setAll(sheets);
    Parent root = scene.getRoot();
    for (Looks look : values()) {
      root.getStyleClass().remove(look.styleClass);
    }
    root.getStyleClass().add(styleClass);
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Looks.class.getResource(name), name).toExternalForm();
  }

  /// The tokens of one look for every root, as a sheet of its own: a menu is styled once before it
  /// belongs to the window that it pops up from, and would not find them there.
  private static String tokens(String styleClass) {
    try (InputStream in = Looks.class.getResourceAsStream("stillwater.css")) {
      String css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      int start = css.indexOf("." + styleClass + " {");
      String block = css.substring(css.indexOf('{', start), css.indexOf('}', start) + 1);
      byte[] sheet = (".root " + block).getBytes(StandardCharsets.UTF_8);
      return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
