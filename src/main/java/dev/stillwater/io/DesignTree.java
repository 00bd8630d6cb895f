package dev.stillwater.io;

import dev.stillwater.model.FileTree;
import dev.stillwater.model.FileTree.Spot;
import dev.stillwater.model.Presets;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a design that stands inside of another file, with the fields of a design file; its format
/// and name may be left out. Problems name the places of that other file.
public final class DesignTree {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]");

  private DesignTree() {}

  /// @param file what to call the other file in problems
  public static ReadResult read(FileTree design, String file, Presets presets) {
    StringBuilder json = new StringBuilder();
    write(withHead(design), json);
    ReadResult result =
        DesignJson.read(json.toString().getBytes(StandardCharsets.UTF_8), file, presets);
    List<LocatedProblem> problems =
        result.problems().stream().map(problem -> located(problem, design)).toList();
    return switch (result) {
      case ReadResult.Refused refused -> new ReadResult.Refused(problems);
      case ReadResult.Opened opened ->
          new ReadResult.Opened(
              opened.document(), opened.source(), problems, opened.notice(), opened.readOnly());
    };
  }

  private static FileTree withHead(FileTree design) {
    if (!(design instanceof FileTree.Fields fields)) {
      return design;
    }
    Map<String, FileTree> all = new LinkedHashMap<>();
    all.put("format", text("stillwater/1", fields.at()));
    all.put("name", text("test", fields.at()));
    all.putAll(fields.fields());
    return new FileTree.Fields(all, fields.keys(), fields.at());
  }

  private static FileTree text(String text, Spot at) {
    return new FileTree.Scalar(text, at, index -> at);
  }

  private static void write(FileTree tree, StringBuilder into) {
    switch (tree) {
      case FileTree.Fields fields -> {
        into.append('{');
        fields
            .fields()
            .forEach((key, value) -> {
              JsonText.key(key, into);
              write(value, into);
            });
        into.append('}');
      }
      case FileTree.Items items -> {
        into.append('[');
        String separator = "";
        for (FileTree item : items.items()) {
          into.append(separator);
          write(item, into);
          separator = ", ";
        }
        into.append(']');
      }
      case FileTree.Scalar scalar -> {
        switch (scalar.value()) {
          case String text -> JsonText.string(text, into);
          case BigDecimal number -> into.append(number);
          default -> into.append(scalar.value());
        }
      }
      case FileTree.Nothing nothing -> into.append("null");
    }
  }

  /// The problem with the place at which the tree has what it is about, or what that stands in.
  private static LocatedProblem located(LocatedProblem problem, FileTree design) {
    FileTree at = design;
    Matcher matcher = STEP.matcher(problem.place().path());
    while (matcher.find()) {
      Optional<FileTree> next =
          switch (at) {
            case FileTree.Fields fields -> fields.get(String.valueOf(matcher.group(1)));
            case FileTree.Items items -> item(items, matcher.group(2));
            case FileTree.Scalar scalar -> Optional.empty();
            case FileTree.Nothing nothing -> Optional.empty();
          };
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
    }
    return new LocatedProblem(
        problem.severity(),
        problem.file(),
        Optional.of(new Position(at.at().line(), at.at().column())),
        problem.place(),
        problem.message(),
        problem.advice());
  }

  private static Optional<FileTree> item(FileTree.Items items, @Nullable String index) {
    int i = index == null || index.length() > 6 ? -1 : Integer.parseInt(index);
    return i >= 0 && i < items.items().size()
        ? Optional.of(items.items().get(i))
        : Optional.empty();
  }
}
