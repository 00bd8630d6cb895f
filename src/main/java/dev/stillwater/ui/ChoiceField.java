package dev.stillwater.ui;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Origin;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.model.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// An attribute with few values: side by side where they fit, else behind a button. A declared
/// value is filled, one that holds without having been declared is only marked; choosing the
/// declared one again makes it unknown.
final class ChoiceField<T> extends AttributeField<T> {
  /// One value.
  ///
  /// @param label short, for people
  /// @param help what it means; may be empty
  record Option<T>(T value, String label, String help) {}

  /// Pixels that a narrow inspector leaves for the values, and those around one of them.
  private static final double ROOM = 116;

  private static final double WIDE_ROOM = 224;
  private static final double PADDING = 11;

  private final List<Option<T>> options;
  private final Function<Shown<T>, String> note;
  private final List<ToggleButton> segments = new ArrayList<>();
  private final @Nullable MenuButton menu;

  /// @param wide whether the values have a line of their own
  /// @param note a line below the values; empty for none
  ChoiceField(
      Attribute<T> attribute,
      Commits commits,
      List<Option<T>> options,
      boolean wide,
      Function<Shown<T>, String> note) {
    super(attribute, commits);
    this.options = List.copyOf(options);
    this.note = note;
    if (fits(options, wide)) {
      menu = null;
      HBox bar = new HBox();
      bar.getStyleClass().add("sw-segments");
      for (Option<T> option : options) {
        bar.getChildren().add(segment(option));
      }
      arrange(bar, wide);
    } else {
      menu = new MenuButton();
      menu.getStyleClass().addAll("sw-field", "sw-choice");
      menu.setMaxWidth(Double.MAX_VALUE);
      menu.setMnemonicParsing(false);
      menu.setId("input-" + attribute.key());
      menu.setAccessibleText(attribute.label());
      arrange(menu, false);
    }
  }

  private static <T> boolean fits(List<Option<T>> options, boolean wide) {
    if (options.size() > 3) {
      return false;
    }
    double width = 0;
    for (Option<T> option : options) {
      Text text = new Text(capital(option.label()));
      text.setFont(Font.font(Fonts.MEDIUM, 11));
      width += text.getLayoutBounds().getWidth() + PADDING;
    }
    return width <= (wide ? WIDE_ROOM : ROOM);
  }

  private ToggleButton segment(Option<T> option) {
    ToggleButton button = new ToggleButton(capital(option.label()));
    button.getStyleClass().add("sw-segment");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMnemonicParsing(false);
    button.setAccessibleText(attribute().label() + " " + option.label());
    HBox.setHgrow(button, Priority.ALWAYS);
    if (!option.help().isEmpty()) {
      button.setTooltip(tip(option.help()));
    }
    button.setOnAction(event -> {
      boolean again = isDeclared(option);
      set(again ? null : option.value());
      mark(field());
    });
    segments.add(button);
    return button;
  }

  private static String capital(String label) {
    return label.isEmpty() ? label : Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }

  private boolean isDeclared(Option<T> option) {
    return field().shown() instanceof Shown.Known<T> known
        && known.origin() == Origin.DECLARED
        && known.value().equals(option.value());
  }

  @Override
  void display(@Nullable Field<T> before, Field<T> now) {
    mark(now);
    note(note.apply(now.shown()));
    if (menu != null) {
      fill(menu, now);
    }
  }

  private void mark(Field<T> now) {
    Optional<T> value = value(now);
    boolean assumed =
        now.shown() instanceof Shown.Known<T> known && known.origin() != Origin.DECLARED;
    for (int i = 0; i < segments.size(); i++) {
      ToggleButton segment = segments.get(i);
      segment.setSelected(value.filter(options.get(i).value()::equals).isPresent());
      segment.pseudoClassStateChanged(ASSUMED, assumed);
      segment.getParent().pseudoClassStateChanged(UNDECLARED, value.isEmpty());
    }
  }

  private void fill(MenuButton button, Field<T> now) {
    Optional<T> value = value(now);
    boolean assumed =
        now.shown() instanceof Shown.Known<T> known && known.origin() != Origin.DECLARED;
    button.setText(
        switch (now.shown()) {
          case Shown.Known<T> known -> label(known.value());
          case Shown.Undeclared<T> u -> "not declared";
          case Shown.Mixed<T> m -> "mixed";
        });
    button.pseudoClassStateChanged(UNDECLARED, now.shown() instanceof Shown.Undeclared<T>);
    button.pseudoClassStateChanged(MIXED, now.shown() instanceof Shown.Mixed<T>);
    button.pseudoClassStateChanged(ASSUMED, assumed);
    List<MenuItem> items = new ArrayList<>();
    for (Option<T> option : options) {
      String help = option.help().isEmpty() ? "" : "   " + option.help();
      RadioMenuItem item = new RadioMenuItem(option.label() + help);
      item.setMnemonicParsing(false);
      item.setSelected(value.filter(option.value()::equals).isPresent());
      item.setOnAction(event -> set(option.value()));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    MenuItem unknown = new MenuItem("Not declared");
    unknown.setDisable(!(now.shown() instanceof Shown.Mixed<T>) && (assumed || value.isEmpty()));
    unknown.setOnAction(event -> set(null));
    items.add(unknown);
    button.getItems().setAll(items);
  }

  private String label(T value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(Option::label)
        .orElseGet(() -> dev.stillwater.editor.Spelling.of(attribute(), value));
  }

  private static <T> Optional<T> value(Field<T> field) {
    return field.shown() instanceof Shown.Known<T> known
        ? Optional.of(known.value())
        : Optional.empty();
  }

  @Override
  void focus() {
    if (menu != null) {
      menu.requestFocus();
    } else {
      segments.getFirst().requestFocus();
    }
  }
}
