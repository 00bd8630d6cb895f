package dev.stillwater.io;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Preset;
import dev.stillwater.model.PresetAttributes;
import dev.stillwater.model.Presets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/// One reading of a file of presets. A preset with a key that is known already takes over what it
/// does not declare itself.
final class PresetsReader {
  static final String FORMAT = "stillwater-presets/1";

  private final Problems problems;
  private final Presets base;
  private final JsonInput in;
  private final ElementReader elements;
  private final Map<String, Preset> read = new LinkedHashMap<>();
  private String formatFound = "none";

  PresetsReader(SourceText text, Problems problems, Presets base) {
    this.problems = problems;
    this.base = base;
    this.in = new JsonInput(text, problems);
    this.elements = new ElementReader(in);
  }

  JsonInput input() {
    return in;
  }

  /// The base and what the file adds to it.
  ///
  /// @throws tools.jackson.core.JacksonException when the text is no JSON
  Presets read() {
    Scope file = new Scope("");
    if (!in.next()) {
      throw JsonInput.Stopped.notOneValue(0);
    }
    if (!in.at(JsonToken.START_OBJECT)) {
      problems.error(
          in.offset(),
          file,
          "",
          "expected presets, which begin with {, found " + in.found(),
          "Write \"format\" and \"presets\" between { and }.");
      return base;
    }
    in.fields(file, "", key -> top(file, key));
    if (in.next()) {
      throw JsonInput.Stopped.notOneValue(in.offset());
    }
    if (!formatFound.equals("\"" + FORMAT + "\"")) {
      problems.error(
          0,
          file,
          "format",
          "expected \"" + FORMAT + "\", found " + formatFound,
          "Write \"format\": \"" + FORMAT + "\" as the first field.");
    }
    return read.isEmpty() ? base : base.and(read.values());
  }

  private void top(Scope file, String key) {
    switch (key) {
      case "format" -> {
        formatFound = in.found();
        in.skip();
      }
      case "presets" -> {
        if (!in.at(JsonToken.START_ARRAY)) {
          problems.error(
              in.offset(),
              file,
              key,
              "expected a list, found " + in.found(),
              "Write \"presets\": [ … ].");
          in.skip();
          return;
        }
        for (int i = 0; in.nextEntry(); i++) {
          entry(new Scope("presets[" + i + "]"));
        }
      }
      default -> in.skip();
    }
  }

  private void entry(Scope scope) {
    if (!in.at(JsonToken.START_OBJECT)) {
      problems.error(
          in.offset(),
          scope,
          "",
          "expected a preset, which begins with {, found " + in.found(),
          "Remove it from the list, or write its fields between { and }.");
      in.skip();
      return;
    }
    ElementReader.Read entry =
        elements.read(
            scope, "a preset", PresetAttributes.TABLE, Set.of("key"), ElementReader.Others.NONE);
    String key = entry.text("key").orElse("");
    scope.element = key;
    if (key.isBlank()) {
      problems.error(
          entry.offset("key"),
          scope,
          "key",
          "expected a key, found none",
          "Add \"key\": \"…\"; components name it as their preset.");
      return;
    }
    if (read.containsKey(key)) {
      problems.error(
          entry.offset("key"),
          scope,
          "key",
          "the key stands here for the second time",
          "Give one of the two presets another key.");
      return;
    }
    preset(scope, entry, key).ifPresent(preset -> read.put(key, preset));
  }

  private Optional<Preset> preset(Scope scope, ElementReader.Read entry, String key) {
    Optional<Preset> known = base.find(key);
    Attributes declared = entry.attributes();
    if (known.isEmpty()) {
      for (Attribute<?> needed :
          new Attribute<?>[] {
            PresetAttributes.KIND, PresetAttributes.SOURCE, PresetAttributes.DATE
          }) {
        if (!declared.declares(needed) && !entry.faulty().contains(needed.key())) {
          problems.error(
              entry.offset(),
              scope,
              needed.key(),
              "expected " + needed.type().expectation() + ", found none",
              "Add \""
                  + needed.key()
                  + "\": a preset says what it is, and where and when its values were read.");
        }
      }
    }
    if (!entry.whole() || (known.isEmpty() && !complete(declared))) {
      return Optional.empty();
    }
    Attributes values =
        known.map(Preset::attributes).orElse(Attributes.none(ComponentAttributes.TABLE));
    for (Attribute<?> attribute : ComponentAttributes.TABLE.all()) {
      values = values.copyFrom(declared, attribute);
    }
    return Optional.of(
        new Preset(
            key,
            declared.get(PresetAttributes.TITLE).or(() -> known.map(Preset::title)).orElse(key),
            declared.get(PresetAttributes.KIND).or(() -> known.map(Preset::kind)).orElseThrow(),
            declared.get(PresetAttributes.SOURCE).or(() -> known.map(Preset::source)).orElseThrow(),
            declared.get(PresetAttributes.DATE).or(() -> known.map(Preset::date)).orElseThrow(),
            declared.orDefault(PresetAttributes.VERIFIED),
            values));
  }

  private static boolean complete(Attributes declared) {
    return declared.declares(PresetAttributes.KIND)
        && declared.declares(PresetAttributes.SOURCE)
        && declared.declares(PresetAttributes.DATE);
  }
}
