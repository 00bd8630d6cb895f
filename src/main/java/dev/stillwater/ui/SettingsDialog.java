package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.KeyBindings;
import dev.stillwater.editor.Spelling;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Everything that can be set up, taken over as it is changed and kept in a file that can be read
/// and edited.
final class SettingsDialog {
  private final Modal modal;
  private final List<Action> ours;
  private final Supplier<Preferences> now;
  private final Changes changes;
  private final Parent view;

  /// Where changes go.
  @FunctionalInterface
  interface Changes {
    void change(UnaryOperator<Preferences> change);
  }

  @FXML private CheckBox dark;
  @FXML private CheckBox grid;
  @FXML private CheckBox motion;
  @FXML private ComboBox<Integer> scale;
  @FXML private TextField presets;
  @FXML private Label presetsProblem;
  @FXML private VBox thresholds;
  @FXML private VBox shortcuts;
  @FXML private Label where;
  @FXML private Button close;

  /// @param ours all actions with the shortcuts that we gave them
  /// @param file where the settings are kept; empty when nobody knows
  SettingsDialog(
      Modal modal,
      List<Action> ours,
      Supplier<Preferences> now,
      Changes changes,
      Optional<Path> file) {
    this.modal = modal;
    this.ours = List.copyOf(ours);
    this.now = now;
    this.changes = changes;
    this.view = Views.load("settings", this);
    where.setText(file.map(path -> "Kept in " + path).orElse(""));
  }

  void show() {
    Preferences preferences = now.get();
    dark.setSelected(preferences.isDark());
    grid.setSelected(preferences.options().grid());
    motion.setSelected(preferences.reducedMotion());
    scale.setValue(preferences.options().scale());
    presets.setText(preferences.options().presets().map(Path::toString).orElse(""));
    complain(presetsProblem, "");
    thresholds.getChildren().clear();
    for (Attribute<?> attribute : Settings.TABLE.all()) {
      thresholds.getChildren().add(threshold(attribute, preferences.options()));
    }
    fillShortcuts();
    modal.show(view, Pos.CENTER, close, () -> {});
  }

  @FXML
  private void initialize() {
    scale.getItems().setAll(Options.SCALES);
    scale.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer percent) {
            return percent == null ? "" : percent + " %";
          }

          @Override
          public Integer fromString(String text) {
            return 100;
          }
        });
    dark.setOnAction(
        event -> changes.change(p -> p.withTheme(dark.isSelected() ? "dark" : "light")));
    grid.setOnAction(event -> changes.change(p -> p.with(p.options().withGrid(grid.isSelected()))));
    motion.setOnAction(event -> changes.change(p -> p.withReducedMotion(motion.isSelected())));
    scale.setOnAction(event -> {
      if (scale.getValue() != null) {
        changes.change(p -> p.with(p.options().withScale(scale.getValue())));
      }
    });
    presets.setOnAction(event -> takePresets());
    onLeaving(presets, this::takePresets);
    close.setOnAction(event -> modal.close());
  }

  private static void onLeaving(TextField field, Runnable take) {
    field
        .focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            take.run();
          }
        });
  }

  private void takePresets() {
    String typed = presets.getText().strip();
    try {
      Optional<Path> folder = typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
      if (folder.isPresent() && !Files.isDirectory(folder.get())) {
        complain(presetsProblem, "There is no folder " + typed + ".");
        return;
      }
      complain(presetsProblem, "");
      if (!folder.equals(now.get().options().presets())) {
        changes.change(p -> p.with(p.options().withPresets(folder)));
      }
    } catch (InvalidPathException e) {
      complain(presetsProblem, typed + " is not the name of a folder.");
    }
  }

  private static void complain(Label problem, String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
    problem.setManaged(!text.isEmpty());
  }

  private <T> Node threshold(Attribute<T> attribute, Options options) {
    TextField field = new TextField(options.thresholds().getOrDefault(attribute.key(), ""));
    field.setPromptText(
        attribute.defaultValue().map(value -> Spelling.of(attribute, value)).orElse(""));
    field.setId("settings-" + attribute.key());
    field.setAccessibleText(attribute.label());
    field.setPrefWidth(120);
    Label problem = new Label();
    problem.getStyleClass().add("sw-field-error");
    complain(problem, "");
    Runnable take =
        () -> {
          String typed = field.getText().strip();
          if (!typed.isEmpty() && attribute.type().parse(typed) instanceof Parsed.Bad<T> bad) {
            complain(problem, AttributeField.sentence(bad));
          } else {
            complain(problem, "");
            if (!typed.equals(now.get().options().thresholds().getOrDefault(attribute.key(), ""))) {
              changes.change(p -> p.with(p.options().withThreshold(attribute.key(), typed)));
            }
          }
        };
    field.setOnAction(event -> take.run());
    onLeaving(field, take);
    return row(attribute.label(), attribute.help(), field, problem);
  }

  private static VBox row(String title, String help, Node control, Label problem) {
    Label label = new Label(title);
    label.setTooltip(AttributeField.tip(help));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(8, label, spring, control);
    line.setAlignment(Pos.CENTER_LEFT);
    problem.setWrapText(true);
    return new VBox(line, problem);
  }

  private void fillShortcuts() {
    KeyBindings keys = now.get().options().keys();
    shortcuts.getChildren().clear();
    for (Action action : ours) {
      shortcuts.getChildren().add(shortcut(action, keys));
    }
  }

  private Node shortcut(Action action, KeyBindings keys) {
    String held =
        keys.own().containsKey(action.id())
            ? keys.own().getOrDefault(action.id(), "")
            : action.shortcut().orElse("");
    TextField field = new TextField(held.isEmpty() ? "" : Shortcuts.show(held));
    field.setEditable(false);
    field.setPrefWidth(160);
    field.setId("settings-" + action.id().replace('.', '-'));
    field.setPromptText("none");
    field.setAccessibleText("Shortcut of " + action.title());
    Label problem = new Label();
    problem.getStyleClass().add("sw-field-error");
    complain(problem, "");
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB || event.getCode() == KeyCode.ESCAPE) {
            return;
          }
          event.consume();
          if (!event.getCode().isModifierKey()) {
            boolean clears =
                event.getCode() == KeyCode.BACK_SPACE
                    && !event.isShortcutDown()
                    && !event.isShiftDown()
                    && !event.isAltDown();
            take(action, clears ? "" : Shortcuts.pressed(event), field, problem);
          }
        });
    Button reset = new Button("Reset");
    reset.getStyleClass().add("sw-doc-small");
    reset.setAccessibleText("Give " + action.title() + " its first shortcut again");
    reset.setVisible(keys.own().containsKey(action.id()));
    reset.setOnAction(event -> {
      changes.change(p -> p.with(p.options().withKeys(p.options().keys().without(action.id()))));
      fillShortcuts();
    });
    return row(
        action.group() + ": " + action.title().replace("…", ""),
        action.id(),
        new HBox(8, reset, field),
        problem);
  }

  private void take(Action action, String pressed, TextField field, Label problem) {
    KeyBindings keys = now.get().options().keys();
    Optional<Action> taken = KeyBindings.taken(keys.applied(ours), action.id(), pressed);
    if (taken.isPresent()) {
      complain(
          problem,
          Shortcuts.show(pressed)
              + " belongs to "
              + taken.get().title().replace("…", "")
              + ". Take it away there first.");
      return;
    }
    complain(problem, "");
    field.setText(Shortcuts.show(pressed));
    changes.change(p -> p.with(p.options().withKeys(p.options().keys().with(action, pressed))));
  }
}
