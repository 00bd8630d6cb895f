package dev.stillwater.testing;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.editor.Workspace;
import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Importance;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.review.FixEffect;
import dev.stillwater.review.JourneyVerdict;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A checkout in which everybody waits for everybody, with a judgement written by hand: what panes
/// show in tests and pictures does not depend on the engines.
public final class Checkout {
  private Checkout() {}

  public static Design design() {
    Design design = Design.empty("Checkout, tightly coupled");
    design =
        design.withDescription(
            "One order request calls payment, database, mail, loyalty and analytics before it answers. Everything that is slow here makes everybody slow.");
    design =
        design
            .with(new Component("shopper", ComponentKind.CLIENT))
            .with(
                new Component("order", ComponentKind.SERVICE)
                    .with(ComponentAttributes.REPLICAS, 1)
                    .with(ComponentAttributes.CAPACITY_RATE, 300.0)
                    .with(ComponentAttributes.P99, Timespan.parse("40ms").orElseThrow())
                    .with(ComponentAttributes.CONCURRENCY, 100))
            .with(
                new Component("payment", ComponentKind.EXTERNAL)
                    .with(ComponentAttributes.P99, Timespan.parse("900ms").orElseThrow())
                    .with(ComponentAttributes.AVAILABILITY, 0.999))
            .with(
                new Component("orders-db", ComponentKind.RELATIONAL_DB)
                    .with(ComponentAttributes.REPLICAS, 1)
                    .with(ComponentAttributes.CAPACITY_RATE, 500.0))
            .with(
                new Component("email", ComponentKind.SERVICE)
                    .with(ComponentAttributes.REPLICAS, 1)
                    .with(ComponentAttributes.P99, Timespan.parse("1500ms").orElseThrow())
                    .with(ComponentAttributes.CONCURRENCY, 20))
            .with(new Component("loyalty", ComponentKind.SERVICE))
            .with(new Component("analytics", ComponentKind.SERVICE));
    return design
        .with(
            new Link("checkout", "shopper", "order")
                .with(LinkAttributes.NEED, Need.RESULT_NOW)
                .with(LinkAttributes.EFFECT, Effect.WRITE)
                .with(LinkAttributes.RATE, 50.0)
                .with(LinkAttributes.TIMEOUT, Timespan.parse("10s").orElseThrow())
                .with(LinkAttributes.RETRIES, 1))
        .with(
            new Link("pay", "order", "payment")
                .with(LinkAttributes.NEED, Need.RESULT_NOW)
                .with(LinkAttributes.EFFECT, Effect.WRITE)
                .with(LinkAttributes.TIMEOUT, Timespan.parse("5s").orElseThrow())
                .with(LinkAttributes.RETRIES, 2))
        .with(
            new Link("save", "order", "orders-db")
                .with(LinkAttributes.EFFECT, Effect.WRITE)
                .with(LinkAttributes.TIMEOUT, Timespan.parse("500ms").orElseThrow()))
        .with(
            new Link("mail", "order", "email")
                .with(LinkAttributes.NEED, Need.LATER)
                .with(LinkAttributes.EFFECT, Effect.WRITE)
                .with(LinkAttributes.CALLS, 1.0)
                .with(LinkAttributes.NOTES, "Confirmation mail; nobody waits for it."))
        .with(
            new Link("points", "order", "loyalty")
                .with(LinkAttributes.NEED, Need.ACK_NOW)
                .with(LinkAttributes.EFFECT, Effect.WRITE)
                .with(LinkAttributes.TIMEOUT, Timespan.parse("2s").orElseThrow()))
        .with(
            new Link("track", "order", "analytics")
                .with(LinkAttributes.NEED, Need.LATER)
                .with(LinkAttributes.DEPENDENCY, Dependency.SOFT)
                .with(LinkAttributes.LOSS_OK, true))
        .with(
            new Journey("place-order")
                .with(JourneyAttributes.PATH, List.of("checkout", "pay", "save"))
                .with(JourneyAttributes.CLASS, RealTimeClass.HARD)
                .with(JourneyAttributes.DEADLINE, Timespan.parse("6s").orElseThrow())
                .with(JourneyAttributes.SLO, 0.9995)
                .with(JourneyAttributes.IMPORTANCE, Importance.CRITICAL));
  }

