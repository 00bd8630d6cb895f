package dev.stillwater.rules.own;

import java.util.ArrayList;
import java.util.List;

/// A sentence with values in braces: `{from.name} keeps {to.name} waiting {hold}`. Two braces stand
/// for one.
record Message(List<Piece> pieces) {
  /// A piece of text, or a value to fill in.
  sealed interface Piece {
    record Plain(String text) implements Piece {}

    record Filled(Typed value) implements Piece {}
  }

  /// @throws Fault where a value in braces is no expression; its offset is that in the sentence
  static Message parse(String text, Sort sort) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean brace = c == '{' || c == '}';
      if (brace && at + 1 < text.length() && text.charAt(at + 1) == c) {
        plain.append(c);
        at += 2;
      } else if (c == '{') {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw new Fault(at, "the brace that opens here is never closed", "Close it with }.");
        }
        pieces.add(new Piece.Plain(plain.toString()));
        plain.setLength(0);
        pieces.add(new Piece.Filled(value(text.substring(at + 1, end), sort, at + 1)));
        at = end + 1;
      } else if (c == '}') {
        throw new Fault(at, "a brace closes here that never opened", "Write }} for one brace.");
      } else {
        plain.append(c);
        at++;
      }
    }
    pieces.add(new Piece.Plain(plain.toString()));
    return new Message(List.copyOf(pieces));
  }

  private static Typed value(String text, Sort sort, int offset) {
    try {
      return Typed.value(text, sort);
    } catch (Fault fault) {
      throw new Fault(offset + fault.at(), fault.message(), fault.advice());
    }
  }

  /// The sentence about a thing, on one line.
  String about(World world, Thing thing) {
    StringBuilder result = new StringBuilder();
    for (Piece piece : pieces) {
      result.append(
          switch (piece) {
            case Piece.Plain plain -> plain.text();
            case Piece.Filled filled ->
                filled.value().type().show(filled.value().term().of(world, thing));
          });
    }
    return result.toString().strip().replaceAll("\\s+", " ");
  }
}
