package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.BulkTable.Column;
import dev.stillwater.editor.BulkTable.Outcome;
import dev.stillwater.editor.BulkTable.Refusal;
import dev.stillwater.editor.BulkTable.Sort;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.DesignFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkTableTest {
  private static final Presets PRESETS = PresetsJson.shipped();
  private static final Document DOCUMENT =
      Document.of(
          DesignFixture.parse(
                  """
                  service order replicas=4 p99=40ms
                  service loyalty p99=1s
                  service email
                  order -> loyalty id=points timeout=1s
                  """)
              .design());

  private static Column column(Sort sort, String key) {
    return BulkTable.columns(sort).stream()
        .filter(column -> column.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<Column> shown(String... keys) {
    return List.of(keys).stream().map(key -> column(Sort.COMPONENTS, key)).toList();
  }

  private static Outcome paste(String text, List<Column> columns, int row, int column) {
    return BulkTable.paste(
        Sort.COMPONENTS,
        DOCUMENT,
        text,
        BulkTable.rows(Sort.COMPONENTS, DOCUMENT.design()),
        columns,
        row,
        column);
  }

  private static String text(Document document, String row, String key) {
    return BulkTable.cell(
            Sort.COMPONENTS, document.design(), PRESETS, row, column(Sort.COMPONENTS, key))
        .text();
  }

  @Test
  void cellsShowWhatHoldsAndWhetherSomebodySaidSo() {
    assertThat(
            BulkTable.cell(
                Sort.COMPONENTS,
                DOCUMENT.design(),
                PRESETS,
                "order",
                column(Sort.COMPONENTS, "p99")))
        .isEqualTo(new BulkTable.Cell("40 ms", true));
    assertThat(
            BulkTable.cell(
                    Sort.LINKS, DOCUMENT.design(), PRESETS, "points", column(Sort.LINKS, "retries"))
                .declared())
        .isFalse();
  }

  @Test
  void rowsAreOrderedBySizeAndWhatIsUnknownComesLast() {
    List<String> rows =
        BulkTable.rows(Sort.COMPONENTS, DOCUMENT.design()).stream()
            .sorted(
                BulkTable.order(
                    Sort.COMPONENTS, DOCUMENT.design(), PRESETS, column(Sort.COMPONENTS, "p99")))
            .toList();
    assertThat(rows).containsExactly("order", "loyalty", "email");
  }

  @Test
  void unitsAreTakenAsTyped() {
    Outcome outcome =
        BulkTable.type(
            Sort.COMPONENTS, DOCUMENT, "email", column(Sort.COMPONENTS, "p99"), " 0.25 s ");
    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.changed()).isEqualTo(1);
    Outcome kind =
        BulkTable.type(
            Sort.COMPONENTS, DOCUMENT, "email", column(Sort.COMPONENTS, "kind"), "Load balancer");
    assertThat(kind.document().design().components().get("email").kind())
        .isEqualTo(ComponentKind.LOAD_BALANCER);
  }

  @Test
  void badTextChangesNothingAndComesBackWithItsReason() {
    Outcome outcome =
        BulkTable.type(Sort.COMPONENTS, DOCUMENT, "email", column(Sort.COMPONENTS, "p99"), "soon");
    assertThat(outcome.document()).isSameAs(DOCUMENT);
    assertThat(outcome.refusals())
        .extracting(Refusal::row, Refusal::column, Refusal::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("email", "p99", "soon"));
    assertThat(outcome.refusals().getFirst().reason()).contains("250ms");
  }

  @Test
  void aBlockFillsRowsAndColumnsFromTheSelectedCell() {
    Outcome outcome = paste("2\t100ms\n3\t2s\n", shown("id", "replicas", "p99"), 1, 1);
    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.changed()).isEqualTo(4);
    assertThat(text(outcome.document(), "loyalty", "replicas")).isEqualTo("2");
    assertThat(text(outcome.document(), "email", "p99")).isEqualTo("2 s");
    assertThat(text(outcome.document(), "order", "replicas")).isEqualTo("4");
  }

  @Test
  void linesWithAnIdAreFoundWhereverTheyStand() {
    Outcome outcome =
        paste(
            "Replicas\tid\tp99\r\n7\temail\t\r\n\torder\t5s\r\nx\tloyalty\t6s\r\n1\tnobody\t1s\r\n",
            shown("id"),
            0,
            0);
    assertThat(text(outcome.document(), "email", "replicas")).isEqualTo("7");
    assertThat(
            outcome.document().design().components().get("order").get(ComponentAttributes.REPLICAS))
        .as("an empty cell makes a value unknown")
        .isEmpty();
    assertThat(text(outcome.document(), "order", "p99")).isEqualTo("5 s");
    assertThat(text(outcome.document(), "loyalty", "p99")).as("beside a bad cell").isEqualTo("6 s");
    assertThat(outcome.refusals())
        .extracting(Refusal::row)
        .containsExactly("loyalty", "nobody", "nobody");
  }

  @Test
  void whatHasNoCellIsNotLostSilently() {
    Outcome outcome = paste("1\n2\n3\n4\n", shown("id", "replicas"), 1, 1);
    assertThat(outcome.changed()).isEqualTo(2);
    assertThat(outcome.refusals()).extracting(Refusal::text).containsExactly("3", "4");
  }

  @Test
  void whatIsCopiedAndPastedBackIsTheSame() {
    List<Column> columns = BulkTable.columns(Sort.COMPONENTS);
    List<String> rows = BulkTable.rows(Sort.COMPONENTS, DOCUMENT.design());
    Document with =
        BulkTable.type(
                Sort.COMPONENTS, DOCUMENT, "email", column(Sort.COMPONENTS, "owner"), "=team \"x\"")
            .document();
    String copied = BulkTable.copy(Sort.COMPONENTS, with.design(), PRESETS, rows, columns);
    Outcome back = BulkTable.paste(Sort.COMPONENTS, with, copied, rows, columns, 0, 0);
    assertThat(copied).doesNotContain("\t=");
    assertThat(back.refusals()).isEmpty();
    assertThat(back.document()).isEqualTo(with);
  }

  @Test
  void quotesHoldTabsAndLinesTogether() {
    assertThat(BulkTable.lines("a\t\"b\tc\"\n\"d\ne\"\t\"f\"\"g\"\n\n"))
        .containsExactly(List.of("a", "b\tc"), List.of("d\ne", "f\"g"));
    assertThat(BulkTable.lines("")).isEmpty();
    assertThat(BulkTable.lines("\t\n")).isEmpty();
  }
}
