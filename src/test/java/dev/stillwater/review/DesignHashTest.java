package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Settings;
import dev.stillwater.testing.DesignFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesignHashTest {
  private static final Design DESIGN =
      DesignFixture.parse(
              """
              zone a
              client user
              service web p99=40ms zones=a
              service pay
              user -> web id=in rate=10
              web -> pay id=out timeout=3s
              journey buy path=in,out class=hard
              """)
          .design();

  @Test
  void theOrderOfTheFileChangesNothing() {
    List<Component> components = new ArrayList<>(DESIGN.components().all());
    Collections.reverse(components);
    List<Link> links = new ArrayList<>(DESIGN.links().all());
    Collections.reverse(links);
    Design other = DESIGN.withComponents(Index.of(components)).withLinks(Index.of(links));
    assertThat(DesignHash.of(other)).isEqualTo(DesignHash.of(DESIGN)).matches("[0-9a-f]{64}");
  }

  @Test
  void everythingThatMeansSomethingChangesIt() {
    Component web = DESIGN.components().get("web");
    Link out = DESIGN.links().get("out");
    List<Design> others =
        List.of(
            DESIGN.withName("other"),
            DESIGN.withDescription("other"),
            DESIGN.withSettings(DESIGN.settings().with(Settings.GREY, 11.0)),
            DESIGN.with(web.with(ComponentAttributes.REPLICAS, 2)),
            DESIGN.with(web.without(ComponentAttributes.P99)),
            DESIGN.with(web.withKind(dev.stillwater.model.ComponentKind.WORKER)),
            DESIGN.with(out.with(LinkAttributes.CALLS, 2.0)),
            DESIGN.with(out.between("pay", "web")),
            DESIGN.withZones(Index.empty()),
            DESIGN.withJourneys(Index.empty()),
            DESIGN.renameComponent("web", "web2"),
            new Design(
                DESIGN.name(),
                DESIGN.description(),
                DESIGN.settings(),
                DESIGN.zones(),
                DESIGN.components(),
                DESIGN.links(),
                DESIGN.journeys(),
                Map.of("later", "1")));
    List<String> hashes = new ArrayList<>(others.stream().map(DesignHash::of).toList());
    hashes.add(DesignHash.of(DESIGN));
    assertThat(hashes).doesNotHaveDuplicates();
  }
}
