package dev.stillwater.io;

import dev.stillwater.model.FileTree;
import dev.stillwater.model.Problem.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Files of lists and fields that have no format of their own here, in YAML or, by their extension,
/// in JSON. Reading never throws for what a file holds.
public final class TreeFile {
  /// In bytes, 1 MiB: such files are written by hand.
  public static final long MOST_BYTES = 1L << 20;

  /// Lists and fields inside each other.
  static final int MOST_DEPTH = 50;

  /// Keys and values; an alias counts as often as it is used.
  static final int MOST_VALUES = 100_000;

  private TreeFile() {}

  /// What came of reading a file.
  public sealed interface Result {
    /// What the file says.
    record Tree(FileTree tree) implements Result {}

    /// Nothing could be made of it; at least one error says why.
    record Refused(List<LocatedProblem> problems) implements Result {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a file.
  ///
  /// @param shown what to call it in problems
  public static Result read(Path file, String shown) {
    return switch (FileBytes.read(file, MOST_BYTES)) {
      case FileBytes.Bytes bytes -> read(bytes.bytes(), shown);
      case FileBytes.Unreadable no ->
          new Result.Refused(List.of(LocatedProblem.unread(shown, no.message(), no.advice())));
    };
  }

  /// Reads the bytes of a file.
  public static Result read(byte[] bytes, String shown) {
    if (bytes.length > MOST_BYTES) {
      FileBytes.Unreadable no = FileBytes.tooLarge(bytes.length, MOST_BYTES);
      return new Result.Refused(List.of(LocatedProblem.unread(shown, no.message(), no.advice())));
    }
    return switch (SourceText.decode(bytes)) {
      case SourceText.Decoded.NotText no ->
          refused(shown, no.position(), no.message(), no.advice());
      case SourceText.Decoded.Text text ->
          shown.toLowerCase(Locale.ROOT).endsWith(".json")
              ? json(text.text(), shown)
              : yaml(text.text(), shown);
    };
  }

  /// JSON that people like to read, of texts, flags, numbers, lists and fields in their order.
  public static byte[] write(Map<String, ?> fields) {
    StringBuilder out = new StringBuilder();
    PrettyJson.append(fields, 0, out);
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Result refused(String shown, Position at, String message, String advice) {
    return new Result.Refused(
        List.of(
            new LocatedProblem(
                Severity.ERROR, shown, Optional.of(at), Place.FILE, message, advice)));
  }

  private static Result json(SourceText text, String shown) {
    Problems problems = new Problems(shown, text);
    JsonTree reader = new JsonTree(text, problems);
    try {
      FileTree tree = reader.read();
      return problems.hasErrors() ? new Result.Refused(problems.list()) : new Result.Tree(tree);
    } catch (JacksonException | JsonInput.Stopped e) {
      return new Result.Refused(NotJson.problems(text, shown, e, reader.input(), problems));
    }
  }

  private static Result yaml(SourceText text, String shown) {
    List<MergeConflicts.Conflict> conflicts = MergeConflicts.find(text);
    if (!conflicts.isEmpty()) {
      MergeConflicts.Conflict first = conflicts.getFirst();
      return refused(shown, text.at(first.offset()), first.message(), first.advice());
    }
    try {
      return new Result.Tree(new YamlTree(text).read());
    } catch (YamlTree.Unreadable e) {
      return refused(shown, e.at(), String.valueOf(e.getMessage()), e.advice());
    }
  }
}
