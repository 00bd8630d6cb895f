package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Adjustment.Place;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which threshold a rule is told where a team set several.
class AdjustmentsTest {
  private static final DesignFixture SHOP =
      DesignFixture.parse(
          """
          settings chatty=12
          client shopper
          service order tags=core
          service email tags=core,legacy
          service audit
          shopper -> order id=checkout rate=50
          order -> email id=mail
          order -> audit id=note
          journey place path=checkout,mail
          """);

  private static Adjustment chatty(String rule, Place on, double value) {
    return new Adjustment(
        rule,
        on,
        null,
        null,
        Attributes.none(Settings.TABLE).with(Settings.CHATTY, value),
        "Measured.",
        "shop.rules.yaml");
  }

  private static RuleContext judging(String rule, Adjustment... adjustments) {
    RuleSet rules = new RuleSet(List.of(), new Adjustments(List.of(adjustments)));
    return new RuleContext(Analysis.of(SHOP.design(), SHOP.presets()), rules).judging(rule);
  }

  private static double node(RuleContext context, String id) {
    return context.setting(Settings.CHATTY, context.graph().node(id));
  }

  private static double edge(RuleContext context, String id) {
    return context.setting(Settings.CHATTY, context.graph().edgesOf(id).getFirst());
  }

  @Test
  void theClosestThresholdHolds() {
    RuleContext context =
        judging(
            "REL-LC-007",
            chatty("REL-LC-007", new Place.Everywhere(), 20),
            chatty("REL-LC-*", new Place.Tagged("legacy"), 30),
            chatty("REL-LC-*", new Place.Element("mail"), 40),
            chatty("REL-*", new Place.Element("place"), 50),
            chatty("REL-LC-007", new Place.Element("place"), 60));
    assertThat(context.setting(Settings.CHATTY)).isEqualTo(20);
    assertThat(node(context, "order")).isEqualTo(20);
    assertThat(node(context, "email")).isEqualTo(30);
    assertThat(edge(context, "note")).isEqualTo(20);
    assertThat(edge(context, "mail")).isEqualTo(40);
    assertThat(context.setting(Settings.CHATTY, context.graph().journey("place").journey()))
        .isEqualTo(60);
  }

  @Test
  void otherRulesKeepTheThresholdOfTheDesign() {
    RuleContext context = judging("REL-TR-001", chatty("REL-LC-007", new Place.Everywhere(), 20));
    assertThat(context.setting(Settings.CHATTY)).isEqualTo(12);
    assertThat(node(context, "order")).isEqualTo(12);
    assertThat(context.setting(Settings.CHAIN)).isEqualTo(4);
  }

  @Test
  void ofEquallyCloseOnesTheLaterHolds() {
    RuleContext context =
        judging(
            "REL-LC-007",
            chatty("REL-LC-007", new Place.Tagged("core"), 20),
            chatty("REL-LC-007", new Place.Tagged("legacy"), 30));
    assertThat(node(context, "email")).isEqualTo(30);
    assertThat(node(context, "order")).isEqualTo(20);
  }

  @Test
  void aRuleIsOffOnlyWhereNothingSwitchesItOnAgain() {
    Adjustment off =
        new Adjustment(
            "REL-TR-*",
            new Place.Everywhere(),
            true,
            null,
            Attributes.none(Settings.TABLE),
            "Later.",
            "a");
    Adjustment on =
        new Adjustment(
            "REL-TR-001",
            new Place.Element("mail"),
            false,
            null,
            Attributes.none(Settings.TABLE),
            "Now.",
            "a");
    assertThat(new Adjustments(List.of(off)).isOff("REL-TR-001")).isTrue();
    assertThat(new Adjustments(List.of(off, on)).isOff("REL-TR-001")).isFalse();
    assertThat(new Adjustments(List.of(off, on)).isOff("REL-TR-002")).isTrue();
    assertThat(new Adjustments(List.of(on)).isOff("REL-TR-001")).isFalse();
  }

  // ---- findings

  private static final RuleInfo RULE = Rules.find("REL-LC-007").orElseThrow().info();

  private static Adjustment off(Place on, boolean off) {
    return new Adjustment(
        "REL-LC-007", on, off, null, Attributes.none(Settings.TABLE), "Later.", "shop.rules.yaml");
  }

  private static Finding found(Function<RuleContext, Function<Checks, Draft>> flag) {
    RuleContext context = new RuleContext(Analysis.of(SHOP.design(), SHOP.presets()));
    Checks checks = new Checks(RULE, context);
    flag.apply(context).apply(checks).because("One.").raise();
    return checks.outcome().findings().getFirst();
  }

  private static Finding link(String id) {
    return found(context -> checks -> checks.flag(context.graph().edgesOf(id).getFirst()));
  }

  private static Finding group(String... ids) {
    return found(
        context -> checks -> checks.flag(Stream.of(ids).map(context.graph()::node).toList()));
  }

  private static boolean isOff(Place on, Finding finding) {
    return new Adjustments(List.of(off(on, true))).off(finding, SHOP.design()).isPresent();
  }

  @Test
  void whatIsSwitchedOffIsOffWhereItAims() {
    assertThat(isOff(new Place.Everywhere(), link("mail"))).isTrue();
    assertThat(isOff(new Place.Element("mail"), link("mail"))).isTrue();
    assertThat(isOff(new Place.Element("note"), link("mail"))).isFalse();
    assertThat(isOff(new Place.Element("order"), link("mail")))
        .as("a link is not its ends")
        .isFalse();
    Finding pair =
        found(context ->
            checks ->
                checks
                    .flag(context.graph().edgesOf("mail").getFirst())
                    .second(context.graph().edgesOf("checkout").getFirst()));
    assertThat(isOff(new Place.Element("checkout"), pair)).isTrue();
    Finding journey =
        found(context -> checks -> checks.flag(context.graph().journey("place").journey()));
    assertThat(isOff(new Place.Element("place"), journey)).isTrue();
    assertThat(isOff(new Place.Tagged("core"), journey)).isFalse();
  }