  public static Document document() {
    Layout layout = Layout.EMPTY;
    int i = 0;
    for (Component component : design().components()) {
      layout = layout.with(component.id(), new Position(40 + 240 * Math.min(i, 2), 40 + 96 * i));
      i++;
    }
    return Document.of(design()).withLayout(layout);
  }

  public static Presets presets() {
    return new Presets(
        List.of(
            preset("sqs-standard", "Amazon SQS standard queue", ComponentKind.QUEUE),
            preset("sns", "Amazon SNS topic", ComponentKind.TOPIC),
            preset("alb", "AWS Application Load Balancer", ComponentKind.LOAD_BALANCER)));
  }

  private static Preset preset(String key, String title, ComponentKind kind) {
    return new Preset(
        key,
        title,
        kind,
        "public documentation",
        LocalDate.of(2026, 1, 31),
        true,
        Attributes.none(ComponentAttributes.TABLE)
            .with(ComponentAttributes.MANAGED, true)
            .with(ComponentAttributes.RETENTION, Timespan.parse("4d").orElseThrow()));
  }

  public static Workspace workspace() {
    return new Workspace(document(), presets(), Checkout::ripple, Document::layout);
  }

  /// The rates that follow from 50 orders per second.
  public static Optional<Double> rate(String link) {
    return link.equals("checkout") ? Optional.empty() : Optional.of(50.0);
  }

  public static RippleResult ripple(Document document, Injection injection) {
    DependencyGraph graph = DependencyGraph.of(document.design(), presets());
    List<Fact> chain = chain(graph);
    JourneyOutcome lost =
        new JourneyOutcome(
            graph.journey("place-order"), JourneyOutcome.State.DOWN, 2000, chain.subList(0, 2));
    return new RippleResult(injection, chain, List.of(lost), List.of());
  }

  private static List<Fact> chain(DependencyGraph graph) {
    Fact slow =
        new Fact(
            0,
            graph.node("email"),
            Impact.SLOW,
            Fact.EVERYBODY,
            "email answers 10x slower",
            null,
            null,
            10);
    Fact silent =
        new Fact(
            2000,
            graph.node("order"),
            Impact.SILENT,
            Fact.EVERYBODY,
            "order: 100 workers fill in 2.0 s (50 req/s x 15.0 s held per call)",
            slow,
            null,
            1);
    Fact errors =
        new Fact(
            22000,
            graph.node("shopper"),
            Impact.ERR,
            "place-order",
            "shopper returns errors 20.0 s later",
            silent,
            null,
            1);
    return List.of(slow, silent, errors);
  }

  private static RuleInfo rule(String id, String title, Severity base) {
    return new RuleInfo(
        id,
        title,
        base,
        FailureCategory.SHARED_FATE,
        List.of("REL04-BP02"),
        new Verification("test", "alarm", "experiment"));
  }

  /// An edit for show: its change is given as a function.
  public record Named(String signature, String title, UnaryOperator<Design> change)
      implements Edit {
    @Override
    public Design apply(Design design) {
      return change.apply(design);
    }
  }

  private static Edit timeout(String link, String title, String span) {
    return new Named(
        "SetTimeout(" + link + ")",
        title,
        design ->
            design
                .links()
                .find(link)
                .map(l ->
                    design.with(l.with(LinkAttributes.TIMEOUT, Timespan.parse(span).orElseThrow())))
                .orElse(design));
  }

