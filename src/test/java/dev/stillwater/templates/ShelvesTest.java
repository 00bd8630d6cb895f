package dev.stillwater.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.templates.Shelves.Wanted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShelvesTest {
  private static final TemplateCatalog CATALOG = TemplateCatalog.shipped();

  private static List<String> names(Shelves shelves) {
    return shelves.all().stream().map(Template::name).toList();
  }

  @Test
  void withoutAWishEverythingStandsOnItsFirstShelf() {
    Shelves shelves = Shelves.of(CATALOG, Wanted.ALL);
    assertThat(shelves.all()).hasSameSizeAs(CATALOG.templates());
    for (Shelves.Shelf shelf : shelves.shelves()) {
      assertThat(shelf.templates())
          .allMatch(template -> CATALOG.shelf(template).equals(shelf.category()));
    }
  }

  @Test
  void wordsAreFoundWhereverTheyStand() {
    assertThat(names(Shelves.of(CATALOG, Wanted.ALL.withText("kinesis status page"))))
        .containsExactly("aws-kinesis-2020");
    assertThat(Shelves.of(CATALOG, Wanted.ALL.withText("no such design")).isEmpty()).isTrue();
  }

  @Test
  void aShelfLookedAtAloneHoldsAllThatNamesIt() {
    Shelves shelves = Shelves.of(CATALOG, Wanted.ALL.withCategory(Optional.of("idempotency")));
    assertThat(shelves.shelves()).hasSize(1);
    assertThat(names(shelves)).contains("twilio-2013");
    assertThat(names(Shelves.of(CATALOG, Wanted.ALL.withCategory(Optional.of("incidents")))))
        .contains("aws-kinesis-2020", "twilio-2013")
        .doesNotContain("tight-coupling-after");
  }

  @Test
  void aRuleLeavesOnlyWhatShowsIt() {
    Shelves shelves = Shelves.of(CATALOG, Wanted.ALL.withRule(Optional.of("REL-OV-009")));
    assertThat(names(shelves)).containsExactly("aws-kinesis-2020");
    assertThat(Shelves.rules(CATALOG)).contains("REL-OV-009", "REL-LC-003");
  }
}
