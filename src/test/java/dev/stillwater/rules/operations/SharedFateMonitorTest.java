package dev.stillwater.rules.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class SharedFateMonitorTest {
  private static final SharedFateMonitor RULE = new SharedFateMonitor();

  private static Reviewed design(String... links) {
    return Reviewed.of(
        """
        monitor m
        service s
        service t
        stream events
        config names
        relational-db db
        m -> s id=watch mode=probe
        """
            + String.join("\n", links));
  }

  private static String shared(String... links) {
    return design(links).of(RULE).stream().map(Finding::detail).findFirst().orElse("-");
  }

  @Test
  void itNeedsWhatItWatches() {
    assertThat(shared("m -> s id=ask timeout=1s")).isEqualTo("s");
    assertThat(shared("m -> t id=ask timeout=1s", "t -> s timeout=1s")).isEqualTo("s");
  }

  @Test
  void itNeedsWhatTheWatchedNeeds() {
    assertThat(shared("m -> db id=ask timeout=1s", "s -> t timeout=1s", "t -> db timeout=1s"))
        .isEqualTo("db");
    assertThat(shared("m => events id=ship timeout=1s", "events -> s")).isEqualTo("events");
    assertThat(shared("m -> t id=ask timeout=1s", "names -> t", "names -> s")).isEqualTo("names");
    assertThat(
            shared(
                "m -> names id=a timeout=1s",
                "m -> db id=b timeout=1s",
                "s -> db timeout=1s",
                "names -> s"))
        .isEqualTo("db,names");
  }

  @Test
  void whatCanBeMissedIsNotShared() {
    assertThat(shared("m -> s id=ask timeout=1s dependency=soft")).isEqualTo("-");
    assertThat(shared("m -> s id=ask timeout=1s fallback=other-path")).isEqualTo("-");
    assertThat(shared("m -> db id=ask timeout=1s", "s -> db timeout=1s dependency=soft"))
        .isEqualTo("-");
    assertThat(
            shared(
                "m -> t id=ask timeout=1s",
                "names -> t fallback=last-good",
                "names -> s fallback=last-good"))
        .isEqualTo("-");
    assertThat(shared("m -> t id=ask timeout=1s")).isEqualTo("-");
  }

  @Test
  void aMonitorThatWatchesNothingIsNotMeant() {
    assertThat(Reviewed.of("monitor m\nservice s\nm -> s timeout=1s").of(RULE)).isEmpty();
    assertThat(
            Reviewed.of("service m\nservice s\nm -> s mode=probe\nm -> s id=x timeout=1s").of(RULE))
        .isEmpty();
  }

  @Test
  void severityFollowsTheJourneysOfTheMonitor() {
    assertThat(design("m -> s id=ask timeout=1s").only(RULE).severity().word()).isEqualTo("high");
  }

  @Test
  void onlyTheLinksThatLeadThereAreCut() {
    Reviewed before =
        design(
            "m -> t id=far",
            "t -> s timeout=1s",
            "m => events id=ship",
            "events -> s",
            "m -> db id=own timeout=1s");
    Finding finding = before.only(RULE);
    Reviewed after = before.after(finding.recommendations().getFirst().edit());

    assertThat(finding.links()).containsExactly("far", "ship");
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("own")).isEqualTo(before.design().links().get("own"));
    assertThat(after.design().links().get("far").get(LinkAttributes.TIMEOUT)).isPresent();
    assertThat(after.design().links().get("ship").get(LinkAttributes.OUTBOX)).contains(true);
  }

  @Test
  void onlyTheFirstNeedsAreNamed() {
    StringBuilder design = new StringBuilder("monitor m\nservice s\nm -> s mode=probe\n");
    for (int i = 1; i <= 7; i++) {
      design.append(
          "relational-db d%d%ns -> d%d timeout=1s%nm -> d%d timeout=1s mode=sync%n"
              .formatted(i, i, i));
    }
    assertThat(Reviewed.of(design.toString()).only(RULE).because().getFirst())
        .contains("more, and what it watches");
  }
}
