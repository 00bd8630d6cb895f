package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IdsProperties {
  @Property(seed = "20261129")
  void madeOfAnythingAreLegal(@ForAll String name) {
    assertThat(Ids.legal(Ids.of(name))).isTrue();
    assertThat(Ids.legal(Ids.of(name.repeat(20)))).isTrue();
  }
}
