package dev.stillwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checker behind validator.w3.org reads our pages, markup and styles, and has neither an error
/// nor a warning. The build runs this by itself, with the checker on the class path: it brings an
/// XML parser and an XSLT engine along that would take the place of the platform's everywhere else.
class HtmlValidityCheck {
  private static final String CHECKER = "nu.validator.client.SimpleCommandLineValidator";
  private static final String BROKEN = "broken.html";

  /// What it says and is not so: texts of a design are shown as they were written, composed or not;
  /// and browsers show a picture inside the page under `img-src data:`.
  private static final Pattern UNTRUE =
      Pattern.compile(
          "info warning: (?:Text run is not in Unicode Normalization Form C|Resource violates"
              + " Content Security Policy \\(meta tag\\): image .data:image/png;)");

  @TempDir Path folder;

  @Test
  void noPageHasAnErrorAndABrokenOneHas() throws Exception {
    Map<String, String> pages = HtmlPages.all();
    List<String> files = new ArrayList<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      files.add(write(page.getKey(), page.getValue()));
    }
    files.add(write(BROKEN, pages.get("empty.html").replace("</main>", "<blink>&nosuch;</p>")));
    List<String> said = checked(files);
    assertThat(said).as("the checker is awake").anyMatch(line -> line.contains(BROKEN));
    assertThat(said)
        .filteredOn(line -> !line.contains(BROKEN) && !UNTRUE.matcher(line).find())
        .isEmpty();
  }

  private String write(String name, String page) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, page);
    return file.toString();
  }

  /// What the checker says, a line for each complaint.
  private List<String> checked(List<String> files) throws Exception {
    Path said = folder.resolve("said.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CHECKER,
                "--Werror",
                "--format",
                "gnu"));
    command.addAll(files);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("in time").isTrue();
    return Files.readAllLines(said, StandardCharsets.UTF_8);
  }
}
