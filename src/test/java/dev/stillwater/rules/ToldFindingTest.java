package dev.stillwater.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.testing.GoldenPresets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A finding is judged when it is raised and told when it is read.
class ToldFindingTest {
  private Checks checks = checks();
  private Node order = order();

  private static RuleContext context() {
    Design design = Design.empty("d").with(new Component("order", ComponentKind.SERVICE));
    return new RuleContext(Analysis.of(design, GoldenPresets.ALL));
  }

  private static Checks checks() {
    return new Checks(Rules.find("REL-RZ-001").orElseThrow().info(), context());
  }

  private static Node order() {
    return context().graph().node("order");
  }

  @BeforeEach
  void begin() {
    checks = checks();
    order = order();
  }

  private Finding only() {
    assertThat(checks.outcome().findings()).hasSize(1);
    return checks.outcome().findings().getFirst();
  }

  @Test
  void isToldWhenSomebodyReadsItAndOnlyOnce() {
    List<String> told = new ArrayList<>();
    checks
        .flag(order)
        .telling(draft -> {
          told.add("told");
          draft.message("%s is alone", order).because("It is.").detail("1");
        })
        .raise();
    Finding finding = only();
    assertThat(finding.key()).isEqualTo("REL-RZ-001@order");
    assertThat(finding.components()).containsExactly("order");
    assertThat(told).isEmpty();
    assertThat(finding.message()).isEqualTo("order is alone");
    assertThat(finding.detail()).isEqualTo("1");
    assertThat(finding.because()).containsExactly("It is.");
    assertThat(finding.recommendations()).isEmpty();
    assertThat(told).hasSize(1);
  }

  @Test
  void tellsInTheOrderInWhichItWasWritten() {
    checks
        .flag(order)
        .undeclared(true, "the number of replicas")
        .because("First.")
        .telling(draft -> draft.because("Second."))
        .because("Third.")
        .raise();
    assertThat(only().because())
        .containsExactly(
            "First.",
            "Medium, one lower because the number of replicas is undeclared.",
            "Second.",
            "Third.");
  }

  @Test
  void withoutAMessageItHasTheTitleOfItsRule() {
    checks.flag(order).raise();
    assertThat(only().message()).isEqualTo(only().rule().title());
  }

  @Test
  void whatIsConcernedIsNamedBeforeItIsTold() {
    checks.flag(order).telling(draft -> draft.on(order)).raise();
    Finding finding = only();
    assertThatThrownBy(finding::message)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("order");
  }

  @Test
  void isRaisedAtOnceOrNotAtAll() {
    checks.flag(order).telling(Draft::raise).raise();
    assertThatThrownBy(only()::message).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isRaisedOnce() {
    Draft draft = checks.flag(order);
    draft.raise();
    assertThatThrownBy(draft::raise)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("REL-RZ-001");
  }

  @Test
  void namesEachElementOnceHoweverManyThereAre() {
    Design design = Design.empty("d");
    for (int i = 10; i < 40; i++) {
      design = design.with(new Component("c" + i, ComponentKind.SERVICE));
    }
    List<Node> nodes = Analysis.of(design, GoldenPresets.ALL).graph().nodes();
    Draft draft = checks.flag(nodes.getFirst());
    for (int round = 0; round < 2; round++) {
      nodes.forEach(draft::on);
    }
    draft.raise();
    assertThat(only().components())
        .containsExactlyElementsOf(nodes.stream().map(Node::id).toList())
        .hasSize(30);
  }

  @Test
  void anotherRankKeepsTheWordsAndAddsTheReason() {
    checks.flag(order).message("alone").because("It is.").raise();
    Finding finding = only().with(Severity.INFO, "Info by the team.");
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.message()).isEqualTo("alone");
    assertThat(finding.because()).containsExactly("It is.", "Info by the team.");
    assertThat(finding)
        .isNotEqualTo(only())
        .isEqualTo(only().with(Severity.INFO, "Info by the team."));
  }
}
