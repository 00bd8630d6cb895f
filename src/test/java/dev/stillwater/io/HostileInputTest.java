package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that want to take the program down: each is answered quickly, with a place.
class HostileInputTest {
  /// An answer takes a second of one processor; tests share theirs with others.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final String HEAD = "{\"format\": \"stillwater/1\", \"name\": \"x\", ";

  private static ReadResult read(byte[] bytes) {
    return assertTimeoutPreemptively(
        LONGEST, () -> DesignJson.read(bytes, "f", PresetsJson.shipped()));
  }

  private static void assertLocated(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    assertThat(result.problems()).isNotEmpty();
    assertThat(result.problems()).allSatisfy(p -> assertThat(p.position()).isPresent());
    assertThat(result.problems()).allSatisfy(p -> assertThat(p.advice()).isNotBlank());
  }

  @Test
  void cutOffAtEveryByte() {
    byte[] shop = DesignJsonTest.SHOP.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < shop.length - 2; length++) {
      ReadResult result = read(Arrays.copyOf(shop, length));
      assertLocated(result);
      Position at = result.problems().getFirst().position().orElseThrow();
      // The first problem is that the text ends, and it says so where it ends.
      assertThat(at).describedAs("cut at " + length).isEqualTo(endOf(shop, length));
    }
  }

  /// Independently: line breaks before, and characters behind the last of them.
  private static Position endOf(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8).replace("\ufffd", "");
    int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
    return new Position(line, text.length() - text.lastIndexOf('\n'));
  }

  @Test
  void everyValueReplacedByOneOfAnotherType() {
    String shop = DesignJsonTest.SHOP;
    List<String> others = List.of("null", "17", "\"?\"", "[]", "{}", "[[]]", "true", "-0", "\"\"");
    int refused = 0;
    for (int colon = shop.indexOf(": "); colon >= 0; colon = shop.indexOf(": ", colon + 1)) {
      int start = colon + 2;
      int end = endOfValue(shop, start);
      for (String other : others) {
        String changed = shop.substring(0, start) + other + shop.substring(end);
        ReadResult result = read(changed.getBytes(StandardCharsets.UTF_8));
        if (result instanceof ReadResult.Refused) {
          assertLocated(result);
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  private static int endOfValue(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; ; i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == '\n')) {
        return i;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }

  @Test
  void largerThanTheLimitIsRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("huge.design.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(DesignJson.MOST_BYTES + 1);
    }
    assertThat(DesignJson.read(file).problems())
        .singleElement()
        .hasToString(
            file
                + ": error: the file has 67,108,865 bytes; at most 67,108,864 (64 MiB) are read\n"
                + "  No design is that large: see what wrote the file, or split the design.");
  }

  /// One file of each kind, as large as may be.
  record Hostile(String name, String text, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// In bytes: enough to break every other limit. Files of 64 MiB behave alike and take longer.
  private static final int MOST = 20 << 20;

  private static Hostile repeated(String name, String head, String item, String tail, String says) {
    int times = (MOST - head.length() - tail.length()) / item.length();
    return new Hostile(name, head + item.repeat(times) + tail, says);
  }

  private static Hostile listed(
      String name, String head, IntFunction<String> item, int count, String tail, String says) {
    StringBuilder text = new StringBuilder(head);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(item.apply(i));
    }
    return new Hostile(name, text.append(tail).toString(), says);
  }

  static Stream<Hostile> hostile() {
    return Stream.<java.util.function.Supplier<Hostile>>of(
            () -> repeated("spaces", HEAD, " ", "}", "a comma stands behind the last field"),
            () -> repeated("lines", HEAD, "\n", "}", "a comma stands behind the last field"),
            () -> repeated("numbers", HEAD + "\"x\": [", "1,", "1]}", "6,000,000 keys and values"),
            () -> repeated("depth", HEAD + "\"x\": ", "[", "}", "more than 100 deep"),
            () -> repeated("objects", HEAD + "\"components\": [", "{},", "{}]}", "expected an id"),
            () ->
                listed(
                    "elements",
                    HEAD + "\"components\": [",
                    i -> "{\"id\":\"c" + i + "\",\"kind\":\"queue\"}",
                    1_000_000,
                    "]}",
                    "there are more than 300,000 elements"),
            () ->
                repeated(
                    "one id",
                    HEAD + "\"components\": [",
                    "{\"id\":\"c\",\"kind\":\"queue\"},",
                    "1]}",
                    "the id is taken"),
            () ->
                listed(
                    "dangling",
                    HEAD + "\"links\": [",
                    i -> "{\"from\":\"c" + i + "\",\"to\":\"d\"}",
                    290_000,
                    "]}",
                    "no component \"c0\""),
            () -> listed("keys", HEAD, i -> "\"k" + i + "\":0", 2_000_000, "}", "100,000 fields"),
            () -> listed("one key", HEAD, i -> "\"k\":0", 2_000_000, "}", "for the second time"),
            () -> repeated("text", HEAD + "\"x\": \"", "a", "\"}", "a text has 20,"),
            () -> repeated("open text", HEAD + "\"x\": \"", "a", "", "the file ends inside"),
            () -> repeated("key", HEAD + "\"", "a", "\":1}", "a key has 20,"),
            () -> repeated("digits", HEAD + "\"x\": ", "9", "}", "a number has 20,"),
            () -> repeated("1e999", HEAD + "\"x\": [", "1e999,", "1]}", "up to 1.8e308"),
            () ->
                repeated(
                    "999 digits", HEAD + "\"x\": [", "9".repeat(999) + ",", "1]}", "up to 1.8e308"),
            () ->
                repeated(
                    "conflicts", "{\n", "<<<<<<< a\n=======\n>>>>>>> b\n", "}", "merge conflict"))
        .map(java.util.function.Supplier::get);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void asLargeAsMayBe(Hostile hostile) {
    byte[] bytes = hostile.text().getBytes(StandardCharsets.UTF_8);
    ReadResult result = read(bytes);
    assertLocated(result);
    assertThat(result.problems()).hasSizeLessThanOrEqualTo(2 * Problems.MOST);
    assertThat(result.problems().getFirst().message()).contains(hostile.message());
  }

  @Test
  void ofManyWarningsTheFirstThousandWillDo() {
    Hostile halves = repeated("halves", HEAD + "\"x\": [", "\"\\ud800\",", "1]}", "");
    ReadResult result = read(halves.text().getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(ReadResult.Opened.class);
    assertThat(result.problems()).hasSize(Problems.MOST);
  }

  @Test
  void afterAThousandErrorsReadingEnds() {
    Hostile many = repeated("objects", HEAD + "\"components\": [", "{},", "{}]}", "");
    List<LocatedProblem> problems = read(many.text().getBytes(StandardCharsets.UTF_8)).problems();
    assertThat(problems).hasSize(Problems.MOST + 1);
    assertThat(problems.getLast().message())
        .isEqualTo("there are more than 1,000 errors; what follows was not read");
  }

  /// 20,000 components, 200,000 links: the largest design that has to open.
  @Test
  void aLargeHonestDesignOpens() {
    StringBuilder text = new StringBuilder(HEAD).append("\"components\": [");
    for (int i = 0; i < 20_000; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"id\": \"service-" + i + "\", \"kind\": \"service\", \"replicas\": 4,")
          .append(" \"capacity\": 50, \"p99\": \"40ms\", \"zones\": [\"a\", \"b\"]}");
    }
    text.append("], \"links\": [");
    for (int i = 0; i < 200_000; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"id\": \"l" + i + "\", \"from\": \"service-" + i % 20_000)
          .append("\", \"to\": \"service-" + (i * 7 + 1) % 20_000 + "\", \"effect\": \"write\",")
          .append(" \"calls\": 1.5, \"timeout\": \"250ms\", \"retries\": 2, \"jitter\": true}");
    }
    byte[] bytes = text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    ReadResult result = read(bytes);
    assertThat(result).isInstanceOf(ReadResult.Opened.class);
    ReadResult.Opened opened = (ReadResult.Opened) result;
    assertThat(opened.document().design().links().size()).isEqualTo(200_000);
    assertThat(opened.source().locate("links", "l199999", "retries")).isPresent();
  }
}
