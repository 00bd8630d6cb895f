package dev.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.templates.Template;
import java.util.ArrayList;
import java.util.List;

/// What every design that comes along has to be, on whatever shelf.
public final class CatalogueChecks {
  private static final int BESIDE = 40;
  private static final int BELOW = 24;

  private CatalogueChecks() {}

  /// It is read without a remark, and written as it stands.
  public static void isCanonical(Template template) {
    ReadResult read = DesignJson.read(template.bytes(), template.fileName(), PresetsJson.shipped());
    assertThat(read).isInstanceOf(ReadResult.Opened.class);
    assertThat(read.problems()).isEmpty();
    assertThat(DesignJson.write(template.document())).isEqualTo(template.bytes());
  }

  /// It and all of its components say what they are.
  ///
  /// @param most characters of its description
  public static void explainsItself(Template template, int most) {
    Document document = template.document();
    assertThat(document.design().name()).isEqualTo(template.title());
    assertThat(document.design().description().length()).isBetween(200, most);
    assertThat(template.demonstrates()).endsWith(".").hasSizeLessThan(130);
    for (Component component : document.design().components()) {
      assertThat(component.get(ComponentAttributes.NAME)).as(component.id()).isPresent();
      assertThat(component.get(ComponentAttributes.DESCRIPTION)).as(component.id()).isPresent();
    }
  }

  /// No card touches another.
  public static void everyCardHasAPlaceOfItsOwn(Template template) {
    Document document = template.document();
    List<Position> places = new ArrayList<>();
    for (Component component : document.design().components()) {
      Position place = document.layout().of(component.id()).orElseThrow();
      for (Position other : places) {
        boolean apart =
            Math.abs(place.x() - other.x()) >= Layout.CARD_WIDTH + BESIDE
                || Math.abs(place.y() - other.y()) >= Layout.CARD_HEIGHT + BELOW;
        assertThat(apart).as(component.id()).isTrue();
      }
      places.add(place);
    }
  }
}
