package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Document;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.testing.TestEditor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditingTest {
  private final Document document =
      TestEditor.empty()
          .place(ComponentKind.CLIENT, 100, 100)
          .place(ComponentKind.SERVICE, 500, 100)
          .link("client", "service")
          .linkToNew("service", 900, 100, ComponentKind.QUEUE)
          .document();

  @Test
  void deletingAComponentTakesItsLinksAndJourneysWithIt() {
    Document withJourney = Editing.journeyFrom(document, "client>service");
    assertThat(withJourney.design().journeys().ids()).containsExactly("client-service");
    Document deleted = Editing.delete(withJourney, Selection.component("service"));
    assertThat(deleted.design().components().ids()).containsExactly("client", "queue");
    assertThat(deleted.design().links().isEmpty()).isTrue();
    assertThat(deleted.design().journeys().isEmpty()).isTrue();
    assertThat(deleted.layout().of("service")).isEmpty();
  }

  @Test
  void renamingCarriesLinksPositionsAndJourneys() {
    Document renamed =
        Editing.rename(Editing.journeyFrom(document, "client>service"), "service", "Order service");
    assertThat(renamed.design().components().get("order-service").name())
        .isEqualTo("Order service");
    assertThat(renamed.design().links().ids())
        .containsExactly("client>order-service", "order-service>queue");
    assertThat(renamed.design().journeys().get("client-service").get(JourneyAttributes.ENTRY))
        .contains("client>order-service");
    assertThat(renamed.layout().of("order-service")).isEqualTo(document.layout().of("service"));
  }

  @Test
  void aPlainNameIsOnlyAnId() {
    Document renamed = Editing.rename(document, "service", "order");
    assertThat(renamed.design().components().get("order").attributes().declared()).isEmpty();
    assertThat(Editing.rename(renamed, "order", "service")).isEqualTo(document);
  }

  @Test
  void pastingGivesNewIdsAndKeepsWhatWasDeclared() {
    Document declared =
        Editing.set(
            document, List.of("client>service"), LinkAttributes.TIMEOUT, Timespan.ofSeconds(2));
    Document fragment =
        Editing.fragment(declared, Selection.ofComponents(List.of("client", "service")));
    assertThat(fragment.design().links().ids()).containsExactly("client>service");
    Editing.Pasted pasted = Editing.paste(declared, fragment, 24, 24);
    assertThat(pasted.selection().components()).containsExactly("client-2", "service-2");
    assertThat(
            pasted
                .document()
                .design()
                .links()
                .get("client-2>service-2")
                .get(LinkAttributes.TIMEOUT))
        .contains(Timespan.ofSeconds(2));
    assertThat(pasted.document().layout().of("client-2")).contains(new Position(40, 96));
    assertThat(pasted.document().design().links().get("client>service"))
        .isEqualTo(declared.design().links().get("client>service"));
  }

  @Test
  void nudgingMovesBySteps() {
    Document nudged = Editing.nudge(document, Selection.component("client"), 8, -1);
    assertThat(nudged.layout().of("client")).contains(new Position(24, 71));
  }

  @Test
  void aJourneyBeginsAtALinkOnce() {
    Document once = Editing.journeyFrom(document, "client>service");
    assertThat(Editing.journeyFrom(once, "client>service")).isSameAs(once);
    assertThat(Editing.journeyFrom(document, "nothing")).isSameAs(document);
  }

  @Test
  void clearingAnAttributeMakesItUnknownAgain() {
    Document declared =
        Editing.set(
            document,
            List.of("client>service", "service>queue"),
            LinkAttributes.TIMEOUT,
            Timespan.ofSeconds(2));
    assertThat(
            Editing.set(
                declared, List.of("client>service", "service>queue"), LinkAttributes.TIMEOUT, null))
        .isEqualTo(document);
  }

  @Test
  void selectionForgetsWhatIsGone() {
    Selection all =
        new Selection(List.of("client", "service"), List.of("client>service"), Optional.empty());
    Document deleted = Editing.delete(document, Selection.component("service"));
    assertThat(all.restrictedTo(deleted.design())).isEqualTo(Selection.component("client"));
  }
}
