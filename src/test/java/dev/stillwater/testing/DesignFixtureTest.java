package dev.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillwater.analysis.Edge;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneKind;
import dev.stillwater.testing.DesignFixture.Flag;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignFixtureTest {
  private static final String CHECKOUT =
      """
      design Checkout, as drawn
      settings mttr=4h grey=20

      zone eu-a kind=az parent=eu
      client shopper
      service order replicas=2 p99=40ms zones=eu-a,eu-b description="takes # orders"  # RZ says more
      queue mail-q preset=sqs-standard                      # ASK
      worker mailer                                         # FLAG REL-RZ-001 low # ASK REL-TR-001

      shopper -> order id=checkout rate=50 timeout=10s retries=1   # FLAG REL-ID-001
      order => mail-q need=later
      order -> mail-q id=again outbox=true
      mail-q -> mailer
      order => mailer
      journey place-order path=checkout,order>mail-q class=hard deadline=6s
      """;

  private final DesignFixture fixture = DesignFixture.parse(CHECKOUT);
  private final Design design = fixture.design();

  @Test
  void readsElementsWithTheirValues() {
    assertThat(design.name()).isEqualTo("Checkout, as drawn");
    assertThat(design.setting(Settings.MTTR)).isEqualTo(new Timespan(14_400_000, "4h"));
    assertThat(design.setting(Settings.GREY)).isEqualTo(20);
    Zone zone = design.zones().get("eu-a");
    assertThat(zone.kind()).isEqualTo(ZoneKind.AZ);
    var order = design.components().get("order");
    assertThat(order.kind()).isEqualTo(ComponentKind.SERVICE);
    assertThat(order.get(ComponentAttributes.REPLICAS)).contains(2);
    assertThat(order.get(ComponentAttributes.ZONES).orElseThrow()).containsExactly("eu-a", "eu-b");
    assertThat(order.get(ComponentAttributes.DESCRIPTION)).contains("takes # orders");
    var journey = design.journeys().get("place-order");
    assertThat(journey.namedLinks()).containsExactly("checkout", "order>mail-q");
    assertThat(journey.get(JourneyAttributes.DEADLINE).orElseThrow().seconds()).isEqualTo(6);
  }

  @Test
  void anArrowDerivesTheModeAndADoubleArrowSends() {
    assertThat(mode("checkout")).isEqualTo(LinkMode.SYNC);
    assertThat(mode("again")).isEqualTo(LinkMode.SEND);
    assertThat(mode("mail-q>mailer")).isEqualTo(LinkMode.DELIVER);
    assertThat(mode("order>mailer")).isEqualTo(LinkMode.SEND);
    assertThat(design.links().get("again").get(LinkAttributes.MODE)).isEmpty();
    assertThat(design.links().get("order>mailer").get(LinkAttributes.MODE)).contains(LinkMode.SEND);
  }

  private LinkMode mode(String link) {
    return Couplings.mode(design, design.links().get(link));
  }

  @Test
  void flagsNameTheElementOfTheirLine() {
    assertThat(fixture.flags())
        .containsExactly(
            new Flag(7, "mail-q", true, "", Optional.empty()),
            new Flag(8, "mailer", false, "REL-RZ-001", Optional.of("low")),
            new Flag(8, "mailer", true, "REL-TR-001", Optional.empty()),
            new Flag(10, "checkout", false, "REL-ID-001", Optional.empty()));
  }

  @Test
  void presetsFillWhatIsNotDeclared() {
    assertThat(fixture.graph().node("mail-q").retention()).isEqualTo(345_600_000.0);
    assertThat(fixture.graph().edges()).extracting(Edge::id).contains("checkout");
    assertThat(GoldenPresets.ALL.all()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          service                          | line 1 "service": an id is missing
          servise a                        | expected a kind of component
          service a p99=fast               | p99: expected a duration
          service a replicas=0             | replicas: expected a whole number from 1
          service a managed=yes            | managed: expected true or false, found "yes"
          service a speed=1                | no attribute "speed"; there are name,
          service a p99=1s p99=2s          | p99 twice
          service a p99                    | expected key=value, found "p99"
          service a name="b                | a quote that does not end
          service a!                       | "a!" is no id
          queue q preset=sqs               | no preset \"sqs\"
          service a # FLAG RZ-001          | expected "# FLAG REL-XX-001 [severity]"
          service a # flag REL-RZ-001      | expected "# FLAG REL-XX-001 [severity]"
          service a # FLAG REL-RZ-001 hi   | expected "# FLAG REL-XX-001 [severity]"
          settings grey=2 # ASK            | a flag on a line with no component
          """)
  void saysWhatIsWrongWithALine(String line, String message) {
    assertThatThrownBy(() -> DesignFixture.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysWhatIsWrongWithTheWhole() {
    assertThatThrownBy(() -> DesignFixture.parse("service a\na -> b"))
        .hasMessage("links a>b to: no component \"b\"");
    assertThatThrownBy(() -> DesignFixture.parse("service a\nservice b\na -> b\na -> b"))
        .hasMessageContaining("a>b twice; a second link between the same ends needs an id=");
    assertThatThrownBy(() -> DesignFixture.parse("journey j path=x"))
        .hasMessage("journeys j path: no link \"x\"");
  }
}
