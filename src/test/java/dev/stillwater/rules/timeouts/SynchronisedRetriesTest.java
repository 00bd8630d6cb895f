package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Backoff;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class SynchronisedRetriesTest {
  private static final SynchronisedRetries RULE = new SynchronisedRetries();

  @Test
  void bothAreNeeded() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a replicas=2
        service b replicas=2
        queue q preset=sqs-standard
        c -> a id=call timeout=1s retries=1                                # FLAG REL-TR-007 high
        a -> b id=fixed timeout=1s retries=2 backoff=fixed jitter=true     # FLAG REL-TR-007 medium
        a -> b id=exp timeout=1s retries=2 backoff=exp                     # FLAG REL-TR-007 medium
        a -> b id=both timeout=1s retries=2 backoff=exp jitter=true
        a -> b id=once timeout=1s
        a -> q id=hand timeout=1s retries=-1 backoff=exp                   # FLAG REL-TR-007 medium
        q -> b id=take retries=5
        journey j path=call class=hard importance=critical
        """);
  }

  private static boolean quick(String link, String journey) {
    return Reviewed.of(
            "client c\nservice a replicas=2\nc -> a id=l timeout=100ms "
                + link
                + "\njourney j path=l "
                + journey)
        .of(RULE)
        .isEmpty();
  }

  @Test
  void oneRandomRepeatInAHurryIsEnough() {
    String link = "retries=1 backoff=fixed jitter=true";
    assertThat(quick(link, "class=hard deadline=999ms")).isTrue();
    assertThat(quick(link, "class=hard deadline=1s")).isFalse();
    assertThat(quick(link, "class=soft deadline=500ms")).isFalse();
    assertThat(quick(link, "class=hard")).isFalse();
    assertThat(quick("retries=2 backoff=fixed jitter=true", "class=hard deadline=999ms")).isFalse();
    assertThat(quick("retries=1 backoff=fixed", "class=hard deadline=999ms")).isFalse();
    assertThat(quick("retries=1 jitter=true", "class=hard deadline=999ms")).isFalse();
  }

  @Test
  void theFixKeepsADeclaredCap() {
    Reviewed before =
        Reviewed.of(
            "client c\nservice a replicas=2\nc -> a id=l timeout=1s retries=2 backoffCap=3s");
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    assertThat(after.design().links().get("l").get(LinkAttributes.BACKOFF)).contains(Backoff.EXP);
    assertThat(after.design().links().get("l").get(LinkAttributes.BACKOFF_CAP).orElseThrow().text())
        .isEqualTo("3s");
  }

  @Test
  void itSaysHowTheWavesForm() {
    assertThat(
            Reviewed.of("client c\nservice a replicas=2\nc -> a id=l timeout=1s retries=2")
                .only(RULE)
                .because()
                .getFirst())
        .contains("l is repeated two times, at once and without jitter");
  }
}
