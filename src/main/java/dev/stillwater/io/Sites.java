package dev.stillwater.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/// Where the elements of a file begin. Fields inside an element are looked up in the text when
/// somebody asks, so that a large design does not carry a million places about.
final class Sites {
  /// An entry of a top-level list.
  private record Site(int index, int offset) {}

  private final SourceText text;
  private final Map<String, Integer> tops = new HashMap<>();
  private final Map<String, Map<String, Site>> elements = new HashMap<>();

  Sites(SourceText text) {
    this.text = text;
  }

  void top(String key, int offset) {
    tops.putIfAbsent(key, offset);
  }

  void element(String section, String id, int index, int offset) {
    elements
        .computeIfAbsent(section, s -> new HashMap<>())
        .putIfAbsent(id, new Site(index, offset));
  }

  /// Where an element begins that was read before.
  Optional<Position> element(String section, String id) {
    return site(section, id).map(site -> text.at(site.offset));
  }

  private Optional<Site> site(String section, String id) {
    return Optional.ofNullable(elements.getOrDefault(section, Map.of()).get(id));
  }

  /// The offset of what a path names, such as `links`, `mail`, `timeout`: the value of the field;
  /// where the field is absent, what it would stand in; empty where not even the section is there.
  Optional<Integer> offset(List<String> path) {
    if (path.isEmpty()) {
      return Optional.of(0);
    }
    Optional<Site> site = path.size() > 1 ? site(path.get(0), path.get(1)) : Optional.empty();
    if (site.isPresent()) {
      return Optional.of(descend(site.get().offset, path.subList(2, path.size())));
    }
    return Optional.ofNullable(tops.get(path.getFirst()))
        .map(top -> descend(top, path.subList(1, path.size())));
  }

  private int descend(int from, List<String> steps) {
    int found = from;
    if (steps.isEmpty() || (text.charAt(from) != '{' && text.charAt(from) != '[')) {
      return found;
    }
    JsonInput in = new JsonInput(text, new Problems("", text), from);
    in.next();
    for (String step : steps) {
      if (!enter(in, step)) {
        return found;
      }
      found = in.offset();
    }
    return found;
  }

  /// Moves to the value of a key or to an entry of a list; false where there is none.
  private static boolean enter(JsonInput in, String step) {
    if (in.at(JsonToken.START_OBJECT)) {
      while (in.next() && in.at(JsonToken.PROPERTY_NAME)) {
        boolean here = in.string().equals(step);
        in.next();
        if (here) {
          return true;
        }
        in.skip();
      }
    } else if (in.at(JsonToken.START_ARRAY)) {
      for (int i = 0; in.nextEntry(); i++) {
        if (step.equals(Integer.toString(i))) {
          return true;
        }
        in.skip();
      }
    }
    return false;
  }

  /// The place of a path in words: `links[3] "mail" timeout`.
  Place place(List<String> path) {
    if (path.isEmpty()) {
      return Place.FILE;
    }
    if (path.size() > 1) {
      Optional<Site> site = site(path.get(0), path.get(1));
      if (site.isPresent()) {
        return new Place(
            path.get(0) + "[" + site.get().index + "]",
            path.get(1),
            Place.join(path.subList(2, path.size())));
      }
    }
    return new Place(path.getFirst(), "", String.join(".", path.subList(1, path.size())));
  }
}
