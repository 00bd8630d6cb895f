package dev.stillwater.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Validation;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.model.ZoneKind;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.GoldenPresets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneEditsTest {
  private static Design design(String text) {
    return DesignFixture.parse(text).design();
  }

  private static Edit spread(Design design, int zones, String... ids) {
    DependencyGraph graph = DependencyGraph.of(design, GoldenPresets.ALL);
    return SpreadZones.of(List.of(ids).stream().map(graph::node).toList(), zones);
  }

  private static Design twice(Design design, Edit edit) {
    Design once = edit.apply(design);
    assertThat(edit.apply(once)).isEqualTo(once);
    assertThat(Validation.of(once, GoldenPresets.ALL))
        .hasSameSizeAs(Validation.of(design, GoldenPresets.ALL));
    return once;
  }

  private static List<String> zones(Design design, String component) {
    return design.components().get(component).get(ComponentAttributes.ZONES).orElse(List.of());
  }

  @Test
  void spreadingPrefersAKnownZoneBesideTheOwn() {
    Design before =
        design(
            """
            zone eu-1a parent=eu
            zone eu-1b kind=dc parent=eu
            zone us-1a parent=us name=First url=wiki
            service s zones=eu-1a
            service lonely zones=us-1a replicas=7
            """);

    assertThat(zones(twice(before, spread(before, 2, "s")), "s")).containsExactly("eu-1a", "eu-1b");
    Design after = twice(before, spread(before, 3, "s", "lonely"));
    assertThat(zones(after, "s")).containsExactly("eu-1a", "eu-1b", "eu-1c");
    assertThat(zones(after, "lonely")).containsExactly("us-1a", "us-1b", "us-1c");
    assertThat(after.components().get("s").get(ComponentAttributes.REPLICAS)).contains(3);
    assertThat(after.components().get("lonely").get(ComponentAttributes.REPLICAS)).contains(7);
    assertThat(after.zones().get("us-1c").get(ZoneAttributes.PARENT)).contains("us");
    assertThat(after.zones().get("us-1c").get(ZoneAttributes.URL)).isEmpty();
  }

  @Test
  void newZonesAreNamedAfterTheirNeighbours() {
    for (var names :
        List.of(
            List.of("dc1", "dc2"),
            List.of("north", "north-2"),
            List.of("z", "z-2"),
            List.of("zone-9", "zone-9-2"),
            List.of("A", "B"))) {
      Design before = design("service s zones=" + names.getFirst());
      assertThat(zones(twice(before, spread(before, 2, "s")), "s")).isEqualTo(names);
    }
  }

  @Test
  void aRegionStandsBesideARegion() {
    Design before = design("zone eu kind=region\nzone a\nexternal x zones=eu");
    Design after = twice(before, spread(before, 2, "x"));

    assertThat(zones(after, "x")).containsExactly("eu", "eu-2");
    assertThat(after.zones().get("eu-2").kind()).isEqualTo(ZoneKind.REGION);
    assertThat(after.components().get("x").get(ComponentAttributes.REPLICAS)).isEmpty();
  }

  @Test
  void aStoreThatRanOnceFailsOverAndAMajorityGetsThreeZones() {
    Design before =
        design(
            """
            relational-db once zones=a
            relational-db quorum zones=a replicas=3 replication=quorum
            service none
            """);
    Edit edit = spread(before, 2, "once", "quorum", "none");
    Design after = twice(before, edit);

    assertThat(after.components().get("once").get(ComponentAttributes.FAILOVER_MODE))
        .contains(FailoverMode.AUTO);
    assertThat(zones(after, "once")).containsExactly("a", "b");
    assertThat(zones(after, "quorum")).containsExactly("a", "b", "c");
    assertThat(after.components().get("none")).isEqualTo(before.components().get("none"));
    assertThat(edit.title())
        .isEqualTo(
            "Run once, quorum and none in two zones each, or three where a majority decides");
    assertThat(spread(before, 2, "quorum").title()).isEqualTo("Run quorum in three zones");
  }

  @Test
  void movingLeavesEveryNamedZone() {
    Design before = design("service s zones=a,n\nservice t zones=c\nzone n kind=network");
    Edit move = new MoveZone("s", List.of("a", "b", "n"), "s");
    Design after = twice(before, move);

    assertThat(zones(after, "s")).containsExactly("c", "o");
    assertThat(after.zones().get("o").kind()).isEqualTo(ZoneKind.NETWORK);
    assertThat(new MoveZone("t", List.of("a"), "t").apply(before)).isEqualTo(before);
  }

  @Test
  void dataIsReplicatedOnlyWhereItIsRead() {
    String text =
        """
        zone e parent=east
        zone w parent=west
        service s zones=e
        key-value-store kv zones=w replicas=3 name=Profiles
        cache near zones=e
        service t zones=w
        s -> kv id=read timeout=1s
        s -> kv id=write timeout=1s effect=write
        s -> near id=here timeout=1s
        s -> t id=call timeout=1s
        """;
    Design before = design(text);

    assertThat(ReplicateData.on(before, "write")).isEmpty();
    assertThat(ReplicateData.on(before, "here")).isEmpty();
    assertThat(ReplicateData.on(before, "call")).isEmpty();
    Design after = twice(before, ReplicateData.on(before, "read").orElseThrow());
    assertThat(zones(after, "kv-replica")).containsExactly("e");
    assertThat(after.components().get("kv-replica").name()).isEqualTo("kv-replica");
    assertThat(after.components().get("kv-replica").get(ComponentAttributes.REPLICAS)).contains(3);
    assertThat(after.links().get("read").to()).isEqualTo("kv-replica");
  }
}
