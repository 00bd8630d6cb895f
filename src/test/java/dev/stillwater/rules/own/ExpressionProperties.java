package dev.stillwater.rules.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.rules.RuleContext;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionProperties {
  private static final List<String> WORDS =
      List.of(
          "and",
          "or",
          "not",
          "in",
          "out",
          "is",
          "has",
          "any",
          "all",
          "count",
          "sum",
          "max",
          "(",
          ")",
          "[",
          "]",
          ",",
          ".",
          "=",
          "!=",
          "<",
          ">=",
          "+",
          "-",
          "*",
          "/",
          "kind",
          "service",
          "replicas",
          "timeout",
          "to",
          "from",
          "hold",
          "2s",
          "10",
          "80%",
          "\"x\"",
          "unknown",
          "known",
          "true",
          "journeys",
          "tags",
          "owner",
          "p99",
          "unlimited",
          "need");

  private static final World WORLD =
      new World(
          new RuleContext(
              DesignFixture.parse(
                      """
                      client a
                      service b tags=x
                      queue q preset=sqs-standard
                      worker w
                      a -> b id=ab rate=10
                      b => q id=bq
                      q -> w id=qw
                      b -> b id=bb
                      a -> w id=aw coupling=loose-async
                      journey j path=ab,bq
                      """)
                  .analysis()));

  /// Texts of words of the language, in any order.
  @Provide
  Arbitrary<String> salads() {
    return Arbitraries.of(WORDS).list().ofMaxSize(14).map(words -> String.join(" ", words));
  }

  @Property(seed = "20261129")
  void anyTextIsReadOrRefusedWithAPlaceInIt(@ForAll String text) {
    refusedOrJudged(text);
  }

  @Property(seed = "20261129", tries = 5_000)
  void anyOrderOfWordsIsReadOrRefusedWithAPlaceInIt(@ForAll("salads") String text) {
    refusedOrJudged(text);
  }

  /// Whatever is accepted gives a value for everything in the design.
  private static void refusedOrJudged(String text) {
    for (Sort sort : Sort.values()) {
      try {
        Typed typed = Typed.value(text, sort);
        for (Thing thing : WORLD.all(sort)) {
          assertThat(typed.type().show(typed.term().of(WORLD, thing))).isNotNull();
        }
        assertThat(Parser.parse(typed.source()).print()).isEqualTo(typed.source());
      } catch (Fault fault) {
        assertThat(fault.at()).isBetween(0, text.length());
        assertThat(fault.message()).isNotBlank();
        assertThat(fault.advice()).isNotBlank();
      }
    }
  }

  @Property(seed = "20261129")
  void whatIsPrintedReadsBackAsTheSame(@ForAll("expressions") Expression expression) {
    String printed = expression.print();
    assertThat(Parser.parse(printed).print()).isEqualTo(printed);
    assertThat(shape(Parser.parse(printed))).isEqualTo(shape(expression));
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return expression(3);
  }

  private static Arbitrary<Expression> expression(int depth) {
    Arbitrary<Expression> leaf =
        Arbitraries.of(
            new Expression.Number("250ms", 0),
            new Expression.Number("3", 0),
            new Expression.Text("a \"b\" \\ c", 0),
            new Expression.Name(List.of("load-balancer"), 0),
            new Expression.Name(List.of("from", "kind"), 0));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Expression> part = expression(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        part.map(it -> new Expression.Not(it, 0)),
        part.map(it -> new Expression.Negative(it, 0)),
        part.map(it -> new Expression.Is(it, "undeclared", 0)),
        part.list().ofMinSize(1).ofMaxSize(3).map(it -> new Expression.Listing(it, 0)),
        Combinators.combine(Arbitraries.of(true, false), part.list().ofMinSize(2).ofMaxSize(3))
            .as((isAnd, parts) -> new Expression.Logic(isAnd, parts, 0)),
        Combinators.combine(part, Arbitraries.of(Parser.COMPARISONS), part)
            .as((a, operator, b) -> new Expression.Compare(a, operator, b, 0)),
        Combinators.combine(part, Arbitraries.of('+', '-', '*', '/'), part)
            .as((a, operator, b) -> new Expression.Arithmetic(a, operator, b, 0)),
        part.map(it ->
            new Expression.Quantified(
                "any", new Expression.Name(List.of("out"), 0), Optional.of(it), 0)));
  }

  /// An expression without its places.
  private static String shape(Expression expression) {
    return expression.toString().replaceAll("at=\\d+", "");
  }
}
