package dev.stillwater.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import dev.stillwater.testing.RandomEdits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewDrawingTest {
  private static final Presets PRESETS = PresetsJson.shipped();
  private static final Document DOCUMENT =
      RandomEdits.placed(
          DesignFixture.parse(
                  """
                  client shopper
                  service order owner=shop
                  service cart owner=shop
                  service billing
                  shopper -> order id=checkout
                  order -> cart id=total
                  order -> billing id=bill
                  shopper -> cart id=browse
                  journey buy path=checkout,total
                  """)
              .design());

  private static List<String> shown(String show) {
    Document part = ViewDrawing.of(DOCUMENT, NamedView.of("v", show), PRESETS);
    return List.copyOf(part.design().components().ids());
  }

  @Test
  void aViewShowsWhatItAsksForAndTheLinksBetween() {
    assertThat(shown("owner:shop")).containsExactly("order", "cart");
    assertThat(shown("journey:buy")).containsExactly("shopper", "order", "cart");
    assertThat(shown("bill kind:link"))
        .as("links bring their ends")
        .containsExactly("order", "billing");
    assertThat(shown("")).hasSize(4);
    Document part = ViewDrawing.of(DOCUMENT, NamedView.of("v", "owner:shop"), PRESETS);
    assertThat(part.design().links().ids()).containsExactly("total");
  }

  @Test
  void cardsStandElsewhereInAViewOnly() {
    Document with = ViewDrawing.with(DOCUMENT, "shop", NamedView.of("shop", "owner:shop"));
    Document moved = ViewDrawing.moved(with, "shop", "order", new Layout.Position(800, 400));
    assertThat(moved.layout()).isEqualTo(DOCUMENT.layout());
    assertThat(moved.design()).isSameAs(DOCUMENT.design());
    Document part = ViewDrawing.of(moved, ViewDrawing.find(moved, "shop").orElseThrow(), PRESETS);
    assertThat(part.layout().of("order")).contains(new Layout.Position(800, 400));
    assertThat(part.layout().of("cart")).isEqualTo(DOCUMENT.layout().of("cart"));
    Document renamed = Editing.rename(moved, "order", "orders");
    assertThat(renamed.views().getFirst().places()).containsOnlyKeys("orders");
    assertThat(ViewDrawing.without(moved, "shop")).isEqualTo(DOCUMENT);
  }

  @Test
  void viewsAreInTheFileAndFilesWithoutAreWhatTheyWere() {
    Document with =
        ViewDrawing.moved(
            ViewDrawing.with(DOCUMENT, "shop", NamedView.of("shop", "owner:shop")),
            "shop",
            "order",
            new Layout.Position(-8, 16));
    byte[] bytes = DesignJson.write(with);
    assertThat(new String(bytes, UTF_8)).contains("\"namedViews\"").contains("owner:shop");
    assertThat(DesignJson.read(bytes, "test", PRESETS))
        .isInstanceOfSatisfying(
            ReadResult.Opened.class, opened -> assertThat(opened.document()).isEqualTo(with));
    assertThat(new String(DesignJson.write(DOCUMENT), UTF_8)).doesNotContain("namedViews");
  }

  @Test
  void newViewsAreNamedAfterWhatIsSelected() {
    assertThat(ViewDrawing.asking(DOCUMENT.design(), Selection.ofComponents(List.of("cart"))))
        .isEqualTo("owner:\"shop\"");
    assertThat(ViewDrawing.asking(DOCUMENT.design(), Selection.journey("buy")))
        .isEqualTo("journey:buy");
    assertThat(ViewDrawing.asking(DOCUMENT.design(), Selection.component("billing"))).isEmpty();
    Document with = ViewDrawing.with(DOCUMENT, "a", NamedView.of("a", ""));
    assertThat(ViewDrawing.freeName(with, "a")).isEqualTo("a 2");
    assertThat(Optional.of(ViewDrawing.freeName(with, "b"))).contains("b");
  }
}
