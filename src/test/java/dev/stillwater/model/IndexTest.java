package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexTest {
  private static Zone zone(String id) {
    return new Zone(id);
  }

  private final Index<Zone> abc = Index.of(List.of(zone("a"), zone("b"), zone("c")));

  @Test
  void theOrderOfTheFileStays() {
    Zone named = zone("b").with(ZoneAttributes.NAME, "B");
    assertThat(abc.with(named).ids()).containsExactly("a", "b", "c");
    assertThat(abc.with(named).get("b")).isSameAs(named);
    assertThat(abc.with(zone("0")).ids()).containsExactly("a", "b", "c", "0");
    assertThat(abc.replacing("a", zone("x")).ids()).containsExactly("x", "b", "c");
    assertThat(abc.without(List.of("b", "nobody")).ids()).containsExactly("a", "c");
  }

  @Test
  void changesGiveNewIndexesAndNothingChangedGivesTheSame() {
    assertThat(abc.with(zone("b"))).isSameAs(abc);
    assertThat(abc.without(List.of("nobody"))).isSameAs(abc);
    abc.without(List.of("a"));
    assertThat(abc.ids()).containsExactly("a", "b", "c");
  }

  @Test
  void orderIsPartOfEquality() {
    assertThat(Index.of(List.of(zone("a"), zone("b"))))
        .isNotEqualTo(Index.of(List.of(zone("b"), zone("a"))));
    assertThat(Index.of(List.of(zone("a"))).with(zone("b")))
        .isEqualTo(Index.of(List.of(zone("a"), zone("b"))));
  }

  @Test
  void anIdStandsOnce() {
    assertThatThrownBy(() -> Index.of(List.of(zone("a"), zone("a")))).hasMessage("id a twice");
    assertThatThrownBy(() -> abc.replacing("a", zone("b"))).hasMessage("id b twice");
    assertThatThrownBy(() -> abc.get("nobody")).hasMessage("no element nobody");
  }
}
