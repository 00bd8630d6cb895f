package dev.stillwater.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stillwater.model.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A good file with a few bytes changed: it is opened or refused with places, never anything else.
class MutationProperties {
  private static final byte[] SHOP = DesignJsonTest.SHOP.getBytes(StandardCharsets.UTF_8);

  /// A change of some bytes at a point.
  record Change(int at, int removed, byte[] inserted) {
    byte[] applyTo(byte[] bytes) {
      int from = Math.floorMod(at, bytes.length + 1);
      int to = Math.min(bytes.length, from + removed);
      byte[] result = new byte[bytes.length - (to - from) + inserted.length];
      System.arraycopy(bytes, 0, result, 0, from);
      System.arraycopy(inserted, 0, result, from, inserted.length);
      System.arraycopy(bytes, to, result, from + inserted.length, bytes.length - to);
      return result;
    }
  }

  @Provide
  Arbitrary<byte[]> mutated() {
    Arbitrary<byte[]> inserted =
        Arbitraries.oneOf(
            Arbitraries.just(new byte[0]),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(3),
            Arbitraries.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "\n",
                    "null",
                    "1e999",
                    "-",
                    "0",
                    "NaN",
                    "\\u",
                    "\\ud800",
                    "//",
                    "<<<<<<<",
                    "\ufeff",
                    "\u202e",
                    ": ",
                    "\"id\"",
                    "true",
                    ".",
                    "e",
                    "'",
                    "\"a\": 1, ")
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.integers().between(0, SHOP.length),
                Arbitraries.oneOf(
                    Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 40)),
                inserted)
            .as(Change::new);
    return change
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(changes -> {
          byte[] result = SHOP;
          for (Change each : changes) {
            result = each.applyTo(result);
          }
          return result;
        });
  }

  @Property(seed = "20261129", tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void isOpenedOrRefusedWithPlaces(@ForAll("mutated") byte[] bytes) {
    long start = System.nanoTime();
    ReadResult result = DesignJson.read(bytes, "f", PresetsJson.shipped());
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    switch (result) {
      case ReadResult.Opened opened -> {
        assertThat(opened.problems()).noneMatch(LocatedProblem::isError);
        Document document = opened.document();
        assertThat(DesignJson.write(document, opened.source())).isEqualTo(bytes);
        byte[] canonical = DesignJson.write(document);
        ReadResult again = DesignJson.read(canonical, "f", PresetsJson.shipped());
        assertThat(again).isInstanceOf(ReadResult.Opened.class);
        assertThat(((ReadResult.Opened) again).document()).isEqualTo(document);
      }
      case ReadResult.Refused refused -> {
        assertThat(refused.problems()).anyMatch(LocatedProblem::isError);
        assertThat(refused.problems())
            .allSatisfy(problem -> assertThat(problem.position()).isPresent())
            .allSatisfy(problem -> assertThat(problem.advice()).isNotBlank());
      }
    }
  }

  /// The words for faults come from a second reading by our own hand: it must find a fault exactly
  /// where the parser does.
  @Property(seed = "20261129", tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void theCheckOfTheSyntaxAgreesWithTheParser(@ForAll("mutated") byte[] bytes) {
    if (!(SourceText.decode(bytes) instanceof SourceText.Decoded.Text decoded)) {
      return;
    }
    SourceText text = decoded.text();
    boolean json = true;
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.chars, 0, text.length)) {
      int roots = 0;
      while (parser.nextToken() != null) {
        parser.getString();
        roots += parser.streamReadContext().inRoot() ? 1 : 0;
      }
      // The end of a root object counts; nothing else may stand at the root.
      json = roots == 1;
    } catch (JacksonException e) {
      json = false;
    }
    assertThat(SyntaxCheck.firstFault(text).isEmpty())
        .describedAs(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(json);
  }

  @Property(seed = "20261129", tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void noiseIsRefused(@ForAll byte[] noise) {
    assertThatCode(() -> DesignJson.read(noise, "f", PresetsJson.shipped()))
        .doesNotThrowAnyException();
    assertThat(DesignJson.read(noise, "f", PresetsJson.shipped()))
        .describedAs(Arrays.toString(noise))
        .isInstanceOf(ReadResult.Refused.class);
  }

  @Property(seed = "20261129", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void presetsAreAsCareful(@ForAll("mutated") byte[] bytes) {
    List<LocatedProblem> problems =
        PresetsJson.read(bytes, "presets.json", PresetsJson.shipped()).problems();
    assertThat(problems).isNotEmpty();
    assertThat(problems).allSatisfy(problem -> assertThat(problem.position()).isPresent());
  }
}
