package dev.stillwater.io;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Finds the first place at which a text stops being JSON, and says it in the words of somebody who
/// edits files by hand: a comma too many, a text without its closing quote, a file that was cut
/// off.
///
/// It runs only after the parser has refused a text, and reads it again from the start with a stack
/// of the objects and lists that are open, so that every message can say where the open one began.
final class SyntaxCheck extends ScalarCheck {
  /// An object or list that is open.
  private static final class Open {
    final int offset;
    final boolean object;
    int index;
    String key = "";
    String id = "";

    Open(int offset, boolean object) {
      this.offset = offset;
      this.object = object;
    }
  }

  /// Of a deeper way only the beginning is told.
  private static final int MOST_LEVELS = 6;

  private final Deque<Open> open = new ArrayDeque<>();

  private SyntaxCheck(SourceText text) {
    super(text);
  }

  static Optional<Fault> firstFault(SourceText text) {
    try {
      new SyntaxCheck(text).run();
      return Optional.empty();
    } catch (Found found) {
      return Optional.of(found.fault);
    }
  }

  private void run() {
    space();
    char first = text.charAt(at);
    if (at < text.length && first != '{' && first != '[') {
      throw fault(
          at,
          "expected a design, which begins with {, found "
              + (isWord(first) ? "\"" + word() + "\"" : here()),
          "Open another file; this one is in another format.");
    }
    value();
    while (!open.isEmpty()) {
      space();
      Open inner = open.element();
      if (closes(inner)) {
        continue;
      }
      if (inner.index > 0) {
        comma(inner);
      }
      inner.index++;
      if (inner.object) {
        key(inner);
      }
      value();
    }
    space();
    if (at < text.length) {
      throw fault(
          at,
          "the design has ended, and " + here() + " stands behind it",
          "Remove what stands behind the last }.");
    }
  }

  private boolean closes(Open inner) {
    char c = text.charAt(at);
    if (c == (inner.object ? '}' : ']')) {
      at++;
      open.pop();
      return true;
    }
    if (c == '}' || c == ']') {
      throw fault(
          at,
          (inner.object ? "expected } to end the object" : "expected ] to end the list")
              + " that began in "
              + text.at(inner.offset)
              + ", found "
              + c,
          "Put the missing " + (inner.object ? "}" : "]") + " in front of it.");
    }
    return false;
  }

  private void comma(Open inner) {
    if (at == text.length) {
      throw cutOff(inner);
    }
    int comma = at;
    if (text.charAt(at) == '/' || text.charAt(at) == '#') {
      throw odd("a comma");
    }
    if (text.charAt(at) != ',') {
      int end = endOfLastValue();
      throw fault(
          end,
          "a comma is missing in front of " + here(),
          "Put a comma between the two " + (inner.object ? "fields." : "entries."));
    }
    at++;
    space();
    char c = text.charAt(at);
    if (c == '}' || c == ']') {
      throw fault(
          comma,
          "a comma stands behind the last " + (inner.object ? "field" : "entry"),
          "Remove the comma in front of " + c + ".");
    }
    if (c == ',') {
      throw fault(at, "a second comma stands here", "Remove one of the commas.");
    }
  }

  private int endOfLastValue() {
    int end = at;
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void key(Open inner) {
    String before = inner.key;
    inner.key = "";
    char c = text.charAt(at);
    if (at == text.length) {
      throw cutOff(inner);
    }
    if (c != '"') {
      if (c == ':') {
        throw fault(at, "a key is missing in front of this colon", "Write it in double quotes.");
      }
      if (c >= '0' && c <= '9' && text.charAt(at - 1) == ',') {
        inner.key = before;
        throw fault(at - 1, "a comma stands inside a number", "Write the digits without it.");
      }
      if (isWord(c)) {
        String word = word();
        throw fault(at, "the key " + word + " stands without quotes", "Write \"" + word + "\".");
      }
      throw odd("a key in double quotes");
    }
    int start = at;
    inner.key = string(JsonInput.MOST_KEY_CHARACTERS, "a key");
    whole(inner.key, start);
    space();
    if (at == text.length) {
      throw cutOff(inner);
    }
    if (text.charAt(at) != ':') {
      throw fault(
          at,
          "expected a colon behind the key "
              + text.substring(start, start + 1)
              + inner.key
              + "\","
              + " found "
              + here(),
          "Write \"" + inner.key + "\": and then the value.");
    }
    at++;
    space();
  }

  /// The parser takes half a character in a text, but not in a key.
  private void whole(String key, int start) {
    for (int i = 0; i < key.length(); i++) {
      if (Visible.halved(key, i)) {
        throw fault(
            start,
            "the key holds " + Visible.escape(key.charAt(i)) + ", half a character",
            "Correct the key, or remove the field.");
      }
    }
  }

  private void value() {
    if (at == text.length) {
      throw open.isEmpty()
          ? fault(
              at,
              "the file is empty",
              "Take it from version control or a backup, or begin a new design.")
          : cutOff(open.element());
    }
    char c = text.charAt(at);
    switch (c) {
      case '{', '[' -> {
        if (open.size() == JsonInput.MOST_DEPTH) {
          throw fault(
              at,
              "objects and lists lie in each other more than " + JsonInput.MOST_DEPTH + " deep",
              "No design needs that depth; see what wrote the file.");
        }
        open.push(new Open(at, c == '{'));
        at++;
      }
      case '"' -> {
        String string = string(JsonInput.MOST_CHARACTERS, "a text");
        if (!open.isEmpty() && open.element().object && open.element().key.equals("id")) {
          open.element().id = string;
        }
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> literal(c);
    }
  }

  private RuntimeException cutOff(Open inner) {
    return fault(
        at,
        "the file ends, and the "
            + (inner.object ? "object" : "list")
            + " that began in "
            + text.at(inner.offset)
            + " does not",
        CUT_OFF);
  }

  /// The way from the top: an entry of a top-level list with its id, and what lies in it.
  @Override
  Place place() {
    StringBuilder head = new StringBuilder();
    StringBuilder tail = new StringBuilder();
    String id = "";
    int level = 0;
    for (Open step : (Iterable<Open>) open::descendingIterator) {
      if (level == MOST_LEVELS) {
        tail.append(" …");
        break;
      }
      StringBuilder into = level < 2 ? head : tail;
      if (!step.object) {
        into.append(step.index > 0 ? "[" + (step.index - 1) + "]" : "");
      } else if (!step.key.isEmpty()) {
        into.append(into.isEmpty() ? "" : ".").append(step.key);
      }
      if (level == 2) {
        id = step.id;
      }
      level++;
    }
    return new Place(head.toString(), id, tail.toString());
  }
}
