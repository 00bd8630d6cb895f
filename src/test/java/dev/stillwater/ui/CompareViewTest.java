package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.ComparedRow;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Document;
import dev.stillwater.templates.TemplateCatalog;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Two versions side by side, judged when there is time.
@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
  private final Queue<Runnable> later = new ArrayDeque<>();
  private boolean left;

  private static CompareView.Source source(String name) {
    Document document = TemplateCatalog.find(name).orElseThrow().document();
    return new CompareView.Source(name, () -> Optional.of(document));
  }

  @Start
  void start(Stage stage) {
    Fonts.load();
    CompareView view =
        new CompareView(
            List.of(source("tight-coupling-before"), source("tight-coupling-after")),
            0,
            1,
            new Engines(
                PresetsJson.shipped(),
                later::add,
                Runnable::run,
                () -> LocalDate.of(2026, 11, 30),
                () -> 0),
            Theme.LIGHT,
            () -> left = true);
    PaneStage.show(stage, view.node(), 1000, 700);
    view.focus();
  }

  private static void onWindow(Runnable step) {
    WaitForAsyncUtils.asyncFx(step);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<String> sections(FxRobot robot) {
    return robot.lookup("#compare-sections .toggle-button").queryAllAs(ToggleButton.class).stream()
        .map(button -> button.getText().replaceAll("  \\d+$", ""))
        .toList();
  }

  private static ListView<ComparedRow> list(FxRobot robot) {
    return robot.lookup("#compare-list").queryListView();
  }

  private static String judging(FxRobot robot) {
    return robot.lookup("#compare-judging").queryAs(Label.class).getText();
  }

  @Test
  void whatIsDrawnIsThereAtOnceAndTheFindingsFollow(FxRobot robot) {
    assertThat(sections(robot)).containsExactly("Everything", "Drawn and declared");
    assertThat(later).as("handed to the workers, not run").hasSize(1);
    assertThat(judging(robot)).isNotEmpty();
    onWindow(() -> later.remove().run());
    assertThat(sections(robot))
        .containsExactly("Everything", "Journeys", "Findings gone", "Drawn and declared");
    assertThat(judging(robot)).isEmpty();
    assertThat(list(robot).getItems())
        .filteredOn(row -> row.word().equals("better"))
        .extracting(ComparedRow::name)
        .containsExactly("place-order");
    int all = list(robot).getItems().size();
    robot.clickOn(
        robot
            .lookup("#compare-sections .toggle-button")
            .<ToggleButton>queryAllAs(ToggleButton.class)
            .stream()
            .filter(button -> button.getText().startsWith("Findings gone"))
            .findFirst()
            .orElseThrow());
    assertThat(list(robot).getItems())
        .hasSizeBetween(1, all - 1)
        .allMatch(row -> row.section() == ComparedRow.Section.GONE);
  }

  @Test
  void nobodyIsToldOfAJudgementThatIsNotWaitedForAnyMore(FxRobot robot) {
    robot.clickOn("#compare-list").push(KeyCode.ESCAPE);
    assertThat(left).isTrue();
    onWindow(() -> later.remove().run());
    assertThat(sections(robot)).containsExactly("Everything", "Drawn and declared");
  }
}
