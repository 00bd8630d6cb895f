package dev.stillwater.io;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Problem;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Spelling;
import dev.stillwater.model.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import tools.jackson.core.JsonToken;

/// One reading of a design file, from its text to a document or to all its problems.
///
/// The text is gone through once, element by element; then the design as a whole is checked. An
/// element with a problem still takes its place, with what could be read of it, so that the links
/// that name it are not reported as well.
final class DesignReader {
  private final SourceText text;
  private final Problems problems;
  private final Sites sites;
  private final JsonInput in;
  private final ElementReader elements;
  private final DesignParts parts;
  private final LayoutReader places;

  private String format = "";

  /// What stands as the format, for a message.
  private String formatFound = "none";

  private int elementCount;
  private String name = "";
  private String description = "";
  private Attributes settings = Attributes.none(Settings.TABLE);
  private final Map<String, String> unknown = new LinkedHashMap<>();

  DesignReader(SourceText text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.sites = new Sites(text);
    this.in = new JsonInput(text, problems);
    this.elements = new ElementReader(in);
    this.parts = new DesignParts(in, elements, sites);
    this.places = new LayoutReader(in);
  }

  JsonInput input() {
    return in;
  }

  /// @throws tools.jackson.core.JacksonException when the text is no JSON
  ReadResult read(byte[] bytes, Presets presets) {
    Scope file = new Scope("");
    if (!in.next()) {
      throw JsonInput.Stopped.notOneValue(0);
    }
    if (!in.at(JsonToken.START_OBJECT)) {
      problems.error(
          in.offset(),
          file,
          "",
          "expected a design, which begins with {, found " + in.found(),
          "Open another file; this one holds something else.");
      return new ReadResult.Refused(problems.list());
    }
    in.fields(file, "", key -> top(file, key));
    if (in.next()) {
      throw JsonInput.Stopped.notOneValue(in.offset());
    }
    Optional<FormatVersion> declared = FormatVersion.parse(format);
    if (declared.isEmpty()) {
      formatMissing(file);
    }
    if (sites.offset(List.of("name")).isEmpty() && (declared.isPresent() || parts.any())) {
      problems.error(
          0, file, "name", "expected a name, found none", "Add \"name\": \"…\" behind the format.");
    }
    FormatVersion version = declared.orElse(FormatVersion.OURS);
    if (version.isNewer()) {
      problems.dropSuspicions();
      unknown.put("format", JsonText.string(format));
    }
    Document document = parts.document(name, description, settings, unknown, places.layout());
    for (Problem problem : Validation.of(document, presets)) {
      whole(problem);
    }
    if (!problems.hasErrors()) {
      return new ReadResult.Opened(
          document,
          new Source(bytes, text, sites, document),
          problems.list(),
          notice(version),
          version.isNewerMajor());
    }
    if (version.isNewer()) {
      problems.error(
          sites.offset(List.of("format")).orElse(0),
          file,
          "format",
          "the file has the format " + version + "; this version reads " + FormatVersion.OURS,
          "The other problems may be what is new in it: open it with the version that wrote it.");
    }
    return new ReadResult.Refused(problems.list());
  }

  /// A problem of the design as a whole, unless it only follows from one that is reported.
  private void whole(Problem problem) {
    if (parts.explains(problem)) {
      return;
    }
    Place place = sites.place(problem.path());
    Scope scope = new Scope(place.head());
    scope.element = place.element();
    int offset = sites.offset(problem.path()).orElse(0);
    if (problem.isError()) {
      problems.error(offset, scope, place.tail(), problem.message(), problem.advice());
    } else {
      problems.warning(offset, scope, place.tail(), problem.message(), problem.advice());
    }
  }

  private static Optional<String> notice(FormatVersion version) {
    if (!version.isNewer()) {
      return Optional.empty();
    }
    return Optional.of(
        "This file was written by a newer version, in the format "
            + version
            + "; this version knows "
            + FormatVersion.OURS
            + ". "
            + (version.isNewerMajor()
                ? "It is shown as far as it is understood and cannot be changed here."
                : "What is not known here is kept when the file is saved."));
  }

