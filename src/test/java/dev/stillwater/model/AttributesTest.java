package dev.stillwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
  private final Attributes none = Attributes.none(LinkAttributes.TABLE);

  @Test
  void whatNobodyDeclaredIsAbsentAndNotItsDefault() {
    assertThat(none.get(LinkAttributes.RETRIES)).isEmpty();
    assertThat(none.orDefault(LinkAttributes.RETRIES)).isZero();
    assertThat(none.get(LinkAttributes.TIMEOUT)).isEmpty();
    assertThatThrownBy(() -> none.orDefault(LinkAttributes.TIMEOUT))
        .hasMessage("timeout has no default");
  }

  @Test
  void valuesStandInTheOrderOfTheTable() {
    Attributes values =
        none.with(LinkAttributes.URL, "u")
            .with(LinkAttributes.MODE, LinkMode.SEND)
            .with(LinkAttributes.RETRIES, 3);
    assertThat(values.toPlain().toString()).isEqualTo("{mode=send, retries=3, url=u}");
    assertThat(values.without(LinkAttributes.RETRIES).toPlain().toString())
        .isEqualTo("{mode=send, url=u}");
  }

  @Test
  void declaringTheSameAgainIsTheSameInstance() {
    Attributes values = none.with(LinkAttributes.RETRIES, 3);
    assertThat(values.with(LinkAttributes.RETRIES, 3)).isSameAs(values);
    assertThat(values.with(LinkAttributes.RETRIES, 4)).isNotEqualTo(values);
    assertThat(values.without(LinkAttributes.TIMEOUT)).isSameAs(values);
    assertThat(values.set(LinkAttributes.RETRIES, null)).isEqualTo(none);
  }

  @Test
  void anAttributeOfAnotherTableIsABug() {
    assertThatThrownBy(() -> none.with(ComponentAttributes.REPLICAS, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownFieldsSurviveEveryChange() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("z", "1");
    fields.put("a", "[2]");
    Attributes values =
        none.withUnknown(fields)
            .with(LinkAttributes.RETRIES, 3)
            .with(LinkAttributes.RETRIES, 4)
            .without(LinkAttributes.RETRIES);
    assertThat(List.copyOf(values.unknown().keySet())).containsExactly("z", "a");
    assertThat(values).isNotEqualTo(none);
  }
}
