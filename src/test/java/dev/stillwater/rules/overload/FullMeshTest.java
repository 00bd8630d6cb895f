package dev.stillwater.rules.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Isolation;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class FullMeshTest {
  private static final FullMesh RULE = new FullMesh();

  @Test
  void aLargeFleetThatKnowsItself() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service large replicas=50 mesh=true         # FLAG REL-OV-009 high
        cache nodes replicas=200 mesh=true          # FLAG REL-OV-009 medium
        service small replicas=49 mesh=true
        service strangers replicas=500
        service gossip replicas=500 mesh=false
        c -> large id=in timeout=1s
        journey j path=in class=hard importance=critical
        """);
  }

  @Test
  void cellsOrAStoreHelp() {
    Reviewed before = Reviewed.of("service s replicas=1001 mesh=true");
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst())
        .contains("each keeps 1000 connections, all together 500500");
    assertThat(finding.recommendations().stream().map(r -> r.edit().signature()))
        .containsExactly("Cellularize(s, 21)", "SetMesh(s, false)");
    for (Recommendation each : finding.recommendations()) {
      assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
    }
    Reviewed cells = before.after(finding.recommendations().getFirst().edit());
    assertThat(cells.design().components().get("s").get(ComponentAttributes.ISOLATION))
        .contains(Isolation.CELL);
  }

  @Test
  void theLimitIsASetting() {
    assertThat(Reviewed.of("settings mesh=5\nservice s replicas=5 mesh=true").of(RULE)).hasSize(1);
    assertThat(Reviewed.of("settings mesh=6\nservice s replicas=5 mesh=true").of(RULE)).isEmpty();
  }
}
