package dev.stillwater.io;

import dev.stillwater.model.Layout;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/// Reads where things stand: positions of cards, corners of lines, frames of zones. Entries of
/// elements that the design does not have are kept.
final class LayoutReader {
  private static final ValueType.Whole COORDINATE =
      new ValueType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private final JsonInput in;
  private final Problems problems;
  private final Map<String, Layout.Position> positions = new LinkedHashMap<>();
  private final Map<String, String> behindPositions = new LinkedHashMap<>();
  private final Map<String, List<Layout.Position>> bends = new LinkedHashMap<>();
  private final Map<String, Layout.Frame> frames = new LinkedHashMap<>();
  private final Set<String> collapsed = new LinkedHashSet<>();

  LayoutReader(JsonInput in) {
    this.in = in;
    this.problems = in.problems;
  }

  Layout layout() {
    return new Layout(positions, behindPositions, bends, frames, collapsed);
  }

  /// What a list of numbers holds.
  ///
  /// @param bad what stands there that is no whole number; empty where all are
  private record Numbers(List<Integer> values, String bad) {
    String found(int wanted) {
      return !bad.isEmpty()
          ? bad + " in the list"
          : values.size() < wanted ? "a list with less" : "a list with more";
    }

    boolean are(int wanted) {
      return bad.isEmpty() && values.size() == wanted;
    }
  }

  /// One entry of the layout: two whole numbers, and whatever a newer version puts behind them.
  void position(Scope scope, String id) {
    if (!in.at(JsonToken.START_ARRAY)) {
      notAPosition(scope, id, in.offset(), in.found());
      in.skip();
      return;
    }
    int offset = in.offset();
    StringBuilder behind = new StringBuilder();
    Numbers read = numbers(scope, id, 2, behind);
    if (read.are(2)) {
      positions.put(id, new Layout.Position(read.values.get(0), read.values.get(1)));
      if (!behind.isEmpty()) {
        behindPositions.put(id, behind.append(']').toString());
      }
    } else {
      notAPosition(scope, id, offset, read.found(2));
    }
  }

  /// Whole numbers up to the end of the list; what stands behind the first of them is copied.
  private Numbers numbers(Scope scope, String id, int most, StringBuilder behind) {
    List<Integer> values = new ArrayList<>();
    String bad = "";
    for (int i = 0; in.nextEntry(); i++) {
      if (i >= most) {
        behind.append(i == most ? "[" : ", ").append(in.copy(scope, id + "[" + i + "]"));
        continue;
      }
      Optional<Object> plain = in.scalar();
      if (plain.isPresent()
          && COORDINATE.fromPlain(plain.get()) instanceof Parsed.Ok<Integer> number) {
        values.add(number.value());
      } else {
        bad = in.found();
        in.skip();
      }
    }
    return new Numbers(values, bad);
  }

  private Numbers numbers(Scope scope, String id) {
    return numbers(scope, id, Integer.MAX_VALUE, new StringBuilder());
  }

  /// The corners of one line: a list of pairs of whole numbers.
  void bends(Scope scope, String id) {
    int offset = in.offset();
    if (!in.at(JsonToken.START_ARRAY)) {
      noCorners(scope, id, offset, in.found());
      in.skip();
      return;
    }
    List<Layout.Position> corners = new ArrayList<>();
    String bad = "";
    while (in.nextEntry()) {
      if (!in.at(JsonToken.START_ARRAY)) {
        bad = in.found() + " in the list";
        in.skip();
        continue;
      }
      Numbers pair = numbers(scope, id);
      if (pair.are(2)) {
        corners.add(new Layout.Position(pair.values.get(0), pair.values.get(1)));
      } else {
        bad = "a corner with " + pair.found(2);
      }
    }
    if (bad.isEmpty() && !corners.isEmpty()) {
      bends.put(id, List.copyOf(corners));
    } else {
      noCorners(scope, id, offset, bad.isEmpty() ? "an empty list" : bad);
    }
  }

  /// The frame of one zone: x, y, width and height.
  void frame(Scope scope, String id) {
    int offset = in.offset();
    if (!in.at(JsonToken.START_ARRAY)) {
      noFrame(scope, id, offset, in.found());
      in.skip();
      return;
    }
    Numbers read = numbers(scope, id);
    if (!read.are(4)) {
      noFrame(scope, id, offset, read.found(4));
    } else if (read.values.get(2) < 1 || read.values.get(3) < 1) {
      noFrame(scope, id, offset, "one without an area");
    } else {
      List<Integer> at = read.values;
      frames.put(id, new Layout.Frame(at.get(0), at.get(1), at.get(2), at.get(3)));
    }
  }

  /// The zones that are drawn as one box: a list of their ids.
  void collapsed(Scope file, String key) {
    int offset = in.offset();
    if (!in.at(JsonToken.START_ARRAY)) {
      noZones(file, key, offset, in.found());
      in.skip();
      return;
    }
    while (in.nextEntry()) {
      if (in.at(JsonToken.VALUE_STRING)) {
        collapsed.add(in.string());
      } else {
        noZones(file, key, offset, in.found() + " in the list");
        in.skip();
      }
    }
  }

  private void notAPosition(Scope scope, String id, int offset, String found) {
    problems.error(
        offset,
        scope,
        id,
        "expected two whole numbers such as [120, 80], found " + found,
        "Remove the entry: a component without one is placed automatically.");
  }

  private void noCorners(Scope scope, String id, int offset, String found) {
    problems.error(
        offset,
        scope,
        id,
        "expected corners such as [[120, 80], [120, 200]], found " + found,
        "Remove the entry: a line without one finds its own way.");
  }

  private void noFrame(Scope scope, String id, int offset, String found) {
    problems.error(
        offset,
        scope,
        id,
        "expected x, y, width and height such as [0, 0, 400, 240], found " + found,
        "Remove the entry: a zone without one is drawn around its members.");
  }

  private void noZones(Scope scope, String key, int offset, String found) {
    problems.error(
        offset,
        scope,
        key,
        "expected the ids of zones such as [\"west\"], found " + found,
        "Remove it: a zone that is not named is drawn with all that is in it.");
  }
}
