package dev.stillwater.rulefiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Link;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleResults;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Rules;
import dev.stillwater.rules.Severity;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What rules and overrides of a team do to a review.
class OwnRulesTest {
  private static final String SHOP =
      """
      client shopper
      service order replicas=2 tags=core
      service email tags=legacy
      external payment
      shopper -> order id=checkout rate=50 timeout=10s
      order -> email id=mail
      order -> payment id=pay timeout=5s retries=1 effect=write
      journey place path=checkout,mail,pay class=hard deadline=6s importance=critical
      """;

  private static final String HEAD = "format: stillwater-rules/1\n";

  private static final String SLOW =
      HEAD
          + """
          rules:
            - id: TEAM-SLA-001
              title: A caller waits too long
              severity: medium
              for: link
              applies when: mode = sync and from.kind = service
              violated when: timeout > 2s
              message: "{from.name} waits {timeout} for {to.name}, {attempts} times"
              fix:
                - set: {timeout: 2s, retries: 0}
                  trade-off: Slow answers become errors.
                - edit: InsertQueue
                  trade-off: The consumer has to recognise repeats.
                - edit: AddReplicas
                  on: to
                  trade-off: Replicas cost money.
          """;

  @TempDir Path folder;
  private FilesOf files;

  @BeforeEach
  void noFiles() {
    files = new FilesOf(folder);
  }

  private RuleFiles.Loaded loaded() {
    RuleFiles.Loaded loaded = files.load();
    assertThat(loaded.problems()).isEmpty();
    return loaded;
  }

  private RuleResults results(String design) {
    Design parsed = DesignFixture.parse(design).design();
    return Rules.check(new RuleContext(Analysis.of(parsed, GoldenPresets.ALL), loaded().rules()));
  }

  private static List<Finding> of(RuleResults results, String rule) {
    return results.findings().stream().filter(it -> it.rule().id().equals(rule)).toList();
  }

