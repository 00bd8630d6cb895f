package dev.stillwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Design;
import dev.stillwater.model.Index;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneMapTest {
  private static final String ZONES =
      """
      zone earth kind=account
      zone eu kind=region parent=earth
      zone hall kind=dc parent=eu
      zone rack kind=network parent=hall
      zone a parent=us
      zone lonely
      zone office kind=account
      zone cellar parent=office
      zone x parent=y
      zone y parent=x
      zone z parent=x
      zone self kind=region parent=self
      """;

  private static ZoneMap map() {
    return ZoneMap.of(DesignFixture.parse(ZONES).design());
  }

  private static Node in(String zones) {
    Design design = DesignFixture.parse(ZONES + "service s zones=" + zones).design();
    return DependencyGraph.of(design, GoldenPresets.ALL).node("s");
  }

  @Test
  void theRegionIsTheNearestOneAboveElseTheTop() {
    assertThat(map().regions(in("hall,rack"))).containsExactly("eu");
    assertThat(map().regions(in("eu"))).containsExactly("eu");
    assertThat(map().regions(in("a"))).containsExactly("us");
    assertThat(map().regions(in("a,rack,cellar"))).containsExactly("us", "eu", "office");
  }

  @Test
  void aZoneWithoutAnythingAroundItIsOfAnUnknownRegion() {
    assertThat(map().regions(in("lonely,undeclared,office"))).isEmpty();
    assertThat(map().regions(in("x,y,z"))).isEmpty();
    assertThat(map().regions(in("self"))).containsExactly("self");
  }

  @Test
  void availabilityZonesAndDataCentresFailApart() {
    assertThat(map().availabilityZones(in("a,hall,eu,rack,office,undeclared,a")))
        .containsExactly("a", "hall", "undeclared");
  }

  @Test
  void aTowerOfZonesIsNoProblem() {
    List<Zone> tower = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      tower.add(new Zone("z" + i).with(ZoneAttributes.PARENT, "z" + (i + 1)));
    }
    ZoneMap map = ZoneMap.of(Design.empty("tower").withZones(Index.of(tower)));

    assertThat(map.regions(in("z0"))).containsExactly("z100000");
  }
}
