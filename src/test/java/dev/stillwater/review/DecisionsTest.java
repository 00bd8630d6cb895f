package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  /// Three calls that have no timeout; one ends at a tagged component.
  private static final DesignFixture DESIGN =
      DesignFixture.parse(
          """
          client user
          service web replicas=2 p99=40ms
          service old replicas=2 tags=legacy,billing
          service new replicas=2
          user -> web id=in rate=10 timeout=3s
          web -> old id=bill need=result-now clientLb=true
          web -> new id=ship need=result-now clientLb=true
          journey buy path=in,bill,ship class=hard deadline=6s
          """);

  private static Review review(Decision... decisions) {
    Document document = Document.of(DESIGN.design()).withDecisions(List.of(decisions));
    return new Reviewer(DESIGN.presets()).review(document, TODAY);
  }

  private static Decision decision(String target) {
    return new Decision(
        target,
        Attributes.none(DecisionAttributes.TABLE)
            .with(DecisionAttributes.KIND, DecisionKind.ACCEPTED)
            .with(DecisionAttributes.REASON, "known since March"));
  }

  private static Decision until(String target, LocalDate lastDay) {
    Decision decision = decision(target);
    return new Decision(target, decision.attributes().with(DecisionAttributes.EXPIRES, lastDay));
  }

  private static List<String> covered(Review review) {
    return review.findings().stream()
        .filter(found -> found.standing() == Standing.DECIDED)
        .map(ReviewedFinding::key)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REL-TR-001@bill       | REL-TR-001@bill",
        "*@bill                | REL-TR-001@bill",
        "REL-TR-001@*          | REL-TR-001@bill,REL-TR-001@ship",
        "REL-TR-001@tag:legacy | REL-TR-001@bill",
        "REL-TR-001@tag:billing| REL-TR-001@bill",
        "REL-TR-001@tag:leg    | ''",
        "REL-TR-001@bil        | ''",
        "REL-TR-00@bill        | ''",
        "REL-TR-001@bill@buy   | ''",
        "rel-tr-001@bill       | ''",
      })
  void coversWhatItsTargetNames(String target, String keys) {
    assertThat(String.join(",", covered(review(decision(target.strip()))))).isEqualTo(keys);
  }

  @Test
  void withoutASecondPartEverySecondSubjectIsMeant() {
    DesignFixture design =
        DesignFixture.parse(
            """
            client user
            service web replicas=2
            queue jobs preset=sqs-standard dlq=dead
            queue dead preset=sqs-standard
            worker job replicas=2
            user -> web id=in rate=10 timeout=3s
            web => jobs id=put need=result-now timeout=1s
            jobs -> job id=take effect=idempotent-write
            journey buy path=in,put,take class=hard deadline=6s
            journey rent path=in,put,take class=hard deadline=6s
            """);
    Reviewer reviewer = new Reviewer(design.presets());
    Document document = Document.of(design.design());
    assertThat(
            covered(
                reviewer.review(
                    document.withDecisions(List.of(decision("REL-KS-002@put"))), TODAY)))
        .containsExactly("REL-KS-002@put@buy", "REL-KS-002@put@rent");
    assertThat(
            covered(
                reviewer.review(
                    document.withDecisions(List.of(decision("REL-KS-002@put@rent"))), TODAY)))
        .containsExactly("REL-KS-002@put@rent");
    assertThat(
            covered(
                reviewer.review(
                    document.withDecisions(List.of(decision("REL-KS-002@*@buy"))), TODAY)))
        .containsExactly("REL-KS-002@put@buy");
  }

  @Test
  void holdsOnItsLastDayAndNotAfter() {
    assertThat(covered(review(until("REL-TR-001@bill", TODAY)))).hasSize(1);
    Review over = review(until("REL-TR-001@bill", TODAY.minusDays(1)));
    assertThat(covered(over)).isEmpty();
    assertThat(over.decisions())
        .extracting(DecisionStatus::state, DecisionStatus::covered)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(DecisionStatus.State.EXPIRED, 0));
  }

  @Test
  void whatCoversNothingIsSaidWithItsReason() {
    Decision withoutReason =
        new Decision(
            "REL-TR-001@bill",
            Attributes.none(DecisionAttributes.TABLE)
                .with(DecisionAttributes.KIND, DecisionKind.SUPPRESSED)
                .with(DecisionAttributes.REASON, "  "));
    Review review =
        review(
            withoutReason,
            decision("REL-TR-001"),
            decision("REL-TR-001@gone"),
            decision("*@bill"),
            decision("REL-TR-001@bill"));
    assertThat(review.decisions())
        .extracting(DecisionStatus::state)
        .containsExactly(
            DecisionStatus.State.INCOMPLETE,
            DecisionStatus.State.UNREADABLE,
            DecisionStatus.State.COVERS_NOTHING,
            DecisionStatus.State.HOLDS,
            DecisionStatus.State.HOLDS);
    assertThat(review.decisions())
        .extracting(DecisionStatus::covered)
        .as("the first in the file covers")
        .containsExactly(0, 0, 0, 1, 0);
  }

  @Test
  void countsAddUpToAllFindings() {
    Review review =
        review(decision("REL-TR-001@bill")).comparedWith(List.of("REL-TR-001@ship", "no such key"));
    int counted = review.summary().values().stream().mapToInt(Integer::intValue).sum();
    int others =
        review.count(Standing.DECIDED)
            + review.count(Standing.BASELINE)
            + review.count(Standing.SUPERSEDED);
    assertThat(review.count(Standing.DECIDED)).isEqualTo(1);
    assertThat(review.count(Standing.BASELINE)).isEqualTo(1);
    assertThat(counted).isEqualTo(review.open().size());
    assertThat(counted + others).isEqualTo(review.findings().size());
  }

  private static final String TIMED =
      """
      client user
      service web replicas=2 p99=40ms
      service old replicas=2 p99=900ms
      user -> web id=in rate=10 timeout=3s
      web -> old id=bill need=result-now clientLb=true timeout=500ms
      journey buy path=in,bill class=hard deadline=6s
      """;

  private static Document decidedOn(String text) {
    Document document = Document.of(DesignFixture.parse(text).design());
    Review review = new Reviewer(DESIGN.presets()).review(document, TODAY);
    return new DecisionDraft("REL-TR-004@bill", DecisionKind.ACCEPTED, "measured", "Ann", "", null)
        .taken(document, review, TODAY);
  }

  private static Review withDesign(Document decided, String text) {
    return new Reviewer(DESIGN.presets())
        .review(decided.withDesign(DesignFixture.parse(text).design()), TODAY);
  }

  @Test
  void anotherNumberReopensAndSaysWhichOne() {
    Document decided = decidedOn(TIMED);
    assertThat(covered(withDesign(decided, TIMED))).containsExactly("REL-TR-004@bill");
    Review review = withDesign(decided, TIMED.replace("p99=900ms", "p99=950ms"));
    assertThat(covered(review)).isEmpty();
    DecisionStatus status = review.decisions().getFirst();
    assertThat(status.state()).isEqualTo(DecisionStatus.State.STALE);
    assertThat(status.needsAttention()).isTrue();
    assertThat(status.why()).hasSize(1);
    assertThat(status.why().getFirst()).contains("500 < 900 ms").contains("500 < 950 ms");
    LapsedDecision lapsed =
        review.findings().stream()
            .filter(found -> found.key().equals("REL-TR-004@bill"))
            .findFirst()
            .flatMap(ReviewedFinding::lapsedDecision)
            .orElseThrow();
    assertThat(lapsed.why()).isEqualTo(status.why());
  }

  @Test
  void anotherNumberElsewhereReopensNothing() {
    Document decided = decidedOn(TIMED);
    assertThat(covered(withDesign(decided, TIMED.replace("deadline=6s", "deadline=8s"))))
        .containsExactly("REL-TR-004@bill");
  }

  @Test
  void aHashOfAnotherToolIsNoFactAndHolds() {
    Decision decision = decision("REL-TR-001@bill");
    assertThat(
            covered(
                review(
                    new Decision(
                        decision.target(),
                        decision.attributes().with(DecisionAttributes.FACTS, "9f86d081")))))
        .containsExactly("REL-TR-001@bill");
  }

  @Test
  void aDraftSaysWhatIsMissing() {
    Review review = review();
    assertThat(problem(review, "bill", DecisionKind.ACCEPTED, "so", "", null))
        .contains("RULE@SUBJECT");
    assertThat(problem(review, "REL-TR-001@bill", DecisionKind.ACCEPTED, " ", "", null))
        .contains("Say why");
    assertThat(problem(review, "REL-TR-001@bill", DecisionKind.IN_PROGRESS, "so", "", null))
        .contains("ticket");
    assertThat(
            problem(review, "REL-TR-001@bill", DecisionKind.ACCEPTED, "so", "", TODAY.minusDays(1)))
        .contains("2026-06-29 is over");
    assertThat(problem(review, "REL-TR-001@nobody", DecisionKind.ACCEPTED, "so", "", null))
        .contains("Nothing is found");
    assertThat(problem(review, "REL-TR-001@bill", DecisionKind.IN_PROGRESS, "so", "T-1", TODAY))
        .isEmpty();
  }

  private static String problem(
      Review review,
      String target,
      DecisionKind kind,
      String reason,
      String ticket,
      @org.jspecify.annotations.Nullable LocalDate expires) {
    return new DecisionDraft(target, kind, reason, "", ticket, expires)
        .problem(review, TODAY)
        .orElse("");
  }

  @Test
  void whatIsSaidOfOneFindingStandsBeforeWhatIsSaidOfMany() {
    Document document =
        Document.of(DESIGN.design())
            .withDecisions(List.of(decision("REL-TR-001@ship"), decision("*@*")));
    Review review = new Reviewer(DESIGN.presets()).review(document, TODAY);
    Document taken =
        new DecisionDraft("REL-TR-001@bill", DecisionKind.MITIGATED, "elsewhere", "", "", null)
            .taken(document, review, TODAY);
    assertThat(taken.decisions())
        .extracting(Decision::target)
        .containsExactly("REL-TR-001@ship", "REL-TR-001@bill", "*@*");
    Document again =
        new DecisionDraft("REL-TR-001@bill", DecisionKind.ACCEPTED, "after all", "", "", null)
            .taken(taken, review, TODAY);
    assertThat(again.decisions())
        .extracting(Decision::target)
        .containsExactly("REL-TR-001@ship", "REL-TR-001@bill", "*@*");
  }
}
