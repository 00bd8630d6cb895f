package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Effects;
import dev.stillwater.editor.FindingRows.Row;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.review.Fix;
import dev.stillwater.rules.Finding;
import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.CutText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FindingsPaneTest {
  private static final String SLOW = "REL-RP-002@email -> order";

  private Workspace workspace;
  private FindingsPane pane;
  private StackPane host;
  private final List<String> revealed = new ArrayList<>();
  private final List<String> explained = new ArrayList<>();

  @Start
  void start(Stage stage) {
    Fonts.load();
    workspace = Checkout.workspace();
    Effects effects =
        new Effects(
            review -> finding -> fixes(review, finding), Runnable::run, Runnable::run, e -> {});
    Reading reading = PaneStage.reading();
    pane =
        new FindingsPane(
            workspace,
            effects,
            revealed::add,
            explained::add,
            reading,
            PaneStage.deciding(workspace, new StackPane(), reading));
    host = PaneStage.show(stage, new VBox(pane.tools(), pane.view()), 990, 400);
    workspace.reviewed(Checkout.review(workspace.state().document()));
    workspace.onChange((before, after) -> {
      if (before.design() != after.design()) {
        workspace.reviewed(Checkout.review(after.document()));
      }
    });
  }

  private static List<Fix> fixes(dev.stillwater.review.Review review, Finding finding) {
    List<Fix> fixes = new ArrayList<>();
    for (int n = 0; n < finding.recommendations().size(); n++) {
      fixes.add(
          new Fix(n + 1, finding.recommendations().get(n), Checkout.effect(review, finding, n)));
    }
    return fixes;
  }

  @SuppressWarnings("unchecked")
  private ListView<Row> list(FxRobot robot) {
    return robot.lookup("#findings-list").queryAs(ListView.class);
  }

  private static String text(FxRobot robot, String style) {
    return robot.lookup(style).queryAs(Label.class).getText();
  }

  @Test
  void theCountIsTheNumberOfRowsAndFiltersSayHowManyTheyHide(FxRobot robot) {
    long rows = list(robot).getItems().stream().filter(Row.Item.class::isInstance).count();
    assertThat(pane.count().get()).isEqualTo((int) rows).isEqualTo(8);
    robot.clickOn("#findings-search").write("workers");
    assertThat(list(robot).getItems()).hasSize(1);
    assertThat(robot.lookup(".sw-tab-tools .sw-small").queryAs(Label.class).getText())
        .isEqualTo("1 of 8");
    assertThat(pane.count().get()).as("a filter hides, it does not solve").isEqualTo(8);
    robot.write("xyz");
    assertThat(text(robot, ".sw-empty-title")).isEqualTo("No finding passes the filter");
    robot.clickOn("Clear the filter");
    assertThat(list(robot).getItems().stream().filter(Row.Item.class::isInstance)).hasSize(8);
  }

  @Test
  void goingThroughFindingsSelectsAndRevealsWhatTheyAreAbout(FxRobot robot) {
    robot.interact(pane::next);
    assertThat(workspace.state().focus()).contains("REL-RP-001@place-order");
    assertThat(workspace.state().selection()).isEqualTo(Selection.journey("place-order"));
    robot.interact(pane::next);
    robot.interact(pane::next);
    assertThat(workspace.state().focus()).contains(SLOW);
    assertThat(workspace.state().selection()).isEqualTo(Selection.link("mail"));
    assertThat(revealed).endsWith("mail");
    robot.interact(pane::previous);
    assertThat(workspace.state().focus()).contains("REL-RZ-001@order");
    robot.interact(() -> workspace.focus(Optional.of(SLOW)));
    assertThat(text(robot, ".sw-finding-title"))
        .isEqualTo("Slow email exhausts the workers of order");
    assertThat(list(robot).getSelectionModel().getSelectedItem())
        .isInstanceOfSatisfying(
            Row.Item.class, item -> assertThat(item.found().key()).isEqualTo(SLOW));
    robot.clickOn("#explain-rule");
    assertThat(explained).containsExactly("REL-RP-002");
  }

  @Test
  void previewShowsAGhostAndApplyIsOneStepAfterWhichTheFollowUpSpeaks(FxRobot robot) {
    robot.interact(() -> workspace.focus(Optional.of(SLOW)));
    List<Node> cards = List.copyOf(robot.lookup(".sw-card").queryAll());
    assertThat(cards).hasSize(3);
    ToggleButton preview = robot.from(cards.getFirst()).lookup(".toggle-button").query();
    robot.interact(preview::fire);
    assertThat(workspace.state().preview())
        .hasValueSatisfying(ghost -> {
          assertThat(ghost.finding()).isEqualTo(SLOW);
          assertThat(ghost.edited().design().components().contains("order-events")).isTrue();
        });
    assertThat(workspace.state().history().canUndo()).isFalse();
    robot.interact(preview::fire);
    assertThat(workspace.state().preview()).isEmpty();
    Button apply = robot.from(cards.getFirst()).lookup(".sw-primary").queryButton();
    robot.interact(apply::fire);
    assertThat(workspace.state().design().components().contains("order-events")).isTrue();
    assertThat(workspace.state().history().undoLabels())
        .containsExactly("Publish to a topic with one queue each");
    assertThat(workspace.state().preview()).isEmpty();
    assertThat(list(robot).getItems())
        .noneMatch(row -> row instanceof Row.Item item && item.found().key().equals(SLOW));
    robot.interact(workspace::undo);
    assertThat(list(robot).getItems())
        .anyMatch(row -> row instanceof Row.Item item && item.found().key().equals(SLOW));
  }

  @Test
  void theChainLeadsToItsComponentsAndPlaysAsARipple(FxRobot robot) {
    robot.interact(() -> workspace.focus(Optional.of(SLOW)));
    List<Node> facts = List.copyOf(robot.lookup(".sw-fact-link").queryAll());
    assertThat(facts).hasSize(3);
    robot.interact(() -> facts.get(2).requestFocus());
    robot.push(javafx.scene.input.KeyCode.ENTER);
    assertThat(workspace.state().selection()).isEqualTo(Selection.component("shopper"));
    robot.interact(() -> robot.lookup("Play it").queryButton().fire());
    assertThat(workspace.state().drill())
        .hasValueSatisfying(
            drill -> assertThat(drill.injection().targets()).containsExactly("email"));
  }

  @Test
  void nothingThatMattersIsCut(FxRobot robot) {
    robot.interact(() -> {
      host.getScene().getWindow().setWidth(1372);
      workspace.focus(Optional.of(SLOW));
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(host::layout);
    List<String> cut = new ArrayList<>(CutText.in(host));
    cut.removeIf(text -> text.startsWith("\"order, orders-db"));
    assertThat(cut).isEmpty();
  }
}
