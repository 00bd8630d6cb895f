package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.FailureCosts.Around;
import dev.stillwater.editor.FailureCosts.Reached;
import dev.stillwater.editor.FailureCosts.Row;
import dev.stillwater.editor.FailureCosts.Table;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Design;
import dev.stillwater.templates.TemplateCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureCostsTest {
  private final Design design =
      TemplateCatalog.find("tight-coupling-before").orElseThrow().document().design();
  private final Analysis analysis = Analysis.of(design, PresetsJson.shipped());
  private final Table table =
      new Table(
          FailureCosts.rows(
              design, ImpactTable.of(analysis, analysis.injections(), Progress.UNWATCHED).rows()),
          "");

  private Row row(String component, Failure how) {
    return table.rows().stream()
        .filter(it -> it.injection().equals(new Injection(component, how)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowSaysWhatIsLostAndWhen() {
    Row slow = row("email", Failure.GREY);
    assertThat(slow.how()).isEqualTo("Grey");
    assertThat(slow.lost()).isEqualTo(1);
    assertThat(slow.journeys()).isEqualTo(design.journeys().get("place-order").name());
    assertThat(slow.firstLoss()).isEqualTo(2000);
    assertThat(slow.notice()).isPositive();
  }

  @Test
  void rowsAreFoundByAllWordsOfASearch() {
    assertThat(table.matching("GREY email", false)).containsExactly(row("email", Failure.GREY));
    assertThat(table.matching("email nonsense", false)).isEmpty();
    assertThat(table.matching("", false)).isEqualTo(table.rows());
    assertThat(table.matching("", true))
        .isNotEmpty()
        .hasSizeLessThan(table.rows().size())
        .allMatch(it -> it.lost() > 0);
  }

  @Test
  void aroundAComponentDepthCountsLinks() {
    Injection slow = new Injection("order", Failure.GREY);
    Around around =
        FailureCosts.around(
            design,
            "order",
            ImpactTable.whatHurts(
                analysis,
                analysis.graph().node("order"),
                analysis.injections(),
                Progress.UNWATCHED),
            List.of(new ImpactTable.Harmed(slow, ImpactTable.whomHurts(analysis, slow))));
    assertThat(around.hurtBy()).isNotEmpty().allMatch(it -> it.depth() >= 1);
    Reached email =
        around.hurtBy().stream()
            .filter(it -> it.injection().equals(new Injection("email", Failure.GREY)))
            .findFirst()
            .orElseThrow();
    assertThat(email.depth()).isEqualTo(1);
    assertThat(email.t()).isEqualTo(2000);
    assertThat(email.effect()).isEqualTo("silent");
    assertThat(around.hurts().getFirst().who()).isNotEmpty();
    assertThat(around.depth()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void pairsAreNamedTogether() {
    assertThat(
            FailureCosts.subject(design, new Injection(List.of("order", "email"), Failure.CRASH)))
        .contains(" and ");
    assertThat(FailureCosts.subject(design, Injection.ofZone("a"))).isEqualTo("zone a");
  }
}
