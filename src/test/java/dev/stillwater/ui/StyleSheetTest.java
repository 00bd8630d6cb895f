package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
  private static final Pattern TOKEN = Pattern.compile("-sw-([a-z-]+): ([^;]+);");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");

  private final String css = read();

  /// All sheets of a look, as they follow each other.
  private static String read() {
    StringBuilder all = new StringBuilder();
    for (String sheet : Looks.SHEETS) {
      try (InputStream in = Looks.class.getResourceAsStream(sheet)) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  private Map<String, String> tokens(String look) {
    int start = css.indexOf("." + look + " {");
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher matcher = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  @Test
  void bothLooksHaveTheSameTokens() {
    assertThat(tokens("sw-light").keySet()).isEqualTo(tokens("sw-dark").keySet());
  }

  @Test
  void everyTokenThatIsUsedIsDefined() {
    Set<String> used = new TreeSet<>();
    Matcher matcher = Pattern.compile("-sw-([a-z-]+)").matcher(css);
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    assertThat(tokens("sw-light").keySet()).containsAll(used);
  }

  @Test
  void coloursStandInTokensOnly() {
    int end = css.indexOf("}", css.indexOf(".sw-dark {"));
    assertThat(COLOR.matcher(css.substring(end)).results().map(r -> r.group())).isEmpty();
  }

  @Test
  void noViewAndNoControllerHasAColour() throws IOException {
    for (Path root :
        new Path[] {
          Path.of("src/main/java/dev/stillwater/ui"),
          Path.of("src/main/resources/dev/stillwater/ui")
        }) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|fxml)")).toList()) {
          String text = Files.readString(file);
          assertThat(text).as(file.toString()).doesNotContain("Color.rgb(", "Color.web(", "-fx-");
        }
      }
    }
  }

  @Test
  void everySheetIsWornByTheWindow() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/stillwater/ui"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(it -> it.endsWith(".css")))
          .containsAll(Looks.SHEETS)
          .hasSize(Looks.SHEETS.size() + WindowLooks.SHEETS.size());
    }
  }
}