  private static Edit queue() {
    return new Named(
        "ReplaceFanoutWithTopic(order)",
        "Publish to a topic with one queue each",
        design -> {
          if (design.links().find("mail").isEmpty()) {
            return design;
          }
          return design
              .withLinks(design.links().without(List.of("mail")))
              .with(new Component("order-events", ComponentKind.TOPIC))
              .with(new Component("email-queue", ComponentKind.QUEUE))
              .with(new Link("publish", "order", "order-events"))
              .with(new Link("email-queue-in", "order-events", "email-queue"))
              .with(
                  new Link("mail-out", "email-queue", "email")
                      .with(LinkAttributes.EFFECT, Effect.WRITE));
        });
  }

  public static Review review(Document document) {
    DependencyGraph graph = DependencyGraph.of(document.design(), presets());
    List<Fact> chain = chain(graph);
    Injection grey = new Injection("email", Failure.GREY);
    List<Finding> findings = new ArrayList<>();
    List<String> lost = List.of("place-order");
    findings.add(
        finding(
            rule("REL-RP-001", "Journey with a single point of failure", Severity.HIGH),
            Severity.CRITICAL,
            "place-order",
            null,
            "Five parts can each stop place-order alone",
            "order@0.0s, orders-db@0.5s, email@2.0s, loyalty@2.0s, payment@2.0s",
            List.of("order", "orders-db", "email", "loyalty", "payment"),
            List.of("checkout", "pay", "save"),
            List.of(),
            lost,
            List.of()));
    if (document.design().links().contains("mail")) {
      findings.add(
          new Finding(
              rule("REL-RP-002", "A slow callee takes its caller with it", Severity.HIGH),
              Severity.CRITICAL,
              "email -> order",
              null,
              "Slow email exhausts the workers of order",
              "order: 100 workers fill in 2.0 s (50 req/s x 15.0 s held per call)",
              List.of(
                  "Flagged because mail has no timeout and every order waits for it: 50 req/s x 15.0 s = 750 workers needed, 100 there.",
                  "Critical because place-order is critical."),
              List.of("email", "order"),
              List.of("mail"),
              chain,
              List.of(grey),
              lost,
              List.of(
                  new Recommendation(
                      queue(),
                      "The answer becomes an acknowledgement; consumers must be idempotent (asked next).",
                      List.of(
                          new GuardVerdict(
                              "REL-NG-006",
                              GuardVerdict.Kind.WARN,
                              "order reads its own write on the same journey right after: expect eventual consistency.")),
                      false),
                  new Recommendation(
                      timeout("mail", "Bulkhead of 20 and a timeout of 2 s", "2s"),
                      "Mails are lost while email is slow."),
                  new Recommendation(
                      timeout("mail", "Declare the timeout that mail has", "1s"),
                      "None, once it is true.",
                      List.of(),
                      true))));
    }
    findings.add(
        finding(
            rule("REL-ID-001", "Retried write without idempotency", Severity.HIGH),
            Severity.CRITICAL,
            "checkout",
            null,
            "Retried write without an idempotency token",
            "2 attempts",
            List.of("shopper", "order"),
            List.of("checkout"),
            List.of(),
            List.of(),
            List.of(
                new Recommendation(
                    timeout("checkout", "Send a token with every checkout", "10s"),
                    "A token store on the hot path."))));
    findings.add(
        finding(
            rule("REL-RZ-001", "Single replica on a journey", Severity.HIGH),
            Severity.CRITICAL,
            "order",
            null,
            "order runs as a single replica",
            "1 replica",
            List.of("order"),
            List.of(),
            List.of(),
            lost,
            List.of()));
    findings.add(
        finding(
            rule("REL-LC-003", "Synchronous fan-out to independent consumers", Severity.MEDIUM),
            Severity.HIGH,
            "order",
            null,
            "Three callees that nobody waits for are called one by one",
            "analytics,email,loyalty",
            List.of("order", "email", "loyalty", "analytics"),
            List.of("mail", "points", "track"),
            List.of(),
            List.of(),
            List.of(new Recommendation(queue(), "Eventual consistency."))));
    findings.add(
        finding(
            rule("REL-TR-002", "Retries run past the deadline", Severity.MEDIUM),
            Severity.HIGH,
            "pay",
            "place-order",
            "Retries of pay run past the deadline of place-order",
            "15.3 s of 6 s",
            List.of("order", "payment"),
            List.of("pay"),
            List.of(),
            List.of(),
            List.of()));
    findings.add(
        finding(
            rule("REL-TR-001", "Call without a timeout", Severity.MEDIUM),
            Severity.MEDIUM,
            "mail",
            null,
            "Call without a timeout",
            "",
            List.of("order", "email"),
            List.of("mail"),
            List.of(),
            List.of(),
            List.of(
                new Recommendation(
                    timeout("mail", "Set a timeout of 3 s", "3s"), "Slow mails fail."))));
    findings.add(
        finding(
            rule("REL-ID-009", "User-facing write without a token", Severity.LOW),
            Severity.LOW,
            "checkout",
            null,
            "People press twice, and proxies send again",
            "",
            List.of("shopper", "order"),
            List.of("checkout"),
            List.of(),
            List.of(),
            List.of()));
    List<ReviewedFinding> reviewed =
        findings.stream().map(f -> new ReviewedFinding(f, null, null, false)).toList();
    List<Question> questions =
        List.of(
            new Question(
                "REL-KS-007@save",
                "Does order need the result of save before it can go on?",
                "save",
                "need",
                List.of(
                    new Question.Answer("Result now", need("save", Need.RESULT_NOW)),
                    new Question.Answer("An acknowledgement", need("save", Need.ACK_NOW)),
                    new Question.Answer("Later", need("save", Need.LATER)))),
            new Question(
                "REL-DA-003@orders-db",
                "Is there a backup of orders-db that was restored once?",
                "orders-db",
                "backup",
                List.of(
                    new Question.Answer("Yes", need("save", Need.RESULT_NOW)),
                    new Question.Answer("No", need("save", Need.LATER)))));
    Journey journey = document.design().journeys().get("place-order");
    JourneyVerdict verdict =
        new JourneyVerdict(
            journey,
            List.of(
                new JourneyVerdict.Stopper("order", Failure.CRASH, 0),
                new JourneyVerdict.Stopper("orders-db", Failure.CRASH, 500),
                new JourneyVerdict.Stopper("email", Failure.GREY, 2000),
                new JourneyVerdict.Stopper("loyalty", Failure.GREY, 2000),
                new JourneyVerdict.Stopper("payment", Failure.GREY, 2000)),
            15_300);
    return new Review(
        document,
        reviewed,
        questions,
        List.of(
            new RuleStatus(
                rule("REL-QU-001", "Queue without a dead-letter queue", Severity.MEDIUM),
                RuleStatus.State.NOT_APPLICABLE,
                0,
                0,
                0)),
        List.of(verdict),
        List.of());
  }

