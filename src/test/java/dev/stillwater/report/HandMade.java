package dev.stillwater.report;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Edit;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.Effort;
import dev.stillwater.review.Fix;
import dev.stillwater.review.FixEffect;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Verification;
import dev.stillwater.testing.DesignFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A chapter whose every word stands here, so that what a format makes of it does not change with
/// the rules.
public final class HandMade {
  private static final DesignFixture SHOP =
      DesignFixture.parse(
          """
          design Shop
          client shopper
          service order replicas=2 p99=40ms concurrency=100
          service email replicas=2 p99=1500ms
          shopper -> order id=checkout rate=50 timeout=10s clientLb=true
          order -> email id=mail clientLb=true
          journey place-order path=checkout class=hard deadline=6s slo=0.9995 importance=critical
          """);

  private static final Verification VERIFICATION =
      new Verification("Add 15 s to email.", "Busy workers above 80 %.", "Slow email for an hour.");

  private HandMade() {}

  private record Change(String signature, String title) implements Edit {
    @Override
    public Design apply(Design design) {
      return design;
    }
  }

  private static RuleInfo rule(String id, String title, Severity base) {
    return new RuleInfo(
        id, title, base, FailureCategory.EXCESSIVE_LATENCY, List.of("REL04-BP02"), VERIFICATION);
  }

  public static Chapter chapter() {
    Analysis analysis = SHOP.analysis();
    RuleInfo slow = rule("REL-RP-002", "Slow dependency exhausts the caller", Severity.HIGH);
    RuleInfo timeout = rule("REL-TR-001", "Call without a timeout", Severity.HIGH);
    RuleInfo low = rule("REL-TR-002", "Timeout above the deadline", Severity.MEDIUM);
    RuleInfo quiet = rule("REL-LC-002", "No balancer", Severity.LOW);
    Recommendation queue =
        new Recommendation(
            new Change("InsertQueue(mail)", "Put a queue between order and email"),
            "The answer becomes an acknowledgement.",
            List.of(
                new GuardVerdict(
                    "REL-NG-005", GuardVerdict.Kind.WARN, "The backlog may outlast the deadline.")),
            false);
    Recommendation limit =
        new Recommendation(
            new Change("SetTimeout(mail, 2s)", "A timeout of 2.0 s on calls to email"),
            "Calls to a slow email fail.");
    Recommendation declare =
        new Recommendation(
            new Change("SetManaged(email)", "Declare that a provider runs email"),
            "True only for a provider.",
            List.of(),
            true);
    Recommendation refused =
        new Recommendation(
            new Change("InsertQueue(checkout)", "Put a queue between shopper and order"),
            "",
            List.of(
                new GuardVerdict(
                    "REL-NG-001", GuardVerdict.Kind.REFUSE, "The shopper needs the answer.")),
            false);
    RippleResult ripple = analysis.ripple("email", Failure.GREY);
    Finding exhausted =
        new Finding(
            slow,
            Severity.CRITICAL,
            "email -> order",
            null,
            "Slow email exhausts the workers of order",
            ripple.facts().get(1).why(),
            List.of("Flagged because mail has no timeout.", "Critical because place-order is."),
            List.of("email", "order"),
            List.of("mail"),
            ripple.journey("place-order").path(),
            List.of(new Injection("email", Failure.GREY)),
            List.of("place-order"),
            List.of(queue, limit, declare, refused));
    Finding unlimited =
        finding(
            timeout, Severity.MEDIUM, "mail", "order waits for email without a limit", "∞ > 6 s");
    Finding above = finding(low, Severity.LOW, "mail", "mail may outlast place-order", "");
    Finding unbalanced = finding(quiet, Severity.LOW, "checkout", "order has no balancer", "");
    Decision decision =
        new Decision(
            "REL-LC-002@checkout",
            Attributes.none(DecisionAttributes.TABLE)
                .with(DecisionAttributes.KIND, DecisionKind.ACCEPTED)
                .with(DecisionAttributes.REASON, "one host until spring")
                .with(DecisionAttributes.AUTHOR, "Ann"));
    Decision stale =
        new Decision(
            "REL-LC-002@gone",
            Attributes.none(DecisionAttributes.TABLE)
                .with(DecisionAttributes.KIND, DecisionKind.SUPPRESSED)
                .with(DecisionAttributes.REASON, "removed"));
    Document document = Document.of(SHOP.design()).withDecisions(List.of(decision, stale));
    FixEffect best =
        new FixEffect(
            SHOP.design(),
            List.of("place-order"),
            List.of(),
            Double.POSITIVE_INFINITY,
            3040,
            6,
            2,
            List.of("REL-RP-002@email -> order", "REL-TR-001@mail"),
            List.of("REL-ID-002@mail-queue>email"));
    Review review =
        new Review(
            document,
            List.of(
                new ReviewedFinding(exhausted, null, null, false),
                new ReviewedFinding(unlimited, null, null, false),
                new ReviewedFinding(unbalanced, null, decision, false),
                new ReviewedFinding(above, unlimited.key(), null, false)),
            List.of(
                new Question(
                    "REL-KS-007@mail",
                    "Does order need the result of mail now?",
                    "mail",
                    "need",
                    List.of(
                        new Question.Answer("Now", new Change("SetNeed(mail, result-now)", "")),
                        new Question.Answer("Later", new Change("SetNeed(mail, later)", ""))))),
            List.of(
                new RuleStatus(
                    rule("REL-KS-001", "Journey without a class", Severity.LOW),
                    RuleStatus.State.PASSED,
                    1,
                    0,
                    0),
                new RuleStatus(
                    rule("REL-KS-007", "Need not declared", Severity.INFO),
                    RuleStatus.State.NOT_ENOUGH_INFORMATION,
                    1,
                    0,
                    1),
                new RuleStatus(
                    rule("REL-QU-001", "No dead-letter path", Severity.MEDIUM),
                    RuleStatus.State.NOT_APPLICABLE,
                    0,
                    0,
                    0),
                new RuleStatus(slow, RuleStatus.State.VIOLATED, 1, 1, 0)),
            List.of(
                new JourneyVerdict(
                    SHOP.design().journeys().get("place-order"),
                    List.of(
                        new JourneyVerdict.Stopper("email", Failure.GREY, 2000),
                        new JourneyVerdict.Stopper("order", Failure.GREY, 10_000)),
                    Double.POSITIVE_INFINITY)),
            List.of(
                new DecisionStatus(decision, DecisionStatus.State.HOLDS, 1),
                new DecisionStatus(stale, DecisionStatus.State.COVERS_NOTHING, 0)));
    return new Chapter(
        "shop.design.json",
        review,
        analysis,
        Map.of(
            exhausted.key(),
            List.of(
                new Fix(1, queue, best),
                new Fix(2, limit, null),
                new Fix(3, declare, null),
                new Fix(4, refused, null))),
        List.of(
            new PlanStep(
                List.of(queue),
                List.of(exhausted.key()),
                "The answer becomes an acknowledgement.",
                2,
                1,
                Double.POSITIVE_INFINITY,
                3040,
                2,
                List.of("REL-ID-002@mail-queue>email"),
                Effort.MEDIUM)),
        LocalDate.of(2026, 11, 22));
  }

  private static Finding finding(
      RuleInfo rule, Severity severity, String subject, String message, String detail) {
    return new Finding(
        rule,
        severity,
        subject,
        null,
        message,
        detail,
        List.of("Flagged because it is so."),
        List.of(),
        List.of(subject),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
