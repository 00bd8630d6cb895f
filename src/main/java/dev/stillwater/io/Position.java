package dev.stillwater.io;

import java.util.Comparator;

/// A point of a text.
///
/// @param line from 1
/// @param column from 1, in UTF-16 units, as editors and SARIF count
public record Position(int line, int column) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    return Comparator.comparingInt(Position::line)
        .thenComparingInt(Position::column)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
