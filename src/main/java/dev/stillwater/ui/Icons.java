package dev.stillwater.ui;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of buttons. Those of the drawing are its own.
final class Icons {
  private Icons() {}

  static FontIcon of(String name) {
    FontIcon icon = new FontIcon(name);
    icon.getStyleClass().add("sw-icon");
    return icon;
  }

  /// Gives a control an icon and says what it does to everybody, those who listen included.
  static void set(Labeled control, String name, String help) {
    if (!(control.getGraphic() instanceof FontIcon icon) || !name.equals(icon.getIconLiteral())) {
      control.setGraphic(of(name));
    }
    control.setAccessibleText(help);
    Tooltip tip = control.getTooltip();
    if (tip == null || !tip.getText().equals(help)) {
      control.setTooltip(new Tooltip(help));
    }
  }
}
