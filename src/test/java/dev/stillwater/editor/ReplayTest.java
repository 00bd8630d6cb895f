package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.TreeFile;
import dev.stillwater.model.FileTree;
import dev.stillwater.testing.Checkout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final String SIDECAR =
      """
      {
        "title": "A bad day",
        "replay": {
          "report": "What went wrong", "day": "2020-02-02", "url": "https://example.org/report",
          "trigger": {"component": "email", "how": "grey"},
          "notes": [
            {"when": "Before", "text": "All was well."},
            {"when": "10:00", "text": "Mails got slow.", "at": "email"},
            {"when": "10:01", "text": "Somebody looked."},
            {"when": "10:02", "text": "Orders stood still.", "at": "order"},
            {"when": "Later", "text": "It was repaired."}
          ],
          "flags": [{"line": "Orders wait for mails.", "findings": ["REL-LC-003@order"]}],
          "fixes": [{"did": "Set a timeout.", "finding": "REL-TR-001@mail", "edit": "SetTimeout(mail, timeout 7s)", "remark": "About so."}],
          "paths": [["email", "order"], ["email", "loyalty"]],
          "remark": "People were tired."
        }
      }
      """;

  private static FileTree.Fields tree(String text) {
    return switch (TreeFile.read(text.getBytes(StandardCharsets.UTF_8), "x.template.json")) {
      case TreeFile.Result.Tree tree -> (FileTree.Fields) tree.tree();
      case TreeFile.Result.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static Replay replay() {
    return Replay.of("A bad day", tree(SIDECAR)).orElseThrow();
  }

  private static RippleResult result() {
    return Analysis.of(Checkout.document().design(), PresetsJson.shipped())
        .ripple(replay().trigger());
  }

  @Test
  void aSidecarTellsAReplay() {
    Replay replay = replay();
    assertThat(replay.trigger()).isEqualTo(new Injection("email", Failure.GREY));
    assertThat(replay.notes()).hasSize(5);
    assertThat(replay.notes().get(1))
        .isEqualTo(new Replay.Note("10:00", "Mails got slow.", Optional.of("email")));
    assertThat(replay.flags().getFirst().findings()).containsExactly("REL-LC-003@order");
    assertThat(replay.remark()).isEqualTo("People were tired.");
  }

  @Test
  void aSidecarWithoutATriggerTellsNone() {
    assertThat(Replay.of("x", tree("{\"title\": \"x\"}"))).isEmpty();
    assertThat(Replay.of("x", tree("{\"replay\": {\"trigger\": {\"how\": \"grey\"}}}"))).isEmpty();
    assertThat(
            Replay.of(
                "x", tree("{\"replay\": {\"trigger\": {\"zones\": [\"a\"], \"how\": \"?\"}}}")))
        .isEmpty();
  }

  @Test
  void zonesAndLinksCanBeTheTrigger() {
    String zones =
        "{\"replay\": {\"trigger\": {\"zones\": [\"b\", \"a\"], \"how\": \"partition\"}}}";
    assertThat(Replay.of("x", tree(zones)).orElseThrow().trigger())
        .isEqualTo(Injection.between("a", "b"));
    String link = "{\"replay\": {\"trigger\": {\"link\": \"mail\", \"how\": \"partition\"}}}";
    assertThat(Replay.of("x", tree(link)).orElseThrow().trigger())
        .isEqualTo(Injection.ofLink("mail", Failure.PARTITION));
  }

  @Test
  void notesSpeakWithTheRippleAndNeverBackwards() {
    assertThat(replay().moments(result(), 9_000))
        .containsExactly(Double.NEGATIVE_INFINITY, 0.0, 0.0, 2_000.0, 9_000.0);
  }

  @Test
  void theRippleRunsAlongAWayOrDoesNot() {
    assertThat(Replay.runsAlong(result(), List.of("email", "order"))).isTrue();
    assertThat(Replay.runsAlong(result(), List.of("order", "email"))).isFalse();
    assertThat(Replay.runsAlong(result(), List.of("email", "loyalty"))).isFalse();
  }

  @Test
  void aChangeThatWasMadeIsFoundByItsEditOrAnEditOfItsName() {
    var review = Checkout.review(Checkout.document());
    Replay.Made made = replay().fixes().getFirst();
    assertThat(made.in(review).orElseThrow().edit().signature()).startsWith("SetTimeout(mail");
    assertThat(new Replay.Made("", "REL-TR-001@other", made.edit(), "").in(review)).isEmpty();
    assertThat(new Replay.Made("", made.finding(), "RetireEverybody(mail)", "").in(review))
        .isEmpty();
  }
}
