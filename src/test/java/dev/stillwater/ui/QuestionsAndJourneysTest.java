package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.review.Review;
import dev.stillwater.testing.Checkout;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QuestionsAndJourneysTest {
  private final List<String> revealed = new ArrayList<>();
  private Workspace workspace;
  private QuestionsPane questions;
  private JourneysPane journeys;

  @Start
  void start(Stage stage) {
    Fonts.load();
    workspace = Checkout.workspace();
    questions = new QuestionsPane(workspace, revealed::add);
    journeys = new JourneysPane(workspace, revealed::add);
    PaneStage.show(stage, new VBox(questions.view(), journeys.view()), 990, 600);
    workspace.reviewed(Checkout.review(workspace.state().document()));
  }

  @Test
  void oneClickWritesAnAnswerDownAsOneStep(FxRobot robot) {
    assertThat(questions.count().get()).isEqualTo(2);
    robot.clickOn("An acknowledgement");
    assertThat(workspace.state().design().links().get("save").get(LinkAttributes.NEED))
        .contains(Need.ACK_NOW);
    assertThat(workspace.state().history().undoLabels())
        .containsExactly("Declare that save needs ack-now");
    robot.interact(() -> {
      Review review = Checkout.review(workspace.state().document());
      workspace.reviewed(
          new Review(
              review.document(),
              review.findings(),
              List.of(),
              review.rules(),
              review.journeys(),
              List.of()));
    });
    assertThat(questions.count().get()).isZero();
    assertThat(robot.lookup("No questions").query().isVisible()).isTrue();
  }

  @Test
  void whatAQuestionIsAboutIsSelectedAndRevealed(FxRobot robot) {
    robot.interact(
        () -> robot.lookup(".sw-question-element").<javafx.scene.control.Hyperlink>query().fire());
    assertThat(workspace.state().selection()).isEqualTo(Selection.link("save"));
    assertThat(revealed).containsExactly("save");
  }

  @Test
  void journeysShowTheirPromiseAndTheirStoppers(FxRobot robot) {
    TableView<?> table = robot.lookup("#journeys-table").queryTableView();
    assertThat(journeys.count().get()).isEqualTo(1);
    assertThat(robot.lookup("15.3 s").tryQuery()).isPresent();
    assertThat(robot.lookup("hard · synchronous").tryQuery()).isPresent();
    robot.interact(() -> table.getSelectionModel().select(0));
    assertThat(workspace.state().selection()).isEqualTo(Selection.journey("place-order"));
    robot.interact(() -> robot.lookup("orders-db 0.5 s").queryButton().fire());
    assertThat(workspace.state().selection()).isEqualTo(Selection.component("orders-db"));
    assertThat(revealed).containsExactly("orders-db");
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(-1);
  }

  @Test
  void withoutJourneysThePaneTeachesHowToMakeOne(FxRobot robot) {
    robot.interact(() -> workspace.open(dev.stillwater.model.Document.of(Design.empty("new"))));
    assertThat(robot.lookup("#journeys-table").query().isVisible()).isFalse();
    assertThat(robot.lookup("No journeys").query().isVisible()).isTrue();
  }
}
