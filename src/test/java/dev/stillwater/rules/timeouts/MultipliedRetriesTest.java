package dev.stillwater.rules.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.LinkAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class MultipliedRetriesTest {
  private static final MultipliedRetries RULE = new MultipliedRetries();

  private static String chain(int... retries) {
    StringBuilder text = new StringBuilder("client n0\n");
    for (int i = 0; i < retries.length; i++) {
      text.append("service n").append(i + 1).append("\n");
    }
    for (int i = 0; i < retries.length; i++) {
      text.append("n%d -> n%d id=l%d timeout=1s retries=%d%n".formatted(i, i + 1, i, retries[i]));
    }
    return text.toString();
  }

  private static String detail(int... retries) {
    return Reviewed.of(chain(retries)).of(RULE).stream()
        .map(finding -> finding.subject() + " " + finding.detail())
        .findFirst()
        .orElse("none");
  }

  @Test
  void theLiteratureMultiplies() {
    assertThat(detail(2, 2, 2, 2, 2)).isEqualTo("l0 x243 at n5");
    assertThat(detail(3, 3, 3)).isEqualTo("l0 x64 at n3");
  }

  @Test
  void nineAttemptsInTwoLayersAreTooMany() {
    assertThat(detail(2, 2)).isEqualTo("l0 x9 at n2");
    assertThat(detail(1, 3)).isEqualTo("none");
    assertThat(detail(0, 20)).isEqualTo("none");
    assertThat(detail(20)).isEqualTo("none");
    assertThat(detail(1, 4)).isEqualTo("l0 x10 at n2");
  }

  @Test
  void retriesWithoutEndCountAsTheSettingSays() {
    assertThat(detail(-1, 1)).isEqualTo("l0 x20 at n2");
    assertThat(
            Reviewed.of("settings unboundedAttempts=3 amplification=7\n" + chain(-1, 1)).of(RULE))
        .isEmpty();
  }

  @Test
  void thePathGoesOnAsFarAsTheProductIsLargest() {
    assertThat(detail(2, 2, 0)).isEqualTo("l0 x9 at n3");
  }

  @Test
  void aPathBeginsWhereNobodyCalls() {
    Reviewed.expectFlags(
        RULE,
        """
        client c
        service a
        service b
        worker w
        c -> a id=first timeout=1s retries=2                 # FLAG REL-TR-005 high
        a -> b id=second timeout=1s retries=2
        w -> a id=other timeout=1s retries=1
        c -> b id=short timeout=1s retries=9
        """);
  }

  @Test
  void noComponentIsVisitedTwice() {
    assertThat(
            Reviewed.of(
                    """
                    client c
                    service a
                    service b
                    c -> a id=in timeout=1s retries=2
                    a -> b id=there timeout=1s retries=2
                    b -> a id=back timeout=1s retries=2
                    a -> a id=self timeout=1s retries=2
                    """)
                .only(RULE)
                .detail())
        .isEqualTo("x9 at b");
  }

  @Test
  void budgetsOnEveryLayerMakeItLow() {
    String two =
        """
        client c
        service a
        service b
        c -> a id=first timeout=1s retries=2 retryBudget=0.1
        a -> b id=second timeout=1s retries=2%s
        journey j path=first,second class=hard importance=critical
        """;
    assertThat(Reviewed.of(two.formatted(" retryBudget=0.1")).only(RULE).severity().word())
        .isEqualTo("low");
    assertThat(Reviewed.of(two.formatted("")).only(RULE).severity().word()).isEqualTo("critical");
  }

  @Test
  void retryingAtOneLayerRemovesItAndBudgetsLowerIt() {
    Reviewed before = Reviewed.of(chain(2, 2, 2));
    Finding finding = before.only(RULE);
    assertThat(finding.because().getFirst()).contains("l0 3 × l1 3 × l2 3 = 27");

    Recommendation one = finding.recommendations().get(0);
    Recommendation budgets = finding.recommendations().get(1);
    assertThat(one.edit().signature()).isEqualTo("KeepRetryAt(l0)");
    assertThat(before.after(one.edit()).of(RULE)).isEmpty();
    assertThat(before.after(budgets.edit()).only(RULE).severity().word()).isEqualTo("low");
  }

  @Test
  void theOutermostRequestThatMayBeRepeatedKeepsItsRetries() {
    Reviewed before =
        Reviewed.of(
            """
            client c
            service a
            service b
            c -> a id=pay timeout=1s retries=2 effect=write
            a -> b id=read timeout=1s retries=2
            """);
    assertThat(before.only(RULE).recommendations().getFirst().edit().signature())
        .isEqualTo("KeepRetryAt(read)");
  }

  @Test
  void theLayerThatRepeatsKeepsItsNumber() {
    Reviewed before = Reviewed.of(chain(2, 3, 2));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.design().links().get("l0").get(LinkAttributes.RETRIES)).contains(2);
    assertThat(after.design().links().get("l1").get(LinkAttributes.RETRIES)).contains(0);
    assertThat(after.design().links().get("l2").get(LinkAttributes.RETRIES)).contains(0);
  }

  @Test
  void anExactProductIsNoLowerBound() {
    assertThat(Reviewed.of(chain(2, 2)).only(RULE).message())
        .isEqualTo("One request over l0 can become 9 attempts at n2");
  }
}
