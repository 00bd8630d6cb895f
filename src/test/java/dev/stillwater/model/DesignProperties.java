package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.AnyDocument;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DesignProperties {
  @Provide
  Arbitrary<Design> designs() {
    return AnyDocument.designs();
  }

  @Property(seed = "20261129", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void whateverIsRemovedNothingDangles(@ForAll("designs") Design design, @ForAll int choice) {
    List<String> gone =
        design.components().ids().stream().filter(id -> (id.hashCode() + choice) % 2 == 0).toList();
    Design rest = design.without(gone, List.of());
    assertThat(Validation.of(rest, Presets.NONE)).noneMatch(Problem::isError);
    assertThat(rest.components().size()).isEqualTo(design.components().size() - gone.size());
    assertThat(rest.without(gone, List.of())).isEqualTo(rest);
  }

  @Property(seed = "20261129", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void renamingForthAndBackIsNothing(@ForAll("designs") Design design) {
    for (Component component : design.components()) {
      Design there = design.renameComponent(component.id(), "somewhere/else");
      assertThat(there.find(component.id()).filter(Component.class::isInstance)).isEmpty();
      assertThat(there.renameComponent("somewhere/else", component.id())).isEqualTo(design);
    }
  }
}
