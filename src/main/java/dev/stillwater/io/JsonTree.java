package dev.stillwater.io;

import dev.stillwater.model.FileTree;
import dev.stillwater.model.FileTree.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonToken;

/// Reads JSON of no particular format.
final class JsonTree {
  private final SourceText text;
  private final Problems problems;
  private final JsonInput in;
  private int values;

  JsonTree(SourceText text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.in = new JsonInput(text, problems);
  }

  JsonInput input() {
    return in;
  }

  /// @throws tools.jackson.core.JacksonException when the text is no JSON
  FileTree read() {
    if (!in.next()) {
      throw JsonInput.Stopped.notOneValue(0);
    }
    FileTree tree = value(new Scope(""), "", 0);
    if (in.next()) {
      throw JsonInput.Stopped.notOneValue(in.offset());
    }
    return tree;
  }

  private FileTree value(Scope file, String path, int depth) {
    int offset = in.offset();
    if (depth > TreeFile.MOST_DEPTH) {
      throw JsonInput.Stopped.limit(offset, TreeFile.MOST_DEPTH, "lists and fields in each other");
    }
    if (++values > TreeFile.MOST_VALUES) {
      throw JsonInput.Stopped.limit(offset, TreeFile.MOST_VALUES, "keys and values");
    }
    Spot at = spot(offset);
    if (in.at(JsonToken.START_OBJECT)) {
      Map<String, FileTree> fields = new LinkedHashMap<>();
      Map<String, Spot> keys = new LinkedHashMap<>();
      in.fields(
          file,
          path,
          key -> {
            visible(file, Place.join(path, "…"), key);
            keys.put(key, spot(in.offset()));
            fields.put(key, value(file, Place.join(path, key), depth + 1));
          });
      return new FileTree.Fields(fields, keys, at);
    }
    if (in.at(JsonToken.START_ARRAY)) {
      List<FileTree> items = new ArrayList<>();
      while (in.nextEntry()) {
        items.add(value(file, path + "[" + items.size() + "]", depth + 1));
      }
      return new FileTree.Items(items, at);
    }
    if (in.at(JsonToken.VALUE_STRING)) {
      visible(file, path, in.string());
    }
    return in.scalar()
        .<FileTree>map(value -> new FileTree.Scalar(value, at, inside(offset, value.toString())))
        .orElse(new FileTree.Nothing(at));
  }

  private void visible(Scope file, String path, String value) {
    int hidden = Visible.firstHidden(value);
    if (hidden >= 0) {
      problems.error(
          in.offset(),
          file,
          path,
          "the text holds " + Visible.escape(value.charAt(hidden)) + ", which cannot be seen",
          "Remove it.");
    }
  }

  private FileTree.Inside inside(int offset, String value) {
    return index -> spot(Quoted.offset(text, offset, value, index));
  }

  private Spot spot(int offset) {
    Position at = text.at(offset);
    return new Spot(at.line(), at.column());
  }
}
