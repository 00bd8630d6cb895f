package dev.stillwater.rules.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Reviewed;
import dev.stillwater.rules.RuleStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingExtraNineTest {
  private static final MissingExtraNine RULE = new MissingExtraNine();

  private static Reviewed design(double availability, String journey) {
    return Reviewed.of(
        """
        client c
        service s
        external x availability=%s
        c -> s id=in timeout=2s
        s -> x id=ask timeout=1s
        journey j path=in,ask %s
        """
            .formatted(availability, journey));
  }

  @Test
  void atMostATenthOfWhatMayFail() {
    Finding finding = design(0.9998, "slo=0.999 importance=critical").only(RULE);

    assertThat(finding.key()).isEqualTo("REL-RZ-007@x@j");
    assertThat(finding.detail()).isEqualTo("j");
    assertThat(finding.severity().word()).isEqualTo("info");
    assertThat(finding.because().getFirst()).contains("99.98 %", "99.9 %", "99.99 %");
    assertThat(design(0.9999, "slo=0.999").of(RULE)).isEmpty();
    assertThat(design(0.9998, "class=hard").of(RULE)).isEmpty();
  }

  @Test
  void theWorstIsNotRepeatedWhereTheTargetIsMissedAnyway() {
    assertThat(design(0.998, "slo=0.999").of(RULE)).isEmpty();
    assertThat(design(0.998, "slo=0.999").find("REL-RZ-006@j")).isPresent();
  }

  @Test
  void eachJourneyAsksForItself() {
    Reviewed reviewed =
        Reviewed.of(
            """
            client c
            external x availability=0.99995
            c -> x id=in timeout=2s
            journey easy path=in slo=0.999
            journey strict path=in slo=0.9999
            journey silent path=in
            """);
    assertThat(reviewed.of(RULE)).extracting(Finding::key).containsExactly("REL-RZ-007@x@strict");
  }

  @Test
  void withoutAnyAvailabilityItCannotJudge() {
    assertThat(
            Reviewed.of("client c\nservice s\nc -> s id=in\njourney j path=in slo=0.9")
                .status(RULE)
                .state())
        .isEqualTo(RuleStatus.State.NOT_ENOUGH_INFORMATION);
  }

  @Test
  void aPromiseOrDoingWithoutEndsIt() {
    Reviewed before = design(0.9997, "slo=0.9995");
    Finding finding = before.only(RULE);

    assertThat(finding.recommendations().getLast().declaresOnly()).isTrue();
    Reviewed promised = before.after(finding.recommendations().getLast().edit());
    assertThat(promised.of(RULE)).isEmpty();
    assertThat(promised.design().components().get("x").get(ComponentAttributes.AVAILABILITY))
        .contains(0.99995);
    assertThat(before.after(finding.recommendations().getFirst().edit()).of(RULE)).isEmpty();
  }

  @Test
  void doingWithoutComesFirstWhereTheCallerCan() {
    assertThat(signatures(design(0.9997, "slo=0.9995")))
        .first()
        .asString()
        .startsWith("SetFallback(ask");
    assertThat(
            signatures(
                Reviewed.of(
                    """
                    client c
                    external x availability=0.9997
                    c -> x id=ask timeout=1s
                    journey j path=ask slo=0.9995
                    """)))
        .as("a client has nothing to go on with")
        .hasSize(1);
  }

  private static List<String> signatures(Reviewed reviewed) {
    return reviewed.only(RULE).recommendations().stream()
        .map(fix -> fix.edit().signature())
        .toList();
  }

  @Test
  void theTargetMetExactlyIsMet() {
    assertThat(design(0.999, "slo=0.999").of(RULE))
        .as("not the rule of a missed target")
        .hasSize(1);
  }
}