  private static RuleStatus status(RuleResults results, String rule) {
    return results.statuses().stream()
        .filter(it -> it.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  // ---- rules

  @Test
  void aFindingHasItsValuesItsReasonAndItsFixes() {
    files.with("team.rules.yaml", SLOW);
    RuleResults results = results(SHOP);
    Finding finding = of(results, "TEAM-SLA-001").getFirst();
    assertThat(of(results, "TEAM-SLA-001")).hasSize(1);
    assertThat(finding.key()).isEqualTo("TEAM-SLA-001@pay");
    assertThat(finding.message()).isEqualTo("order waits 5.0 s for payment, 2 times");
    assertThat(finding.detail()).isEqualTo("timeout 5.0 s");
    assertThat(finding.because())
        .contains("Flagged because timeout > 2s, with timeout 5.0 s.")
        .contains("High because place is critical.");
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.recommendations())
        .extracting(it -> it.edit().signature())
        .containsExactly("SetAttributes(pay, timeout to 2s, retries to 0)", "AddReplicas(payment)");
    // A guard speaks against the queue, because nobody said what the caller needs.
    assertThat(finding.because()).anySatisfy(it -> assertThat(it).contains("queue"));
    Recommendation first = finding.recommendations().getFirst();
    Design fixed = first.edit().apply(DesignFixture.parse(SHOP).design());
    assertThat(first.edit().apply(fixed)).isEqualTo(fixed);
    RuleResults after =
        Rules.check(new RuleContext(Analysis.of(fixed, GoldenPresets.ALL), files.load().rules()));
    assertThat(of(after, "TEAM-SLA-001")).isEmpty();
  }

  @Test
  void whatIsUnknownIsNeverAFinding() {
    files.with("team.rules.yaml", SLOW);
    RuleResults results = results(SHOP.replace("timeout=5s ", ""));
    assertThat(of(results, "TEAM-SLA-001")).isEmpty();
    RuleStatus status = status(results, "TEAM-SLA-001");
    assertThat(status.state()).isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
    assertThat(status.examined()).isEqualTo(2);
    assertThat(status.questions()).isEqualTo(2);
  }

  @Test
  void aRuleWhoseFirstConditionIsUnknownDoesNotApply() {
    files.with(
        "team.rules.yaml", SLOW.replace("mode = sync and from.kind = service", "payload > 1MB"));
    assertThat(status(results(SHOP), "TEAM-SLA-001").state())
        .isEqualTo(RuleStatus.State.NOT_APPLICABLE);
  }

  @Test
  void whatIsUndeclaredIsAskedForWhereTheAnswersAreFew() {
    files.with("team.rules.yaml", SLOW.replace("timeout > 2s", "need = result-now"));
    RuleResults results = results(SHOP);
    assertThat(results.questions())
        .filteredOn(question -> question.key().startsWith("TEAM-"))
        .extracting(question -> question.key() + " " + question.answers().size())
        .containsExactlyInAnyOrder("TEAM-SLA-001@mail@need 3", "TEAM-SLA-001@pay@need 3");
  }

  @Test
  void rulesSpeakOfDrawnLinksOnly() {
    files.with("team.rules.yaml", SLOW.replace("timeout > 2s", "to.kind = external"));
    RuleResults results =
        results(SHOP.replace("id=pay timeout", "id=pay coupling=loose-async timeout"));
    assertThat(status(results, "TEAM-SLA-001").examined()).isEqualTo(1);
    files = new FilesOf(folder);
    files.with(
        "team.rules.yaml",
        SLOW.replace("mode = sync and from.kind = service", "coupling = loose-async")
            .replace("timeout > 2s", "to.kind = external and from.kind = service"));
    results = results(SHOP.replace("id=pay timeout", "id=pay coupling=loose-async timeout"));
    assertThat(of(results, "TEAM-SLA-001")).extracting(Finding::subject).containsExactly("pay");
  }

  @Test
  void exactSeverityStays() {
    files.with("team.rules.yaml", SLOW.replace("severity: medium", "severity: exactly medium"));
    assertThat(of(results(SHOP), "TEAM-SLA-001").getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aJourneyCanBeAsked() {
    files.with(
        "team.rules.yaml",
        HEAD
            + """
            rules:
              - id: TEAM-JRN-001
                title: Waits sum up
                severity: low
                for: journey
                violated when: sum(links, hold) > deadline
                message: "{name}: {sum(links, hold)} against {deadline}"
            """);
    Finding finding = of(results(SHOP), "TEAM-JRN-001").getFirst();
    assertThat(finding.subject()).isEqualTo("place");
    assertThat(finding.message()).isEqualTo("place: unlimited against 6.0 s");
  }

  @Test
  @Timeout(30)
  void aRuleTakesTimeInProportionToTheDesign() {
    Design star = Design.empty("star").with(new Component("hub", ComponentKind.SERVICE));
    List<Component> components = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      components.add(new Component("s" + i, ComponentKind.SERVICE));
      links.add(new Link("a" + i, "hub", "s" + i));
      links.add(new Link("b" + i, "s" + i, "hub"));
    }
    star =
        star.withComponents(star.components().withAll(components))
            .withLinks(star.links().withAll(links));
    files.with(
        "team.rules.yaml",
        SLOW.replace(
            "timeout > 2s",
            "count(to.in, timeout is known) > 1 or any(from.out, to.replicas > 1)"));
    Rule rule = loaded().rules().own().getFirst();
    RuleContext context = new RuleContext(Analysis.of(star, GoldenPresets.ALL));
    Checks checks = new Checks(rule.info(), context);
    rule.check(context, checks);
  }

  // ---- overrides

  private Review review(String overrides) {
    files.with("team.rules.yaml", HEAD + "overrides:\n" + overrides);
    return new Reviewer(GoldenPresets.ALL, loaded().rules())
        .review(Document.of(DesignFixture.parse(SHOP).design()), LocalDate.of(2026, 11, 22));
  }

  private static ReviewedFinding found(Review review, String key) {
    return review.findings().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void whatIsSwitchedOffIsCountedAndNamed() {
    Review review = review("  - {rule: REL-TR-001, off: true, reason: Next year.}\n");
    ReviewedFinding off = found(review, "REL-TR-001@mail");
    assertThat(off.standing()).isEqualTo(Standing.SWITCHED_OFF);
    assertThat(off.switchedOff().orElseThrow().reason()).isEqualTo("Next year.");
    assertThat(review.count(Standing.SWITCHED_OFF)).isEqualTo(1);
    assertThat(review.rules())
        .filteredOn(status -> status.rule().id().equals("REL-TR-001"))
        .extracting(RuleStatus::state)
        .containsExactly(RuleStatus.State.SWITCHED_OFF);
  }

  @Test
  void anElementBeatsATagAndATagTheDesign() {
    Review review =
        review(
            """
              - {rule: REL-TR-001, severity: info, reason: Design.}
              - {rule: REL-TR-001, on: mail, severity: low, reason: Element.}
              - {rule: REL-TR-001, on: 'tag:legacy', severity: critical, reason: Tag.}
            """);
    Finding mail = found(review, "REL-TR-001@mail").finding();
    assertThat(mail.severity()).isEqualTo(Severity.LOW);
    assertThat(mail.because()).last().asString().contains("team.rules.yaml: Element.");
  }

  @Test
  void aTagOnEitherEndOfALinkCounts() {
    Review review =
        review(
            """
              - {rule: REL-TR-001, severity: info, reason: Design.}
              - {rule: REL-TR-*, on: 'tag:legacy', severity: critical, reason: Tag.}
            """);
    assertThat(found(review, "REL-TR-001@mail").finding().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void anIdBeatsTheBeginningOfOneAndTheLaterTheEarlier() {
    Review review =
        review(
            """
              - {rule: REL-TR-001, severity: low, reason: Exact.}
              - {rule: REL-TR-*, severity: info, reason: Longer.}
              - {rule: REL-*, off: true, reason: All.}
              - {rule: REL-TR-*, off: false, reason: But these.}
            """);
    ReviewedFinding mail = found(review, "REL-TR-001@mail");
    assertThat(mail.isOpen()).isTrue();
    assertThat(mail.finding().severity()).isEqualTo(Severity.LOW);
    assertThat(review.open()).allMatch(it -> it.key().startsWith("REL-TR-"));
    assertThat(review.count(Standing.SWITCHED_OFF)).isPositive();
  }

  @Test
  void whatASwitchedOffFindingSaidBetterCountsAgain() {
    Review with = review("  - {rule: REL-QU-001, off: true, reason: Not here.}\n");
    assertThat(with.count(Standing.SWITCHED_OFF)).isZero();
    Review without = review("  - {rule: REL-TR-001, on: mail, off: true, reason: Measured.}\n");
    assertThat(without.findings())
        .filteredOn(it -> it.superseder().filter("REL-TR-001@mail"::equals).isPresent())
        .isEmpty();
  }

  // ---- test cases

  @Test
  void testCasesPassAndFail() {
    files.with(
        "team.rules.yaml",
        SLOW
            + """
            overrides:
              - {rule: TEAM-SLA-001, on: 'tag:batch', off: true, reason: Nobody waits.}
            tests:
              - name: flagged
                design: &slow
                  components: [{id: a, kind: service}, {id: b, kind: service}]
                  links: [{from: a, to: b, timeout: 5s}]
                expect: ["TEAM-SLA-001@a>b medium"]
              - name: wrong severity
                design: *slow
                expect: TEAM-SLA-001@a>b high
              - name: not silent
                design: *slow
                expect: silent
              - name: switched off
                design:
                  components: [{id: a, kind: service, tags: [batch]}, {id: b, kind: service}]
                  links: [{from: a, to: b, timeout: 5s}]
                expect: silent
              - name: unreadable
                design:
                  components: [{id: a, kind: servce}]
                expect: silent
            """);
    RuleFiles.Loaded loaded = loaded();
    List<RuleTests.Outcome> outcomes =
        new RuleTests(loaded.files().getFirst(), loaded.rules(), GoldenPresets.ALL).run();
    assertThat(outcomes)
        .extracting(it -> it.of().name() + " " + it.passed())
        .containsExactly(
            "flagged false",
            "wrong severity false",
            "not silent false",
            "switched off true",
            "unreadable false");
    assertThat(outcomes.get(1).missing()).hasToString("[TEAM-SLA-001@a>b high]");
    assertThat(outcomes.get(2).unexpected()).containsExactly("TEAM-SLA-001@a>b medium");
    // The third fix gives the callee replicas, and the caller waits as long as before.
    assertThat(outcomes.get(0).useless())
        .containsExactly("Run two replicas of b behind a load balancer (TEAM-SLA-001@a>b)");
    assertThat(outcomes.get(4).unread().getFirst().toString())
        .startsWith("team.rules.yaml:39:34:")
        .contains("Did you mean \"service\"?");
  }
}
