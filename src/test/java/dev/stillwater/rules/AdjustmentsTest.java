package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Adjustment.Place;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
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
}
