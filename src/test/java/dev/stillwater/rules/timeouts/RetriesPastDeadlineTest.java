package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesPastDeadlineTest {
  private static final RetriesPastDeadline RULE = new RetriesPastDeadline();

  private static Reviewed call(String link, String journey) {
    return Reviewed.of(
        """
        client c
        service a replicas=2
        external b p99=100ms
        c -> a id=in rate=10 timeout=10s
        a -> b id=l %s
        journey j path=in,l %s
        """
            .formatted(link, journey));
  }

  private static List<String> signatures(Finding finding) {
    return finding.recommendations().stream().map(r -> r.edit().signature()).toList();
  }

  @Test
  void attemptsAndWaitsEndBeforeTheDeadline() {
    assertThat(call("timeout=1s retries=1", "deadline=2s").of(RULE)).isEmpty();
    assertThat(call("timeout=1s retries=1", "deadline=1999ms").of(RULE)).hasSize(1);
    assertThat(call("timeout=1s retries=1 backoff=fixed", "deadline=2s").of(RULE)).hasSize(1);
    assertThat(call("timeout=1s retries=2 backoff=exp", "deadline=3300ms").of(RULE)).isEmpty();
    assertThat(call("timeout=1s retries=2 backoff=exp", "deadline=3299ms").of(RULE)).hasSize(1);
    assertThat(call("timeout=3s", "deadline=2s").of(RULE)).isEmpty();
  }

  @Test
  void whoHasNoDeadlineCannotBeLate() {
    Reviewed reviewed = call("timeout=1s retries=9", "class=hard");
    assertThat(reviewed.of(RULE)).isEmpty();
    assertThat(reviewed.status(RULE).state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void whoNeedsAnAcknowledgementOnlyDoesNotWait() {
    assertThat(call("timeout=9s retries=1 need=ack-now", "deadline=2s").of(RULE)).isEmpty();
    assertThat(call("timeout=9s retries=1 need=later", "deadline=2s").of(RULE)).isEmpty();
    assertThat(call("timeout=9s retries=1 need=result-now", "deadline=2s").of(RULE)).hasSize(1);
  }

  @Test
  void eachJourneyHasItsOwnDeadline() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client c
            service a replicas=2
            c -> a id=in rate=10 timeout=2s retries=1
            journey quick path=in deadline=3s importance=critical
            journey slow path=in deadline=4s
            journey slower path=in deadline=3s
            """);
    assertThat(reviewed.of(RULE).stream().map(f -> f.key() + " " + f.severity() + " " + f.detail()))
        .containsExactly("REL-TR-002@in@quick HIGH quick", "REL-TR-002@in@slower HIGH slower");
  }

  @Test
  void behindAHandOverOnlyAPatientJourneyWaits() {
    String design =
        """
        client c
        service a replicas=2
        queue q preset=sqs-standard
        worker w replicas=2
        external b
        c -> a id=in rate=10 timeout=1s
        a -> q id=hand timeout=1s
        q -> w id=take
        w -> b id=l timeout=20s retries=1
        journey j entry=in class=%s deadline=30s
        """;
    assertThat(Reviewed.of(design.formatted("hard")).of(RULE)).isEmpty();
    assertThat(Reviewed.of(design.formatted("soft")).of(RULE)).hasSize(1);
  }

  @Test
  void aMissingTimeoutSpeaksForIt() {
    Reviewed reviewed = call("retries=1", "deadline=2s");
    Finding finding = reviewed.only(RULE);

    assertThat(dev.stillwater.rules.Precedence.superseded(reviewed.results().findings()))
        .containsEntry(finding.key(), "REL-TR-001@l");
    assertThat(reviewed.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void asManyRepeatsAsFitElseShorterOnesElseNone() {
    Reviewed roomy = call("timeout=1s retries=5 backoff=exp jitter=true", "deadline=2200ms");
    assertThat(signatures(roomy.only(RULE)))
        .containsExactly("SetRetries(l, 1, within the deadline)", "SetRetries(l, 0)");
    Reviewed shorter = call("timeout=1s retries=1 backoff=exp", "deadline=1500ms");
    assertThat(signatures(shorter.only(RULE)))
        .containsExactly("SetTimeout(l, timeout 700ms)", "SetRetries(l, 0)");
    Reviewed write = call("timeout=1s retries=5 effect=write", "deadline=3s");
    assertThat(signatures(write.only(RULE)))
        .containsExactly("SetTimeout(l, timeout 500ms)", "SetRetries(l, 0)");
    Reviewed endless = call("timeout=100ms retries=-1", "deadline=30s");
    assertThat(signatures(endless.only(RULE)))
        .containsExactly("SetRetries(l, 2, within the deadline)", "SetRetries(l, 0)");
    for (Reviewed before : List.of(roomy, shorter, write, endless)) {
      for (Recommendation each : before.only(RULE).recommendations()) {
        assertThat(before.after(each.edit()).of(RULE)).as(each.edit().signature()).isEmpty();
      }
    }
  }

  @Test
  void itNamesTheSum() {
    assertThat(
            call("timeout=1s retries=2 backoff=exp", "deadline=2s").only(RULE).because().getFirst())
        .contains("l can go on for 3.3 s (3 attempts × 1.0 s and waits of 300 ms)")
        .contains("j must be done within 2.0 s");
    assertThat(call("timeout=1s retries=-1", "deadline=2s").only(RULE).because().getFirst())
        .contains("l can go on for ever (attempts without end × 1.0 s)");
  }

  @Test
  void aRepeatThatEndsAtTheDeadlineFits() {
    assertThat(signatures(call("timeout=1s retries=5", "deadline=2s").only(RULE)))
        .contains("SetRetries(l, 1, within the deadline)");
    assertThat(signatures(call("timeout=1s retries=5", "deadline=1999ms").only(RULE)))
        .noneMatch(it -> it.contains("within the deadline"));
  }

  @Test
  void aCallWithoutTimeoutGetsTheUsualOneOrTheDeadline() {
    assertThat(signatures(call("timeout=none retries=1", "deadline=2s").only(RULE)))
        .containsExactly("SetTimeout(l, timeout 200ms, retries 0)");
    assertThat(signatures(call("timeout=none retries=1", "deadline=150ms").only(RULE)))
        .containsExactly("SetTimeout(l, timeout 150ms, retries 0)");
  }

  @Test
  void withoutWaitsNoneAreNamed() {
    assertThat(call("timeout=1s retries=2", "deadline=2s").only(RULE).because().getFirst())
        .contains("l can go on for 3.0 s (3 attempts × 1.0 s), and");
  }
}