  private static Edit need(String link, Need need) {
    return new Named(
        "SetNeed(" + link + ")",
        "Declare that " + link + " needs " + need.word(),
        design -> design.with(design.links().get(link).with(LinkAttributes.NEED, need)));
  }

  private static Finding finding(
      RuleInfo rule,
      Severity severity,
      String subject,
      String second,
      String message,
      String detail,
      List<String> components,
      List<String> links,
      List<Fact> chain,
      List<String> lost,
      List<Recommendation> recommendations) {
    return new Finding(
        rule,
        severity,
        subject,
        second,
        message,
        detail,
        List.of("Flagged because the drawing says so.", "Severe because of its journey."),
        components,
        links,
        chain,
        List.of(),
        lost,
        recommendations);
  }

  /// What the fixes of the slow callee would change.
  public static FixEffect effect(Review review, Finding finding, int n) {
    Design design = review.document().design();
    boolean best = n == 0;
    return new FixEffect(
        finding.recommendations().get(n).edit().apply(design),
        List.of("place-order"),
        n < 2 ? List.of() : List.of("place-order"),
        15_300,
        best ? 2_600 : 15_300,
        3,
        3,
        best ? List.of(finding.key(), "REL-TR-001@mail") : List.of(finding.key()),
        best ? List.of("REL-ID-002@mail-out") : List.of());
  }
}