  @Test
  void aFindingAboutSeveralIsAimedAtByEachOfThemOrByATagOfAll() {
    assertThat(isOff(new Place.Element("order"), group("order", "email"))).isTrue();
    assertThat(isOff(new Place.Element("audit"), group("order", "email"))).isFalse();
    assertThat(isOff(new Place.Tagged("core"), group("order", "email"))).isTrue();
    assertThat(isOff(new Place.Tagged("legacy"), group("order", "email"))).isFalse();
  }

  @Test
  void aTagOfEitherEndIsThatOfALink() {
    assertThat(isOff(new Place.Tagged("legacy"), link("mail"))).isTrue();
    assertThat(isOff(new Place.Tagged("core"), link("note"))).isTrue();
    assertThat(isOff(new Place.Tagged("legacy"), link("note"))).isFalse();
    assertThat(isOff(new Place.Tagged("core"), group("audit"))).isFalse();
    assertThat(isOff(new Place.Tagged("core"), group("order"))).isTrue();
  }

  @Test
  void whatIsSwitchedOnAgainIsOn() {
    Adjustments again =
        new Adjustments(
            List.of(off(new Place.Everywhere(), true), off(new Place.Element("mail"), false)));
    assertThat(again.off(link("mail"), SHOP.design())).isEmpty();
    assertThat(again.off(link("note"), SHOP.design())).isPresent();
    assertThat(again.off("REL-LC-007", "mail", SHOP.design())).isEmpty();
    assertThat(again.off("REL-LC-007", "note", SHOP.design())).isPresent();
    assertThat(again.off("REL-TR-001", "note", SHOP.design())).isEmpty();
  }

  @Test
  void aRankIsToldWithItsReason() {
    Adjustments ranks =
        new Adjustments(
            List.of(
                new Adjustment(
                    "REL-LC-007",
                    new Place.Element("mail"),
                    null,
                    Severity.INFO,
                    Attributes.none(Settings.TABLE),
                    "Measured.",
                    "shop.rules.yaml")));
    Finding ranked = ranks.ranked(link("mail"), SHOP.design());
    assertThat(ranked.severity()).isEqualTo(Severity.INFO);
    assertThat(ranked.because())
        .containsExactly(
            "One.", "Info instead of " + RULE.base().word() + " by shop.rules.yaml: Measured.");
    assertThat(ranked.key()).isEqualTo("REL-LC-007@mail");
    assertThat(ranks.ranked(link("note"), SHOP.design()).severity()).isEqualTo(RULE.base());
  }

  @Test
  void adjustmentsAreSortedByTheirAim() {
    Adjustment everywhere = off(new Place.Everywhere(), true);
    Adjustment tag = off(new Place.Tagged("core"), true);
    Adjustment element = off(new Place.Element("mail"), true);
    assertThat(new Adjustments(List.of(everywhere, tag, element)).isEmpty()).isFalse();
    assertThat(new Adjustments(List.of()).isEmpty()).isTrue();
    assertThat(element.aim()).isGreaterThan(tag.aim());
    assertThat(tag.aim()).isGreaterThan(everywhere.aim());
    assertThat(chatty("REL-LC-*", new Place.Everywhere(), 1).aim())
        .isLessThan(chatty("REL-LC-007", new Place.Everywhere(), 1).aim())
        .isGreaterThan(chatty("REL-*", new Place.Everywhere(), 1).aim());
    assertThat(element.aimsLike(off(new Place.Element("mail"), false))).isTrue();
    assertThat(element.aimsLike(tag)).isFalse();
    assertThat(everywhere.aimsLike(chatty("REL-*", new Place.Everywhere(), 1))).isFalse();
  }

  private static RuleStatus status(Adjustment... adjustments) {
    RuleSet rules = new RuleSet(List.of(), new Adjustments(List.of(adjustments)));
    return Rules.check(new RuleContext(Analysis.of(SHOP.design(), SHOP.presets()), rules))
        .statuses()
        .stream()
        .filter(it -> it.rule().id().equals("REL-TR-001"))
        .findFirst()
        .orElseThrow();
  }

  private static Adjustment timeouts(Place on) {
    return new Adjustment(
        "REL-TR-001", on, true, null, Attributes.none(Settings.TABLE), "Later.", "a");
  }

  @Test
  void whatIsLeftOfARuleIsCounted() {
    assertThat(status())
        .returns(3, RuleStatus::findings)
        .returns(RuleStatus.State.VIOLATED, RuleStatus::state);
    assertThat(status(timeouts(new Place.Element("mail"))))
        .returns(2, RuleStatus::findings)
        .returns(RuleStatus.State.VIOLATED, RuleStatus::state);
    assertThat(
            status(
                timeouts(new Place.Element("mail")),
                timeouts(new Place.Element("note")),
                timeouts(new Place.Element("checkout"))))
        .returns(0, RuleStatus::findings)
        .returns(RuleStatus.State.SWITCHED_OFF, RuleStatus::state);
    assertThat(status(timeouts(new Place.Everywhere())))
        .returns(RuleStatus.State.SWITCHED_OFF, RuleStatus::state);
  }
}
