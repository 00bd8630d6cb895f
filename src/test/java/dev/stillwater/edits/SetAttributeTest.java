package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetAttributeTest {
  private final Design design =
      DesignFixture.parse(
              """
              zone mail kind=az
              client mail
              service other
              mail -> other id=mail
              journey mail path=mail
              """)
          .design();

  @Test
  void theAttributeSaysWhichElementIsMeant() {
    Design changed =
        new Bundle(
                "All",
                "mail",
                "All",
                List.of(
                    new SetAttribute<>("mail", ComponentAttributes.DESCRIPTION, "component"),
                    new SetAttribute<>("mail", LinkAttributes.DESCRIPTION, "link"),
                    new SetAttribute<>("mail", JourneyAttributes.NAME, "journey"),
                    new SetAttribute<>("mail", ZoneAttributes.NAME, "zone")))
            .apply(design);

    assertThat(changed.components().get("mail").get(ComponentAttributes.DESCRIPTION))
        .contains("component");
    assertThat(changed.links().get("mail").get(LinkAttributes.DESCRIPTION)).contains("link");
    assertThat(changed.journeys().get("mail").name()).isEqualTo("journey");
    assertThat(changed.zones().get("mail").name()).isEqualTo("zone");
  }

  @Test
  void aDeclarationCanBeTakenBack() {
    Edit set = new SetAttribute<>("mail", LinkAttributes.TIMEOUT, Timespan.ofSeconds(3));
    Design declared = set.apply(design);
    Edit clear = SetAttribute.clear("mail", LinkAttributes.TIMEOUT);

    assertThat(clear.apply(declared)).isEqualTo(design);
    assertThat(clear.apply(design)).isSameAs(design);
    assertThat(set.apply(declared)).isSameAs(declared);
  }

  @Test
  void whatIsMissingStaysMissing() {
    assertThat(new SetAttribute<>("nobody", LinkAttributes.BREAKER, true).apply(design))
        .isSameAs(design);
    assertThat(new SetAttribute<>("other", LinkAttributes.BREAKER, true).apply(design))
        .isSameAs(design);
  }

  @Test
  void itTellsWhatItDoes() {
    Edit set = new SetAttribute<>("mail", LinkAttributes.TIMEOUT, Timespan.ofSeconds(3));
    assertThat(set.signature()).isEqualTo("SetAttribute(mail, timeout, 3s)");
    assertThat(set.title()).isEqualTo("Set timeout of mail to 3s");
    Edit clear = SetAttribute.clear("other", ComponentAttributes.P99);
    assertThat(clear.signature()).isEqualTo("ClearAttribute(other, p99)");
    assertThat(clear.title()).isEqualTo("Clear p99 of other");
    assertThat(new SetAttribute<>("mail", JourneyAttributes.CLASS, RealTimeClass.HARD).title())
        .isEqualTo("Set real-time class of mail to hard");
  }

  @Test
  void otherElementsAreTheSameObjects() {
    Component untouched = design.components().get("other");
    Design changed = new SetAttribute<>("mail", ComponentAttributes.DESCRIPTION, "x").apply(design);
    assertThat(changed.components().get("other")).isSameAs(untouched);
    assertThat(changed.links()).isSameAs(design.links());
  }
}
