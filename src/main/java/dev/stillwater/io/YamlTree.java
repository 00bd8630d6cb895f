package dev.stillwater.io;

import dev.stillwater.model.FileTree;
import dev.stillwater.model.FileTree.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// Reads YAML 1.2 of no particular format, event by event: one document, with the types of the core
/// schema (`on` and `yes` are texts), aliases and merge keys. Tags construct nothing.
final class YamlTree {
  /// Ends the reading of a text.
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Position at;
    private final String advice;

    Unreadable(Position at, String message, String advice) {
      super(message, null, false, false);
      this.at = at;
      this.advice = advice;
    }

    Position at() {
      return at;
    }

    String advice() {
      return advice;
    }
  }

  private static final ScalarResolver TYPES = new CoreScalarResolver(false);

  /// What is longer is a text, whatever it looks like.
  private static final int LONGEST_NUMBER = 40;

  private static final Set<String> TAGS =
      Set.of(Tag.STR.getValue(), Tag.SEQ.getValue(), Tag.MAP.getValue());
  private static final String MERGE = "<<";
  private static final String INDENTS = "See the indentation and the quotes around that place.";

  private final SourceText text;
  private final Map<Anchor, FileTree> anchors = new HashMap<>();
  private final Map<FileTree, Integer> sizes = new IdentityHashMap<>();
  private int values;

  YamlTree(SourceText text) {
    this.text = text;
  }

  /// @throws Unreadable when the text is no YAML, or more than can be read
  FileTree read() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("file")
            .setCodePointLimit((int) TreeFile.MOST_BYTES)
            .build();
    try {
      Iterator<Event> events =
          new Parse(settings).parseString(text.substring(0, text.length)).iterator();
      return document(events);
    } catch (MarkedYamlEngineException e) {
      throw new Unreadable(
          e.getProblemMark().map(YamlTree::position).orElse(new Position(1, 1)),
          "expected YAML: " + (e.getProblem() == null ? "it is none" : e.getProblem()),
          INDENTS);
    } catch (Unreadable e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // No input is worth an internal error: parsers have thrown much else than they say.
      throw new Unreadable(
          new Position(1, 1), "expected YAML: " + e.getMessage(), "See what wrote the file.");
    }
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Mark mark(Event event) {
    return event.getStartMark().orElseThrow();
  }

  private static Spot spot(Event event) {
    Mark mark = mark(event);
    return new Spot(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Unreadable unreadable(Event event, String message, String advice) {
    return new Unreadable(position(mark(event)), message, advice);
  }

  private FileTree document(Iterator<Event> events) {
    FileTree result = null;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        case DocumentStart -> {
          if (result != null) {
            throw unreadable(event, "a second document begins here", "Keep one in a file.");
          }
        }
        default -> result = value(event, events, 0);
      }
    }
    if (result == null) {
      throw new Unreadable(
          new Position(1, 1), "the file says nothing", "Write at least its format.");
    }
    return result;
  }

  private FileTree value(Event event, Iterator<Event> events, int depth) {
    if (depth > TreeFile.MOST_DEPTH) {
      throw unreadable(
          event,
          "lists and fields stand more than " + TreeFile.MOST_DEPTH + " deep in each other",
          "See what wrote the file.");
    }
    count(event, 1);
    int before = values;
    return switch (event) {
      case AliasEvent alias -> {
        FileTree known = anchors.get(alias.getAlias());
        if (known == null) {
          throw unreadable(
              event, "nothing has the anchor " + alias.getAlias() + " here", "Write it out.");
        }
        count(event, sizes.getOrDefault(known, 1));
        yield known;
      }
      case ScalarEvent scalar -> kept(scalar, scalar(scalar), before);
      case SequenceStartEvent start -> kept(start, items(start, events, depth), before);
      case MappingStartEvent start -> kept(start, fields(start, events, depth), before);
      default -> throw unreadable(event, "expected a value", INDENTS);
    };
  }

  private void count(Event event, int more) {
    values += more;
    if (values > TreeFile.MOST_VALUES || values < 0) {
      throw unreadable(
          event,
          String.format(
              Locale.ROOT, "there are more than %,d keys and values", TreeFile.MOST_VALUES),
          "See what wrote the file; aliases count as often as they are used.");
    }
  }

  /// Remembers what has an anchor, with the number of values in it.
  private FileTree kept(NodeEvent event, FileTree tree, int before) {
    event
        .getAnchor()
        .ifPresent(anchor -> {
          anchors.put(anchor, tree);
          sizes.put(tree, 1 + values - before);
        });
    return tree;
  }

  private FileTree items(SequenceStartEvent start, Iterator<Event> events, int depth) {
    tagless(start, start.getTag());
    List<FileTree> items = new ArrayList<>();
    Event event = next(events);
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(value(event, events, depth + 1));
      event = next(events);
    }
    return new FileTree.Items(items, spot(start));
  }

  private static Event next(Iterator<Event> events) {
    Event event = events.next();
    while (event.getEventId() == Event.ID.Comment) {
      event = events.next();
    }
    return event;
  }

  private FileTree fields(MappingStartEvent start, Iterator<Event> events, int depth) {
    tagless(start, start.getTag());
    Map<String, FileTree> fields = new LinkedHashMap<>();
    Map<String, Spot> keys = new LinkedHashMap<>();
    List<FileTree.Fields> merged = new ArrayList<>();
    Event event = next(events);
    while (event.getEventId() != Event.ID.MappingEnd) {
      if (!(event instanceof ScalarEvent key)) {
        throw unreadable(event, "expected a key, found a list or fields", "Keys are texts.");
      }
      count(key, 1);
      visible(key);
      FileTree value = value(next(events), events, depth + 1);
      if (key.isPlain() && key.getValue().equals(MERGE)) {
        merge(key, value, merged);
      } else if (fields.putIfAbsent(key.getValue(), value) != null) {
        throw unreadable(
            key,
            "the key " + key.getValue() + " stands here for the second time",
            "Keep one of the two.");
      }
      keys.put(key.getValue(), spot(key));
      event = next(events);
    }
    for (FileTree.Fields other : merged) {
      other.fields().forEach(fields::putIfAbsent);
      other.keys().forEach(keys::putIfAbsent);
    }
    keys.keySet().retainAll(fields.keySet());
    return new FileTree.Fields(fields, keys, spot(start));
  }

  /// What `<<` names: fields, or a list of them, of which the first count.
  private static void merge(ScalarEvent key, FileTree value, List<FileTree.Fields> into) {
    List<FileTree> all = value instanceof FileTree.Items list ? list.items() : List.of(value);
    for (FileTree each : all) {
      if (!(each instanceof FileTree.Fields fields)) {
        throw unreadable(key, "`<<` takes over fields, found " + each.shown(), "Name an anchor.");
      }
      into.add(fields);
    }
  }

  private static String visible(ScalarEvent event) {
    int hidden = Visible.firstHidden(event.getValue());
    if (hidden >= 0) {
      throw unreadable(
          event,
          "the text holds "
              + Visible.escape(event.getValue().charAt(hidden))
              + ", which cannot be seen",
          "Remove it.");
    }
    return event.getValue();
  }

  private static void tagless(Event event, Optional<String> tag) {
    if (tag.isPresent() && !TAGS.contains(tag.get())) {
      throw unreadable(event, "the tag " + tag.get() + " is not known", "Leave it out.");
    }
  }

  private FileTree scalar(ScalarEvent event) {
    tagless(event, event.getTag());
    String value = visible(event);
    Spot at = spot(event);
    if (event.isPlain() && event.getTag().isEmpty() && value.length() <= LONGEST_NUMBER) {
      Tag type = TYPES.resolve(value, true);
      if (type.equals(Tag.NULL)) {
        return new FileTree.Nothing(at);
      }
      if (type.equals(Tag.BOOL)) {
        return scalar(event, value.equalsIgnoreCase("true"));
      }
      if (type.equals(Tag.INT) || type.equals(Tag.FLOAT)) {
        return number(event, value);
      }
    }
    return scalar(event, value);
  }

  /// Octal and hexadecimal numbers and infinity stay texts.
  private FileTree number(ScalarEvent event, String value) {
    boolean decimal = value.matches("[-+]?[0-9.]+(?:[eE][-+]?[0-9]{1,3})?");
    return decimal
        ? JsonInput.number(value)
            .map(number -> scalar(event, number))
            .orElseGet(() -> scalar(event, value))
        : scalar(event, value);
  }

  private FileTree scalar(ScalarEvent event, Object value) {
    int characters = mark(event).getIndex();
    String spelled = event.getValue();
    return new FileTree.Scalar(
        value,
        spot(event),
        index -> {
          Position at = text.at(Quoted.offset(text, offset(characters), spelled, index));
          return new Spot(at.line(), at.column());
        });
  }

  /// Marks count characters; the text counts UTF-16 units.
  private int offset(int characters) {
    int at = 0;
    for (int i = 0; i < characters && at < text.length; i++) {
      at += Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
    }
    return at;
  }
}
