package dev.stillwater.rules.own;

import dev.stillwater.model.FileTree;
import dev.stillwater.model.FileTree.Spot;
import dev.stillwater.model.Spelling;
import dev.stillwater.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One entry of a rules file while it is read: asks for fields, and notes what is wrong with them.
final class Section {
  private final FileTree.Fields fields;
  private final String head;
  private final List<FileProblem> problems;
  private String element = "";
  private boolean faulty;

  Section(FileTree.Fields fields, String head, List<FileProblem> problems) {
    this.fields = fields;
    this.head = head;
    this.problems = problems;
  }

  /// The entry of a list as a section; empty, and a problem, where it is something else.
  static Optional<Section> of(FileTree tree, String head, List<FileProblem> problems) {
    if (tree instanceof FileTree.Fields fields) {
      return Optional.of(new Section(fields, head, problems));
    }
    problems.add(
        new FileProblem(
            true, tree.at(), head, "", "", "expected fields, found " + tree.shown(), "Remove it."));
    return Optional.empty();
  }

  /// The id that problems are reported with.
  void names(String id) {
    element = id;
  }

  Spot at() {
    return fields.at();
  }

  /// Whether an error was noted.
  boolean isFaulty() {
    return faulty;
  }

  void error(Spot at, String tail, String message, String advice) {
    faulty = true;
    problems.add(new FileProblem(true, at, head, element, tail, message, advice));
  }

  void warning(Spot at, String tail, String message, String advice) {
    problems.add(new FileProblem(false, at, head, element, tail, message, advice));
  }

  /// Says of every other key that nobody knows it.
  void only(List<String> known) {
    fields
        .fields()
        .keySet()
        .forEach(key -> {
          if (!known.contains(key)) {
            error(
                fields.keys().getOrDefault(key, at()),
                key,
                "this key is not known",
                Spelling.nearest(key, known)
                    .map(meant -> "Did you mean `" + meant + "`?")
                    .orElse("Known are: " + String.join(", ", known) + "."));
          }
        });
  }

  /// Where a field stands, else the entry.
  Spot spot(String key) {
    return get(key).map(FileTree::at).orElse(fields.at());
  }

  /// Something that was read here, with the place of a field.
  <T> RulesFile.Placed<T> placed(T value, String key) {
    return new RulesFile.Placed<>(value, head, spot(key));
  }

  Optional<FileTree> get(String key) {
    return fields.get(key);
  }

  Optional<FileTree.Scalar> scalar(String key) {
    Optional<FileTree> found = get(key);
    if (found.isEmpty() || found.get() instanceof FileTree.Scalar) {
      return found.map(it -> (FileTree.Scalar) it);
    }
    error(spot(key), key, "expected a text, found " + found.get().shown(), "Write one line.");
    return Optional.empty();
  }

  Optional<String> text(String key) {
    return scalar(key).map(it -> it.value().toString().strip()).filter(it -> !it.isEmpty());
  }

  /// A text that has to be there; empty, and a problem, where it is not.
  Optional<String> needed(String key, String advice) {
    Optional<String> text = text(key);
    if (text.isEmpty() && (get(key).isEmpty() || get(key).get() instanceof FileTree.Scalar)) {
      error(spot(key), key, "`" + key + "` is missing", advice);
    }
    return text;
  }

  /// One word of a closed set.
  <E extends Enum<E> & Word> Optional<E> word(String key, Class<E> type) {
    return text(key).flatMap(word -> word(key, word, type));
  }

  <E extends Enum<E> & Word> Optional<E> word(String key, String word, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E option : type.getEnumConstants()) {
      if (option.word().equals(word)) {
        return Optional.of(option);
      }
      words.add(option.word());
    }
    error(
        spot(key),
        key,
        "expected one of " + String.join(", ", words) + ", found \"" + word + "\"",
        Spelling.nearest(word, words)
            .map(meant -> "Did you mean " + meant + "?")
            .orElse("Write one of these words."));
    return Optional.empty();
  }

  /// The entries of a list, or the one that stands there without a list; none where it is absent.
  List<FileTree> list(String key) {
    return switch (get(key).orElse(new FileTree.Nothing(at()))) {
      case FileTree.Items items -> items.items();
      case FileTree.Nothing nothing -> List.of();
      case FileTree.Scalar scalar -> List.of(scalar);
      case FileTree.Fields one -> List.of(one);
    };
  }

  /// The texts of a list.
  List<String> texts(String key) {
    List<String> result = new ArrayList<>();
    for (FileTree item : list(key)) {
      if (item instanceof FileTree.Scalar scalar) {
        result.add(scalar.value().toString());
      } else {
        error(item.at(), key, "expected a text, found " + item.shown(), "Write texts only.");
      }
    }
    return result;
  }

  /// What an expression is read by.
  interface Reading<T> {
    /// @throws Fault where it makes no sense
    T read(String text);
  }

  /// An expression, or a sentence with expressions in it; a problem points into it.
  <T> Optional<T> expression(String key, Reading<T> reading) {
    return scalar(key)
        .flatMap(scalar -> {
          try {
            return Optional.of(reading.read(scalar.value().toString()));
          } catch (Fault fault) {
            error(scalar.inside().at(fault.at()), key, fault.message(), fault.advice());
            return Optional.empty();
          }
        });
  }
}
