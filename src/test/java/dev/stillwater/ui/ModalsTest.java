package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.CutText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ModalsTest {
  private final List<String> done = new ArrayList<>();
  private final List<String> revealed = new ArrayList<>();
  private Button below;
  private Workspace workspace;
  private StackPane host;
  private Modal modal;

  @Start
  void start(Stage stage) {
    Fonts.load();
    below = new Button("Below");
    workspace = Checkout.workspace();
    host = PaneStage.show(stage, new StackPane(below), 960, 640);
    modal = new Modal(host);
    below.requestFocus();
  }

  private List<Action> actions() {
    return List.of(
        Action.of("file.save", "Save", "File", () -> done.add("save")).key("Shortcut+S"),
        Action.of("edit.undo", "Undo", "Edit", () -> done.add("undo"))
            .key("Shortcut+Z")
            .when(() -> false),
        Action.of("view.arrange", "Arrange in order", "View", () -> done.add("arrange")));
  }

  private CommandPalette palette() {
    return new CommandPalette(modal, this::actions, workspace, revealed::add);
  }

  @Test
  void thePaletteRunsWhatIsTypedAndGoesToParts(FxRobot robot) {
    CommandPalette palette = palette();
    robot.interact(palette::show);
    robot.write("arr").push(KeyCode.ENTER);
    assertThat(done).containsExactly("arrange");
    assertThat(modal.isShowing()).isFalse();
    assertThat(below.isFocused()).as("the keyboard is back").isTrue();
    robot.interact(palette::show);
    robot.write("go email").push(KeyCode.ENTER);
    assertThat(workspace.state().selection()).isEqualTo(Selection.component("email"));
    assertThat(revealed).containsExactly("email");
    robot.interact(palette::show);
    robot.write("undo").push(KeyCode.ENTER);
    assertThat(done).as("what cannot be done now is not done").containsExactly("arrange");
    robot.push(KeyCode.ESCAPE);
    assertThat(modal.isShowing()).isFalse();
  }

  @Test
  void thePaletteIsWalkedWithTheArrowKeysAndFindsWhatIsOrderedFirst(FxRobot robot) {
    robot.interact(palette()::show);
    ListView<?> list = robot.lookup("#palette-list").queryListView();
    assertThat(list.getItems()).hasSize(3);
    robot.push(KeyCode.UP);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertThat(done).containsExactly("save");
    robot.interact(palette()::show);
    robot.write("qqqq");
    assertThat(robot.lookup("Nothing is called so.").query().isVisible()).isTrue();
  }

  @Test
  void whoeverLeavesWithChangesIsAskedOnce(FxRobot robot) {
    List<Dialogs.Unsaved> answers = new ArrayList<>();
    UnsavedChangesDialog dialog = new UnsavedChangesDialog(modal);
    robot.interact(() -> dialog.show("shop", answers::add));
    assertThat(robot.lookup("Save the changes to shop?").tryQuery()).isPresent();
    robot.push(KeyCode.ENTER);
    robot.interact(() -> dialog.show("shop", answers::add));
    robot.clickOn("Don't save");
    robot.interact(() -> dialog.show("shop", answers::add));
    robot.push(KeyCode.ESCAPE);
    assertThat(answers)
        .containsExactly(Dialogs.Unsaved.SAVE, Dialogs.Unsaved.DISCARD, Dialogs.Unsaved.CANCEL);
  }

  @Test
  void askingWaitsForTheAnswer(FxRobot robot) {
    List<Dialogs.Unsaved> answers = new ArrayList<>();
    UnsavedChangesDialog dialog = new UnsavedChangesDialog(modal);
    javafx.application.Platform.runLater(() -> answers.add(dialog.ask("shop")));
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    assertThat(answers).isEmpty();
    robot.clickOn("Save");
    assertThat(answers).containsExactly(Dialogs.Unsaved.SAVE);
  }

  @Test
  void theKeyboardStaysInTheCard(FxRobot robot) {
    robot.interact(() -> new UnsavedChangesDialog(modal).show("shop", answer -> {}));
    for (int i = 0; i < 6; i++) {
      robot.push(KeyCode.TAB);
      assertThat(below.isFocused()).isFalse();
    }
    robot.interact(below::requestFocus);
    assertThat(below.isFocused()).isFalse();
  }

  @Test
  void problemsAreListedWithTheirPlaceAndCanBeCopied(FxRobot robot) {
    robot.interact(() ->
        new ProblemsDialog(modal)
            .show(
                "shop.design.json cannot be opened",
                List.of(
                    new ProblemsDialog.Line(
                        true,
                        "14:62",
                        "links.mail",
                        "there is no component \"emial\"",
                        "Did you mean email?"),
                    new ProblemsDialog.Line(false, "7:3", "", "unknown field", ""))));
    assertThat(robot.lookup("1 error and 1 warning. The open design is untouched.").tryQuery())
        .isPresent();
    assertThat(robot.lookup("14:62").tryQuery()).isPresent();
    assertThat(CutText.in(host)).isEmpty();
    robot.clickOn("#problems-copy");
    assertThat(robot.lookup("#problems-copy").queryButton().getText()).isEqualTo("Copied");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .isEqualTo(
            "14:62: error: links.mail: there is no component \"emial\". Did you mean email?\n"
                + "7:3: warning: unknown field");
  }

  @Test
  void shortcutsAreShownAsKeys(FxRobot robot) {
    robot.interact(() ->
        new ShortcutsDialog(
                modal,
                this::actions,
                List.of(new ShortcutsDialog.Gesture("Shortcut+wheel", "Zoom at the pointer")))
            .show());
    List<String> keys =
        robot.lookup(".sw-key").queryAllAs(Label.class).stream().map(Label::getText).toList();
    assertThat(keys).containsExactlyInAnyOrder("Ctrl", "S", "Ctrl", "Z", "Ctrl", "wheel");
    assertThat(CutText.in(host)).isEmpty();
    robot.clickOn("#shortcuts-close");
    assertThat(modal.isShowing()).isFalse();
  }

  @Test
  void thePageOfARuleIsShownWithItsFacts(FxRobot robot) {
    robot.interact(() -> new RuleDialog(modal, address -> {}).show("REL-RP-002"));
    assertThat(robot.lookup("Slow dependency exhausts the caller").tryQuery()).isPresent();
    assertThat(robot.lookup("REL-RP-002").tryQuery()).isPresent();
    robot.clickOn("#rule-page-close");
    assertThat(modal.isShowing()).isFalse();
  }

  @Test
  void noticesStandForAWhileAndAreNotRepeated(FxRobot robot) {
    Toasts toasts = new Toasts();
    robot.interact(() -> {
      host.getChildren().add(toasts.view());
      toasts.show("Saved");
      toasts.show("Copied 3 components");
      toasts.show("Saved");
    });
    assertThat(robot.lookup(".sw-toast").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactly("Copied 3 components", "Saved");
    robot.clickOn(below);
    assertThat(below.isFocused()).as("notices let clicks through").isTrue();
  }
}