  /// Without its format a file that has elements is a design that somebody wrote by hand; of
  /// another one, nothing else is worth saying.
  private void formatMissing(Scope file) {
    if (!parts.any()) {
      problems.clear();
    }
    problems.error(
        sites.offset(List.of("format")).orElse(0),
        file,
        "format",
        "expected \"" + FormatVersion.OURS + "\", found " + formatFound,
        parts.any()
            ? "Write \"format\": \"" + FormatVersion.OURS + "\" as the first field."
            : "This is probably no design of Stillwater: open another file.");
  }

  private void top(Scope file, String key) {
    sites.top(key, in.offset());
    switch (key) {
      case "format" -> {
        formatFound = in.found();
        format = in.at(JsonToken.VALUE_STRING) ? in.string() : "";
        in.skip();
      }
      case "name" -> elements.text(file, key).ifPresent(value -> name = value);
      case "description" -> elements.text(file, key).ifPresent(value -> description = value);
      case "settings" -> {
        if (isObject(file, key)) {
          settings =
              elements.read(new Scope(key), "", "the settings", Settings.TABLE, Sections::knowing);
        }
      }
      case "zones" -> list(file, key, "a zone", parts::zone);
      case "components" -> list(file, key, "a component", parts::component);
      case "links" -> list(file, key, "a link", parts::link);
      case "journeys" -> list(file, key, "a journey", parts::journey);
      case "scenarios" -> list(file, key, "a scenario", parts::scenario);
      case "decisions" -> list(file, key, "a decision", parts::decision);
      case "namedViews" -> list(file, key, "a view", parts::view);
      case "layout" -> {
        if (isObject(file, key)) {
          Scope layout = new Scope(key);
          in.fields(layout, "", id -> places.position(layout, id));
        }
      }
      case "bends" -> {
        if (isObject(file, key)) {
          Scope bends = new Scope(key);
          in.fields(bends, "", id -> places.bends(bends, id));
        }
      }
      case "frames" -> {
        if (isObject(file, key)) {
          Scope frames = new Scope(key);
          in.fields(frames, "", id -> places.frame(frames, id));
        }
      }
      case "collapsed" -> places.collapsed(file, key);
      default -> {
        Spelling.nearest(key, Sections.ALL)
            .ifPresent(meant ->
                problems.suspicion(
                    in.offset(),
                    file,
                    key,
                    "no field of a design; it has no effect",
                    "Did you mean \"" + meant + "\"?"));
        unknown.put(key, in.copy(file, key));
      }
    }
  }

  private boolean isObject(Scope file, String key) {
    if (in.at(JsonToken.START_OBJECT)) {
      return true;
    }
    problems.error(
        in.offset(),
        file,
        key,
        "expected an object, found " + in.found(),
        "Write \"" + key + "\": { … }, or leave it out.");
    in.skip();
    return false;
  }

  private void list(Scope file, String key, String noun, ObjIntConsumer<Scope> each) {
    if (!in.at(JsonToken.START_ARRAY)) {
      problems.error(
          in.offset(),
          file,
          key,
          "expected a list, found " + in.found(),
          "Write \"" + key + "\": [ … ], or leave it out.");
      in.skip();
      return;
    }
    for (int i = 0; in.nextEntry(); i++) {
      if (++elementCount > JsonInput.MOST_ELEMENTS) {
        throw JsonInput.Stopped.limit(in.offset(), JsonInput.MOST_ELEMENTS, "elements");
      }
      Scope scope = new Scope(key + "[" + i + "]");
      if (in.at(JsonToken.START_OBJECT)) {
        each.accept(scope, i);
      } else {
        problems.error(
            in.offset(),
            scope,
            "",
            "expected " + noun + ", which begins with {, found " + in.found(),
            "Remove it from the list, or write its fields between { and }.");
        in.skip();
      }
    }
  }
}
