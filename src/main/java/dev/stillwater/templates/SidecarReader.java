package dev.stillwater.templates;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.Place;
import dev.stillwater.io.Position;
import dev.stillwater.model.FileTree;
import dev.stillwater.model.Problem.Severity;
import dev.stillwater.model.Spelling;
import dev.stillwater.templates.Template.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads `NAME.template.json`, the sidecar that says of a design what it is good for. Fields that
/// it does not know are left to who knows them; what is wrong with the others counts for nothing.
final class SidecarReader {
  static final String FORMAT = "stillwater-template/1";

  private final String file;
  private final FileTree.Fields root;
  private final List<LocatedProblem> problems = new ArrayList<>();

  /// @param file what to call it in problems
  SidecarReader(String file, FileTree.Fields root) {
    this.file = file;
    this.root = root;
  }

  List<LocatedProblem> problems() {
    return problems;
  }

  /// @param title what it is called where the sidecar does not say
  /// @param demonstrates likewise
  /// @param places finds the file of a design by its path from the sidecar
  Template read(
      String name,
      String title,
      String demonstrates,
      DesignSource source,
      Function<String, DesignSource> places) {
    List<String> categories = texts(root, "categories", "");
    return new Template(
        name,
        text(root, "title", "").orElse(title),
        kind(),
        categories.isEmpty() ? List.of(Category.OWN.id()) : categories,
        text(root, "demonstrates", "").orElse(demonstrates),
        texts(root, "words", ""),
        parameters(),
        texts(root, "shows", ""),
        texts(root, "findings", ""),
        counterExample(name, places),
        source,
        root);
  }

  private Kind kind() {
    List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
    Optional<String> typed = text(root, "kind", "");
    Optional<Kind> kind =
        typed.flatMap(
            word -> Arrays.stream(Kind.values()).filter(it -> it.word().equals(word)).findFirst());
    if (typed.isPresent() && kind.isEmpty()) {
      wrong(
          root.get("kind").orElseThrow(),
          "kind",
          "expected one of " + String.join(", ", words) + ", found " + typed.get(),
          Spelling.nearest(typed.get(), words)
              .map(meant -> "Did you mean " + meant + "?")
              .orElse("It is taken for a reference design."));
    }
    return kind.orElse(Kind.REFERENCE);
  }

  private Optional<CounterExample> counterExample(
      String name, Function<String, DesignSource> places) {
    Optional<FileTree.Fields> found = fields(root, "counterExample", "");
    return found.map(it -> {
      String at = "counterExample";
      String path = text(it, "file", at).orElse("counter-examples/" + name + ".design.json");
      return new CounterExample(
          text(it, "without", at).orElse("its pattern"),
          text(it, "look", at).orElse(""),
          texts(it, "shows", at),
          texts(it, "findings", at),
          places.apply(path));
    });
  }

  private List<Parameter> parameters() {
    List<Parameter> result = new ArrayList<>();
    List<FileTree> items = items(root, "parameters", "");
    for (int i = 0; i < items.size(); i++) {
      String at = "parameters[" + i + "]";
      if (!(items.get(i) instanceof FileTree.Fields fields)) {
        wrong(
            items.get(i),
            at,
            "expected name, title and targets, found " + items.get(i).shown(),
            "It is left out.");
        continue;
      }
      Optional<String> name = text(fields, "name", at);
      List<Target> targets = targets(fields, "targets", at);
      if (name.isEmpty() || targets.isEmpty()) {
        wrong(
            fields,
            at,
            "a parameter needs a name and at least one target",
            "A target is written like links/checkout/rate.");
      } else {
        result.add(
            new Parameter(
                name.get(),
                text(fields, "title", at).orElse(name.get()),
                targets,
                targets(fields, "scales", at)));
      }
    }
    return result;
  }

  private List<Target> targets(FileTree.Fields in, String key, String at) {
    List<Target> result = new ArrayList<>();
    for (String text : texts(in, key, at)) {
      Target.parse(text)
          .ifPresentOrElse(
              result::add,
              () ->
                  wrong(
                      in.get(key).orElseThrow(),
                      at + "." + key,
                      "expected a target such as links/checkout/rate, found " + text,
                      "Write components, links, zones or journeys, then id and attribute."));
    }
    return result;
  }

  private Optional<String> text(FileTree.Fields in, String key, String at) {
    Optional<FileTree> found = in.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get() instanceof FileTree.Scalar scalar && scalar.value() instanceof String text) {
      return Optional.of(text);
    }
    wrong(found.get(), join(at, key), "expected a text, found " + found.get().shown(), "");
    return Optional.empty();
  }

  private List<String> texts(FileTree.Fields in, String key, String at) {
    List<String> result = new ArrayList<>();
    for (FileTree item : items(in, key, at)) {
      if (item instanceof FileTree.Scalar scalar && scalar.value() instanceof String text) {
        result.add(text);
      } else {
        wrong(item, join(at, key), "expected a text, found " + item.shown(), "");
      }
    }
    return result;
  }

  private List<FileTree> items(FileTree.Fields in, String key, String at) {
    Optional<FileTree> found = in.get(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get() instanceof FileTree.Items list) {
      return list.items();
    }
    wrong(found.get(), join(at, key), "expected a list, found " + found.get().shown(), "");
    return List.of();
  }

  private Optional<FileTree.Fields> fields(FileTree.Fields in, String key, String at) {
    Optional<FileTree> found = in.get(key);
    if (found.isPresent() && !(found.get() instanceof FileTree.Fields)) {
      wrong(found.get(), join(at, key), "expected fields, found " + found.get().shown(), "");
    }
    return found.filter(FileTree.Fields.class::isInstance).map(FileTree.Fields.class::cast);
  }

  private static String join(String at, String key) {
    return at.isEmpty() ? key : at + "." + key;
  }

  private void wrong(FileTree where, String path, String message, String advice) {
    problems.add(
        new LocatedProblem(
            Severity.WARNING,
            file,
            Optional.of(new Position(where.at().line(), where.at().column())),
            new Place(path, "", ""),
            message,
            advice));
  }
}
