package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.FailureCosts.Row;
import dev.stillwater.editor.Selection;
import dev.stillwater.model.Document;
import dev.stillwater.templates.TemplateCatalog;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What failures cost, in the window.
class ImpactPaneTest extends WindowTest {
  private static final Injection SLOW_EMAIL = new Injection("email", Failure.GREY);

  @Start
  void start(Stage shown) {
    open(shown);
  }

  @BeforeEach
  void showTheCheckout() {
    Document before = TemplateCatalog.find("tight-coupling-before").orElseThrow().document();
    onWindow(() -> workbench.openFresh(before));
    onWindow(() -> workbench.actions().get("analyse.impact").run().run());
  }

  private static TableView<Row> table(FxRobot robot) {
    return robot.lookup("#impact-table").query();
  }

  private void choose(FxRobot robot, Injection failure) {
    onWindow(() -> {
      TableView<Row> table = table(robot);
      table.getItems().stream()
          .filter(row -> row.injection().equals(failure))
          .forEach(table.getSelectionModel()::select);
    });
  }

  @Test
  void whatLosesAJourneyStandsThereAndTheRestOnRequest(FxRobot robot) {
    int losing = table(robot).getItems().size();
    assertThat(table(robot).getItems()).isNotEmpty().allMatch(row -> row.lost() > 0);
    onWindow(() -> robot.lookup("#impact-losing").<CheckBox>query().fire());
    assertThat(table(robot).getItems()).hasSizeGreaterThan(losing);
    robot.clickOn("#impact-search").write("email grey");
    assertThat(table(robot).getItems()).extracting(Row::injection).containsExactly(SLOW_EMAIL);
  }

  @Test
  void aRowPlaysItsFailureAndTheLeastChangeIsOneClick(FxRobot robot) {
    choose(robot, SLOW_EMAIL);
    assertThat(workspace().state().drill().orElseThrow().injection()).isEqualTo(SLOW_EMAIL);
    assertThat(robot.lookup("place-order is down at 2.0 s").queryAll()).isNotEmpty();
    assertThat(robot.lookup(".sw-impact-change .label").<Labeled>query().getText())
        .startsWith("Least work: ");
    int before = workspace().state().history().undoLabels().size();
    onWindow(() ->
        robot.lookup(".sw-impact-change .button").<javafx.scene.control.Button>query().fire());
    assertThat(workspace().state().history().undoLabels()).hasSize(before + 1);
    assertThat(workspace().state().drill()).isEmpty();
    assertThat(table(robot).getItems()).extracting(Row::injection).doesNotContain(SLOW_EMAIL);
  }

  @Test
  void theSelectedComponentShowsWhatHurtsItAndWhomItHurts(FxRobot robot) {
    onWindow(() -> workspace().select(Selection.component("email")));
    assertThat(robot.lookup("What can hurt Email").queryAll()).isNotEmpty();
    assertThat(robot.lookup("Whom Email hurts").queryAll()).isNotEmpty();
    int all = robot.lookup(".sw-impact-line").queryAll().size();
    onWindow(() ->
        robot.lookup("#impact-depth").<ChoiceBox<String>>query().getSelectionModel().select(1));
    assertThat(robot.lookup(".sw-impact-line").queryAll()).hasSizeLessThan(all).isNotEmpty();
  }

  @Test
  void pairsOfCrashesAreFollowedOnRequest(FxRobot robot) {
    Document after = TemplateCatalog.find("tight-coupling-after").orElseThrow().document();
    onWindow(() -> workbench.openFresh(after));
    robot.clickOn("#impact-two");
    assertThat(table(robot).getItems()).allMatch(row -> row.injection().targets().size() == 2);
    assertThat(robot.lookup("#impact-cancel").query().isVisible()).isFalse();
  }
}
