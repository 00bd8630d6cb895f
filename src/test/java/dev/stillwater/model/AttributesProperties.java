package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.AnyDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributesProperties {
  @Provide
  Arbitrary<Attributes> links() {
    return AnyDocument.attributes(LinkAttributes.TABLE);
  }

  @Property(seed = "20261129", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfDeclaringDoesNotMatter(@ForAll("links") Attributes values, @ForAll long seed) {
    List<Attribute<?>> order = new ArrayList<>(values.declared());
    Collections.shuffle(order, new Random(seed));
    Attributes again =
        Attributes.none(LinkAttributes.TABLE)
            .withUnknown(values.unknown())
            .copyFrom(values, order.toArray(new Attribute<?>[0]));
    assertThat(again).isEqualTo(values);
    assertThat(again.hashCode()).isEqualTo(values.hashCode());
    assertThat(again.declared()).isEqualTo(values.declared());
  }
}
