package dev.stillwater.io;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Spelling;
import dev.stillwater.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/// Reads one object of a file into the values that a table of attributes knows. Fields that the
/// table does not know are kept as they are; a value of the wrong type is a problem, and the next
/// field is read.
final class ElementReader {
  /// A field that is no attribute, such as `id`.
  ///
  /// @param text empty where the value is no text, which is already a problem
  /// @param offset where the value stands
  record Own(Optional<String> text, int offset) {}

  /// One object as it was read.
  ///
  /// @param offset where it begins
  /// @param own the fields that the element itself holds, by key
  /// @param faulty the fields whose values could not be read
  record Read(int offset, Map<String, Own> own, Attributes attributes, Set<String> faulty) {
    boolean whole() {
      return faulty.isEmpty();
    }

    boolean has(String key) {
      return own.containsKey(key);
    }

    Optional<String> text(String key) {
      return Optional.ofNullable(own.get(key)).flatMap(Own::text);
    }

    int offset(String key) {
      return Optional.ofNullable(own.get(key)).map(Own::offset).orElse(offset);
    }
  }

  private final JsonInput in;

  ElementReader(JsonInput in) {
    this.in = in;
  }

  /// Reads the object that begins here.
  ///
  /// @param noun what it is, for messages: `a component`
  /// @param ownKeys the fields that are no attributes; their values are texts
  /// @param elsewhere attributes of other elements, to say that they do not belong here
  Read read(Scope scope, String noun, AttributeTable table, Set<String> ownKeys, Others elsewhere) {
    return new Reading(scope, "", noun, table, ownKeys, elsewhere).run();
  }

  /// Reads the object that begins here, of which every field is an attribute.
  Attributes read(Scope scope, String tail, String noun, AttributeTable table, Others elsewhere) {
    return new Reading(scope, tail, noun, table, Set.of(), elsewhere).run().attributes();
  }

  /// The elements that know a key which one element does not.
  interface Others {
    Others NONE = key -> Optional.empty();

    /// In the plural: `links`.
    Optional<String> knowing(String key);
  }

  /// The reading of one object.
  private final class Reading {
    private final Scope scope;
    private final String tail;
    private final String noun;
    private final AttributeTable table;
    private final Set<String> ownKeys;
    private final Others elsewhere;

    private final Map<String, Own> own = new HashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private final Set<String> faulty = new HashSet<>();
    private Attributes attributes;

    Reading(
        Scope scope,
        String tail,
        String noun,
        AttributeTable table,
        Set<String> ownKeys,
        Others elsewhere) {
      this.scope = scope;
      this.tail = tail;
      this.noun = noun;
      this.table = table;
      this.ownKeys = ownKeys;
      this.elsewhere = elsewhere;
      this.attributes = Attributes.none(table);
    }

    Read run() {
      int offset = in.offset();
      in.fields(scope, tail, this::field);
      return new Read(
          offset, own, unknown.isEmpty() ? attributes : attributes.withUnknown(unknown), faulty);
    }

    private void field(String key) {
      String path = Place.join(tail, key);
      if (ownKeys.contains(key)) {
        int offset = in.offset();
        Optional<String> value = text(scope, path);
        own.put(key, new Own(value, offset));
        note(key, value.isPresent());
        return;
      }
      Attribute<?> attribute = table.find(key).orElse(null);
      if (attribute != null) {
        note(key, declare(path, attribute));
      } else {
        suspect(path, key);
        unknown.put(key, in.copy(scope, path));
      }
    }

    private void note(String key, boolean read) {
      if (!read) {
        faulty.add(key);
      }
    }

    private <T> boolean declare(String path, Attribute<T> attribute) {
      Optional<T> value = value(scope, path, attribute.type(), Hints.leaveOut(attribute));
      value.ifPresent(known -> attributes = attributes.with(attribute, known));
      return value.isPresent();
    }

    /// A field that belongs elsewhere, or nearly has the name of one that belongs here.
    private void suspect(String path, String key) {
      Optional<String> advice =
          elsewhere
              .knowing(key)
              .map(others -> "It belongs to " + others + ".")
              .or(() ->
                  Spelling.nearest(key, known()).map(meant -> "Did you mean \"" + meant + "\"?"));
      advice.ifPresent(sentence ->
          in.problems.suspicion(
              in.offset(), scope, path, "no field of " + noun + "; it has no effect", sentence));
    }

    private List<String> known() {
      List<String> known = new ArrayList<>(ownKeys.stream().sorted().toList());
      table.all().forEach(attribute -> known.add(attribute.key()));
      return known;
    }
  }

  /// A text, or a problem.
  Optional<String> text(Scope scope, String path) {
    return value(scope, path, new ValueType.Text(false), "Write a text in double quotes.");
  }

  /// The value that begins here, or a problem.
  private <T> Optional<T> value(Scope scope, String path, ValueType<T> type, String otherwise) {
    boolean list = in.at(JsonToken.START_ARRAY);
    if (list && type instanceof ValueType.Entries entries) {
      @SuppressWarnings("unchecked")
      T value = (T) entries(scope, path, entries.table());
      return Optional.of(value);
    }
    if (list && type instanceof ValueType.Names names) {
      return names(scope, path, names).flatMap(plain -> parsed(type, plain));
    }
    Optional<Object> plain = in.scalar();
    Optional<T> value = plain.flatMap(known -> parsed(type, known));
    if (value.isEmpty()) {
      in.problems.error(
          in.offset(),
          scope,
          path,
          "expected " + type.expectationInFiles() + ", found " + in.found(),
          plain.map(known -> Hints.forValue(type, known, otherwise)).orElse(otherwise));
      in.skip();
    } else if (in.at(JsonToken.VALUE_STRING)) {
      in.checked(scope, path);
    }
    return value;
  }

  private static <T> Optional<T> parsed(ValueType<T> type, Object plain) {
    return type.fromPlain(plain) instanceof Parsed.Ok<T> ok
        ? Optional.of(ok.value())
        : Optional.empty();
  }

  /// The texts of a list; empty when one of its entries is none.
  private Optional<List<Object>> names(Scope scope, String path, ValueType.Names type) {
    List<Object> result = new ArrayList<>();
    boolean good = true;
    for (int i = 0; in.nextEntry(); i++) {
      if (i == JsonInput.MOST_FIELDS) {
        throw JsonInput.Stopped.limit(in.offset(), JsonInput.MOST_FIELDS, "entries in one list");
      }
      String at = path + "[" + i + "]";
      if (in.at(JsonToken.VALUE_STRING) && !in.string().isBlank()) {
        result.add(in.checked(scope, at));
      } else {
        good = false;
        in.problems.error(
            in.offset(),
            scope,
            at,
            "expected a text in " + type.expectation() + ", found " + in.found(),
            "Remove it from the list, or write it in quotes.");
        in.skip();
      }
    }
    return good ? Optional.of(result) : Optional.empty();
  }

  private List<Attributes> entries(Scope scope, String path, AttributeTable table) {
    List<Attributes> result = new ArrayList<>();
    for (int i = 0; in.nextEntry(); i++) {
      if (i == JsonInput.MOST_FIELDS) {
        throw JsonInput.Stopped.limit(in.offset(), JsonInput.MOST_FIELDS, "entries in one list");
      }
      String at = path + "[" + i + "]";
      if (in.at(JsonToken.START_OBJECT)) {
        result.add(read(scope, at, "such an entry", table, Others.NONE));
      } else {
        in.problems.error(
            in.offset(),
            scope,
            at,
            "expected an object, found " + in.found(),
            "An entry begins with { and has fields.");
        in.skip();
      }
    }
    return result;
  }
}
