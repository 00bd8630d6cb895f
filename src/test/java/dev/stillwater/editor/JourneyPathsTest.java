package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyPathsTest {
  private static final Design DESIGN =
      Design.empty("shop")
          .with(new Component("user", ComponentKind.CLIENT))
          .with(new Component("order", ComponentKind.SERVICE))
          .with(new Component("pay", ComponentKind.SERVICE))
          .with(new Component("log", ComponentKind.SERVICE))
          .with(new Component("far", ComponentKind.SERVICE))
          .with(new Link("a", "user", "order"))
          .with(new Link("b", "order", "pay"))
          .with(new Link("c", "order", "log"))
          .with(new Link("d", "far", "log"))
          .with(new Journey("path").with(JourneyAttributes.PATH, List.of("a", "b")))
          .with(new Journey("entry").with(JourneyAttributes.ENTRY, "a"));

  private final JourneyPaths paths = new JourneyPaths(Presets.NONE);
  private final Document document = Document.of(DESIGN);

  @Test
  void namesTheJourneysOfALinkAndOfAComponent() {
    assertThat(paths.using(DESIGN, "b")).extracting(Journey::id).containsExactly("entry", "path");
    assertThat(paths.using(DESIGN, "c")).extracting(Journey::id).containsExactly("entry");
    assertThat(paths.using(DESIGN, "d")).isEmpty();
    assertThat(paths.touching(DESIGN, "log")).extracting(Journey::id).containsExactly("entry");
    assertThat(paths.touching(DESIGN, "nobody")).isEmpty();
  }

  @Test
  void offersLinksThatLeadOn() {
    assertThat(paths.onward(DESIGN, "path")).extracting(Link::id).containsExactly("c");
    assertThat(paths.onward(DESIGN, "entry")).isEmpty();
  }

  @Test
  void addsAtTheEndOnce() {
    Document added = paths.add(document, "path", List.of("c", "b"));
    assertThat(added.design().journeys().get("path").get(JourneyAttributes.PATH))
        .contains(List.of("a", "b", "c"));
    assertThat(paths.add(document, "path", List.of("b"))).isSameAs(document);
  }

  @Test
  void aJourneyByItsEntryNamesItsLinksOnceItIsChangedByHand() {
    Journey changed = paths.remove(document, "entry", "c").design().journeys().get("entry");
    assertThat(changed.get(JourneyAttributes.ENTRY)).isEmpty();
    assertThat(changed.get(JourneyAttributes.PATH)).contains(List.of("a", "b"));
  }

  @Test
  void theLastLinkStays() {
    Document one = paths.remove(document, "path", "b");
    assertThat(paths.remove(one, "path", "a")).isSameAs(one);
  }

  @Test
  void makesAJourneyAlongLinks() {
    Document made = JourneyPaths.along(document, List.of("b", "c"));
    assertThat(made.design().journeys().get("b-journey").get(JourneyAttributes.PATH))
        .contains(List.of("b", "c"));
  }
}
