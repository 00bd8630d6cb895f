package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.templates.TemplateCatalog;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Many elements at once: a spreadsheet pasted into the table, and what Ctrl+F finds.
class TableAndFindTest extends WindowTest {
  @Start
  void start(Stage shown) {
    open(shown);
  }

  private void openCheckout() {
    onWindow(() ->
        workbench.openFresh(
            TemplateCatalog.find("tight-coupling-before").orElseThrow().document()));
    onWindow(workbench::fit);
  }

  @Test
  void aSpreadsheetIsPastedAsOneStepAndWhatIsWrongStaysInItsCell(FxRobot robot) {
    openCheckout();
    robot.clickOn("Table");
    TableView<String> table = robot.lookup("#bulk-table").queryTableView();
    assertThat(table.getItems()).containsExactlyElementsOf(design().components().ids());
    onWindow(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString("id\treplicas\tp99\norder\t9\t70ms\nemail\tmany\t2 s\n");
      Clipboard.getSystemClipboard().setContent(content);
      table.requestFocus();
    });
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    onWindow(() -> {
      table.applyCss();
      table.layout();
    });
    assertThat(text()).contains("\"replicas\": 9").contains("\"p99\": \"70ms\"");
    assertThat(robot.lookup("#table-message").queryAs(Label.class).getText())
        .startsWith("1 cell not taken: email, Replicas");
    assertThat(robot.lookup("many").tryQuery()).as("nothing typed is lost").isPresent();
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    onWindow(table::layout);
    assertThat(workspace().state().history().canUndo()).as("one step").isFalse();
    assertThat(text()).doesNotContain("70ms");
    robot.doubleClickOn("many");
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write("3").push(KeyCode.ENTER);
    assertThat(robot.lookup("many").tryQuery()).isEmpty();
    assertThat(workspace().state().history().undoLabels()).containsExactly("Set Replicas of email");
  }

  @Test
  void ctrlFFindsOneAfterTheOtherOrAll(FxRobot robot) {
    openCheckout();
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("kind:service");
    String first = workspace().state().selection().single().orElseThrow();
    robot.push(KeyCode.ENTER);
    assertThat(workspace().state().selection().single()).isNotEqualTo(java.util.Optional.of(first));
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    robot.clickOn("#find-all");
    assertThat(workspace().state().selection().components())
        .hasSizeGreaterThan(1)
        .allMatch(id -> design().components().get(id).kind().word().equals("service"));
    robot.clickOn("#find-close");
    assertThat(robot.lookup("#find").query().isVisible()).isFalse();
  }
}
