package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.DesignJson;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far long work is, as a terminal shows it: it goes up, once, whatever is done one after the
/// other.
class ProgressTest {
  private static final Pattern PERCENT = Pattern.compile("… (\\d+) %");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void files() throws Exception {
    shell = new Shell(folder).onTerminal().whereAllTakesLong();
    write("a.json", "tight-coupling-before");
    write("b.json", "tight-coupling-after");
  }

  private void write(String name, String template) throws Exception {
    Files.write(
        folder.resolve(name),
        DesignJson.write(TemplateCatalog.find(template).orElseThrow().document()));
  }

  private List<Integer> told() {
    return PERCENT
        .matcher(shell.err())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  private void assertGoesUp(String... arguments) {
    assertThat(shell.run(arguments)).isEqualTo(ExitCode.CLEAN);
    assertThat(told())
        .as(String.join(" ", arguments))
        .hasSizeGreaterThan(20)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .allMatch(percent -> percent <= 100);
    assertThat(told().getLast()).as("nearly all of it").isGreaterThan(70);
  }

  @Test
  void aReviewWithItsFixesAndItsPlanCountsOnce() {
    assertGoesUp("review", "a.json");
  }

  @Test
  void twoReviewsCountOnce() {
    assertGoesUp("diff", "a.json", "b.json");
  }

  @Test
  void whatAJourneyCostsCountsOnce() {
    assertGoesUp("impact", "a.json", "--journey", "place-order");
  }
}
