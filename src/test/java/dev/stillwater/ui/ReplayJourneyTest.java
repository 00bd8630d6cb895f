package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An outage from the gallery: open, play, read, apply what they changed, play again.
class ReplayJourneyTest extends WindowTest {
  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");

  @TempDir private Path folder;

  @Start
  void start(Stage shown) {
    open(shown);
  }

  private static long ahead(FxRobot robot) {
    return robot.lookup(".sw-replay-note").queryAll().stream()
        .filter(note -> note.getPseudoClassStates().contains(AHEAD))
        .count();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  private void playToTheEnd(FxRobot robot) {
    robot.clickOn("#replay-play");
    onWindow(() -> workspace().drill(drill -> drill.at(drill.end()).playing(false)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void openFromGallery(FxRobot robot, String words, String name) {
    robot.clickOn("#gallery-search").write(words);
    robot.clickOn("#gallery-" + name);
    robot.clickOn("#preview-open");
  }

  @Test
  void anOutageIsPlayedUnderstoodAndRepairedAsTheyDid(FxRobot robot) {
    openFromGallery(robot, "kinesis", "aws-kinesis-2020");
    var drill = workspace().state().drill().orElseThrow();
    assertThat(drill.injection()).isEqualTo(new Injection("kinesis-frontend", Failure.CRASH));
    assertThat(drill.playing()).as("the trigger is set and nobody has pressed play").isFalse();
    int notes = robot.lookup(".sw-replay-note").queryAll().size();
    assertThat(ahead(robot)).isEqualTo(notes);
    assertThat(robot.lookup(".sw-replay-fix").queryAll().stream().noneMatch(this::isShown))
        .as("what they changed comes after the story")
        .isTrue();

    robot.clickOn("#replay-play");
    onWindow(() -> workspace().drill(now -> now.at(1_000).playing(false)));
    assertThat(ahead(robot)).isBetween(1L, (long) notes - 1);
    playToTheEnd(robot);
    assertThat(ahead(robot)).isZero();
    assertThat(text(robot, ".sw-replay-outcome")).isEqualTo("5 of 5 journeys failed.");

    Node apply = robot.lookup("#replay-apply-3").query();
    onWindow(() -> ((Button) apply).fire());
    assertThat(workspace().state().history().undoLabels()).hasSize(1);
    assertThat(((Labeled) apply).getText()).isEqualTo("Applied");
    assertThat(findings()).doesNotContain("REL-RP-003@report-usage@sign-in");
    playToTheEnd(robot);
    assertThat(workspace().state().drill().orElseThrow().result().journey("sign-in").state())
        .isNotEqualTo(JourneyOutcome.State.DOWN);
    assertThat(text(robot, ".sw-replay-outcome")).isEqualTo("5 of 5 journeys failed then, 3 now.");

    robot.clickOn("#replay-leave");
    assertThat(workspace().state().drill()).isEmpty();
    assertThat(robot.lookup("#replay").tryQuery()).isEmpty();
  }

  private boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private List<String> findings() {
    return workspace().state().review().orElseThrow().findings().stream()
        .map(found -> found.key())
        .toList();
  }

  @Test
  void theFactsAreOneClickAwayAndAFindingIsReached(FxRobot robot) {
    openFromGallery(robot, "spotify", "spotify-2013");
    playToTheEnd(robot);
    robot.clickOn("#replay-facts");
    assertThat(robot.lookup("Absorbed by").tryQuery()).isPresent();
    robot.clickOn("#replay-facts");
    assertThat(robot.lookup("Absorbed by").tryQuery()).isEmpty();
    Node link = robot.lookup(".sw-replay-links .hyperlink").query();
    onWindow(() -> ((Hyperlink) link).fire());
    assertThat(workspace().state().focus()).contains("REL-TR-007@ask");
  }

  @Test
  void aRulePageLinksTheDesignsThatShowIt(FxRobot robot) {
    onWindow(() ->
        workbench.openFresh(
            TemplateCatalog.find("tight-coupling-before").orElseThrow().document()));
    onWindow(() -> workspace().select(dev.stillwater.editor.Selection.NONE));
    onWindow(() -> workbench.previewBestFix("REL-RP-002@email -> order"));
    onWindow(() ->
        robot
            .lookup(node -> node instanceof Hyperlink link && link.getText().equals("RP-002"))
            .queryAs(Hyperlink.class)
            .fire());
    onWindow(() -> robot.lookup("#seen-in-slack-2021").queryAs(Hyperlink.class).fire());
    assertThat(design().name()).isEqualTo("Slack, January 2021");
    assertThat(robot.lookup("#replay").tryQuery()).isPresent();
  }

  @Test
  void aDesignIsInsertedBesideAndOnesOwnBecomesATemplate(FxRobot robot) throws Exception {
    workbench.library().own(folder);
    openFromGallery(robot, "loosely", "tight-coupling-after");
    int before = design().components().size();
    onWindow(() -> workbench.actions().get("file.insert").run().run());
    robot.clickOn("#gallery-search").write("loosely");
    robot.clickOn("#preview-insert");
    assertThat(design().components().size()).isEqualTo(2 * before);
    assertThat(workspace().state().selection().components()).hasSize(before);
    assertThat(workspace().state().history().undoLabels()).hasSize(1);

    onWindow(() -> workbench.actions().get("file.saveTemplate").run().run());
    Path kept = folder.resolve("templates/checkout-loosely-coupled.design.json");
    assertThat(Files.readString(kept)).contains("order");
    onWindow(() -> workbench.showGallery());
    assertThat(robot.lookup("#gallery-shelf-own").tryQuery()).isPresent();
  }
}
