package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.AnyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DesignDiffProperties {
  @Provide
  Arbitrary<Design> designs() {
    return AnyDocument.designs();
  }

  private static <E extends Element<E>> Index<E> shuffled(Index<E> elements, long seed) {
    List<E> list = new ArrayList<>(elements.all());
    java.util.Collections.shuffle(list, new Random(seed));
    return Index.of(list);
  }

  @Property(seed = "20261129", tries = 100)
  void anotherOrderIsNoDifference(@ForAll("designs") Design design, @ForAll long seed) {
    Design other =
        design
            .withZones(shuffled(design.zones(), seed))
            .withComponents(shuffled(design.components(), seed))
            .withLinks(shuffled(design.links(), seed))
            .withJourneys(shuffled(design.journeys(), seed));
    assertThat(DesignDiff.of(design, other).differences()).isEmpty();
  }

  @Property(seed = "20261129", tries = 100)
  void whatIsAddedOneWayIsRemovedTheOther(
      @ForAll("designs") Design one, @ForAll("designs") Design other) {
    DesignDiff there = DesignDiff.of(one, other);
    DesignDiff back = DesignDiff.of(other, one);
    for (Difference.Sort sort : Difference.Sort.values()) {
      assertThat(ids(there, sort, Difference.Kind.ADDED))
          .isEqualTo(ids(back, sort, Difference.Kind.REMOVED));
    }
  }

  private static Set<String> ids(DesignDiff diff, Difference.Sort sort, Difference.Kind kind) {
    return diff.of(sort).stream()
        .filter(it -> it.kind() == kind)
        .map(Difference::id)
        .collect(Collectors.toSet());
  }

  @Property(seed = "20261129", tries = 100)
  void designsWithoutADifferenceMeanTheSame(
      @ForAll("designs") Design one, @ForAll("designs") Design other) {
    if (DesignDiff.of(one, other).isEmpty()) {
      assertThat(other.components().ids()).hasSameElementsAs(one.components().ids());
      assertThat(other.name()).isEqualTo(one.name());
    } else {
      assertThat(other).isNotEqualTo(one);
    }
  }
}
