package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Design;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindQueryTest {
  private static final Presets PRESETS = PresetsJson.shipped();
  private static final Design DESIGN =
      DesignFixture.parse(
              """
              client shopper
              service order replicas=4 p99=40ms owner=pay
              service loyalty p99=200ms owner="team b"
              queue mails preset=sqs-standard
              shopper -> order id=checkout timeout=10s
              order -> loyalty id=points
              order -> mails id=mail timeout=none
              """)
          .design();

  private static List<String> find(String query) {
    return FindQuery.parse(query).in(DESIGN, PRESETS);
  }

  @Test
  void wordsOfTheNameHaveToBeThereAll() {
    assertThat(find("oRd")).containsExactly("order");
    assertThat(find("mail")).containsExactly("mails", "mail");
    assertThat(find("mail -s")).containsExactly("mail");
    assertThat(find("")).isEmpty();
    assertThat(find("nothing is called so")).isEmpty();
  }

  @Test
  void kindsOwnersAndWordsAreCompared() {
    assertThat(find("kind:queue")).containsExactly("mails");
    assertThat(find("kind:link")).containsExactly("checkout", "points", "mail");
    assertThat(find("owner:pay")).containsExactly("order");
    assertThat(find("owner:\"team b\"")).containsExactly("loyalty");
    assertThat(find("kind:service owner!=pay")).containsExactly("loyalty");
    assertThat(find("from:order")).containsExactly("points", "mail");
  }

  @Test
  void amountsAreComparedWithTheirUnits() {
    assertThat(find("p99>100ms")).containsExactly("loyalty");
    assertThat(find("p99<=0.04s")).containsExactly("order");
    assertThat(find("p99:40ms")).containsExactly("order");
    assertThat(find("replicas>=4")).containsExactly("order");
    assertThat(find("timeout:none")).containsExactly("mail");
    assertThat(find("timeout>5s")).containsExactly("checkout", "mail");
  }

  @Test
  void whatIsDeclaredOrNotCanBeAskedFor() {
    assertThat(find("timeout:")).containsExactly("checkout", "mail");
    assertThat(find("kind:link -timeout:")).containsExactly("points");
    assertThat(find("preset:sqs")).containsExactly("mails");
    assertThat(find("retention>1d")).as("values of a preset count").containsExactly("mails");
  }

  @Test
  void whatIsWrongIsSaidAndFindsNothing() {
    FindQuery unknown = FindQuery.parse("colour:red");
    assertThat(unknown.problems()).containsExactly("There is no attribute colour.");
    assertThat(unknown.in(DESIGN, PRESETS)).isEmpty();
    FindQuery unit = FindQuery.parse("p99>soon");
    assertThat(unit.problems()).hasSize(1).first().asString().contains("p99").contains("250ms");
    assertThat(unit.in(DESIGN, PRESETS)).isEmpty();
    assertThat(FindQuery.parse("\"").in(DESIGN, PRESETS)).isEmpty();
  }

  @Test
  void allHitsCanBeSelected() {
    assertThat(FindQuery.selection(DESIGN, find("mail")))
        .isEqualTo(new Selection(List.of("mails"), List.of("mail"), java.util.Optional.empty()));
  }
}
