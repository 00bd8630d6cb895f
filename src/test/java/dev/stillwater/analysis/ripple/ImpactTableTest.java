package dev.stillwater.analysis.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Progress;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ImpactTableTest {
  private final Analysis analysis =
      DesignFixture.parse(
              """
              client c
              service a
              service b
              service d
              service aside
              c -> a id=in timeout=9s
              c -> d id=other timeout=9s
              a -> b id=call timeout=2s
              a -> aside id=opt timeout=1s dependency=soft
              d -> b id=also timeout=1s
              journey critical path=in,call importance=critical class=soft
              journey hard path=other,also class=hard
              journey plain path=in
              """)
          .analysis();

  private static List<Injection> crashes(String... components) {
    List<Injection> result = new ArrayList<>();
    for (String component : components) {
      result.add(new Injection(component, Failure.CRASH));
    }
    return result;
  }

  private ImpactTable table(String... components) {
    return ImpactTable.of(analysis, crashes(components), Progress.UNWATCHED);
  }

  @Test
  void theWorstComesFirst() {
    assertThat(table("aside", "a", "d", "b").rows())
        .extracting(toll -> toll.injection().target() + " " + toll.lost().size())
        .as("b and a lose a critical one, and b a hard one besides")
        .containsExactly("b 2", "a 2", "d 1", "aside 0");
  }

  @Test
  void aRowSaysWhatIsLostWhenAndHowFarItComes() {
    Toll toll = table("b").rows().getFirst();
    assertThat(toll.lost())
        .extracting(lost -> lost.journey().id() + " " + lost.state() + " " + lost.t())
        .containsExactly("critical DOWN 2000.0", "hard DOWN 1000.0");
    assertThat(toll.firstLoss()).isEqualTo(1000);
    assertThat(toll.blastRadius()).as("a, d and c").isEqualTo(3);
    Toll harmless = table("aside").rows().getFirst();
    assertThat(harmless.firstLoss()).isInfinite();
    assertThat(harmless.blastRadius()).isEqualTo(1);
  }

  @Test
  void ofEqualNumbersTheMoreImportantThenTheEarlierThenTheWider() {
    Analysis pairs =
        DesignFixture.parse(
                """
                client c
                service s1
                service s2
                service s3
                service s4
                service s5
                service s6
                service front
                c -> s1 id=l1 timeout=9s
                c -> s2 id=l2 timeout=9s
                c -> s3 id=l3 timeout=9s
                c -> front id=l4 timeout=9s
                front -> s4 id=l5 timeout=1s
                c -> s5 id=l6 timeout=9s
                c -> s6 id=l7 timeout=9s
                journey j1 path=l1 class=offline
                journey j2 path=l2 class=hard
                journey j3 path=l3 importance=critical
                journey j4 path=l4,l5 class=hard
                journey j5 path=l6 class=soft
                journey j6 path=l7 class=offline
                """)
            .analysis();
    ImpactTable table =
        ImpactTable.of(
            pairs, crashes("s6", "s5", "s4", "s3", "s2", "s1", "front"), Progress.UNWATCHED);
    assertThat(table.rows())
        .extracting(toll -> toll.injection().target())
        .containsExactly("s3", "front", "s2", "s4", "s5", "s1", "s6");
  }

  @Test
  void stoppersAreTheEarliestFirst() {
    assertThat(table("a", "b", "d", "aside").stoppers().get("critical"))
        .extracting(it -> it.injection().target() + " " + it.state() + " " + it.t())
        .containsExactly("a DOWN 0.0", "b DOWN 2000.0");
    assertThat(table("a", "b", "d", "aside").stoppers())
        .containsOnlyKeys("critical", "hard", "plain");
    assertThat(table("aside").stoppers()).isEmpty();
    ImpactTable two =
        ImpactTable.of(
            analysis,
            List.of(new Injection("a", Failure.ERROR), new Injection("a", Failure.CRASH)),
            Progress.UNWATCHED);
    assertThat(two.stoppers().get("plain"))
        .extracting(it -> it.injection().how())
        .containsExactly(Failure.CRASH, Failure.ERROR);
  }

  @Test
  void whatHurtsAComponentComesFromElsewhere() {
    List<Integer> steps = new ArrayList<>();
    Progress watched =
        new Progress() {
          @Override
          public void report(int done, int total) {
            steps.add(done);
            assertThat(total).isEqualTo(4);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    assertThat(
            ImpactTable.whatHurts(
                analysis, analysis.graph().node("a"), crashes("d", "b", "aside", "a"), watched))
        .extracting(it -> it.injection().target() + " " + it.fact().impact() + " " + it.fact().t())
        .containsExactly("aside DEGRADED 1000.0", "b ERR 2000.0");
    assertThat(steps).containsExactly(1, 2, 3, 4);
  }

  @Test
  void whomAComponentHurtsIsToldOnceAndInTime() {
    assertThat(ImpactTable.whomHurts(analysis, new Injection("b", Failure.CRASH)))
        .extracting(fact -> fact.node().id() + " " + fact.impact() + " " + fact.t())
        .containsExactly("c ERR 1000.0", "d ERR 1000.0", "a ERR 2000.0");
  }

  @Test
  void itStopsWhenAsked() {
    Progress stopped =
        new Progress() {
          @Override
          public void report(int done, int total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> ImpactTable.of(analysis, crashes("a"), stopped))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() ->
            ImpactTable.whatHurts(analysis, analysis.graph().node("a"), crashes("b"), stopped))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void resultsAreHandedOverInOrderAndRemembered() {
    List<String> seen = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    List<Injection> all = crashes("b", "a");
    Progress watched =
        new Progress() {
          @Override
          public void report(int done, int total) {
            steps.add(10 * done + total);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    Analysis watchedAnalysis = Analysis.of(analysis.design(), GoldenPresets.ALL, watched);
    steps.clear();
    watchedAnalysis.forEach(all, result -> seen.add(result.injection().target()));
    assertThat(seen).containsExactly("b", "a");
    assertThat(steps).containsExactly(12, 22);
    assertThat(watchedAnalysis.ripple("b", Failure.CRASH))
        .isSameAs(watchedAnalysis.ripple(all.getFirst()));
    assertThat(watchedAnalysis.injections()).isEqualTo(watchedAnalysis.ways().all());
    assertThat(watchedAnalysis.design()).isSameAs(analysis.design());
  }
}
