package dev.stillwater.drawing;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Numbered boxes in a grid of equal cells: finds those near a place without looking at the others.
/// A query reports a box once, in no particular order. Long thin boxes want long thin cells.
///
/// Cells are lists in one array, found by open addressing; a list of n members has room for the
/// next power of two and moves when it is full. Removed members leave their room to the cell.
final class Grid {
  private static final long NO_CELL = Long.MIN_VALUE;

  private final double cellWidth;
  private final double cellHeight;
  private long[] keys = new long[256];
  private int[][] lists = new int[256][];
  private int cells;
  private double[] boxes = new double[64];
  private int[] seen = new int[16];
  private int stamp;

  Grid(double cell) {
    this(cell, cell);
  }

  Grid(double cellWidth, double cellHeight) {
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
    Arrays.fill(keys, NO_CELL);
  }

  void put(int id, double x0, double y0, double x1, double y1) {
    if (boxes.length < 4 * (id + 1)) {
      boxes = Arrays.copyOf(boxes, Math.max(boxes.length * 2, 4 * (id + 1)));
      seen = Arrays.copyOf(seen, boxes.length / 4);
    }
    boxes[4 * id] = x0;
    boxes[4 * id + 1] = y0;
    boxes[4 * id + 2] = x1;
    boxes[4 * id + 3] = y1;
    int right = column(x1);
    int bottom = row(y1);
    for (int cx = column(x0); cx <= right; cx++) {
      for (int cy = row(y0); cy <= bottom; cy++) {
        append(cell(key(cx, cy)), id);
      }
    }
  }

  void remove(int id) {
    int right = column(boxes[4 * id + 2]);
    int bottom = row(boxes[4 * id + 3]);
    for (int cx = column(boxes[4 * id]); cx <= right; cx++) {
      for (int cy = row(boxes[4 * id + 1]); cy <= bottom; cy++) {
        int[] list = lists[slot(key(cx, cy))];
        if (list != null) {
          drop(list, id);
        }
      }
    }
  }

  /// The slot of a cell, made when it is new.
  private int cell(long key) {
    int slot = slot(key);
    if (keys[slot] == NO_CELL) {
      if (++cells * 2 > keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      lists[slot] = new int[4];
    }
    return slot;
  }

  private int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    int mask = keys.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] != key && keys[slot] != NO_CELL) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[][] oldLists = lists;
    keys = new long[oldKeys.length * 2];
    lists = new int[keys.length][];
    Arrays.fill(keys, NO_CELL);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NO_CELL) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        lists[slot] = oldLists[i];
      }
    }
  }

  /// A list begins with its length.
  private void append(int slot, int id) {
    int[] list = lists[slot];
    int count = list[0] + 1;
    if (count == list.length) {
      list = Arrays.copyOf(list, count * 2);
      lists[slot] = list;
    }
    list[count] = id;
    list[0] = count;
  }

  private static void drop(int[] list, int id) {
    for (int i = 1; i <= list[0]; i++) {
      if (list[i] == id) {
        list[i] = list[list[0]];
        list[0]--;
        return;
      }
    }
  }

  /// Hands over every box that overlaps a rectangle or touches it.
  void query(double x0, double y0, double x1, double y1, IntConsumer found) {
    stamp++;
    int right = column(x1);
    int bottom = row(y1);
    for (int cx = column(x0); cx <= right; cx++) {
      for (int cy = row(y0); cy <= bottom; cy++) {
        int[] list = lists[slot(key(cx, cy))];
        for (int i = 1; list != null && i <= list[0]; i++) {
          int id = list[i];
          if (seen[id] != stamp && touches(id, x0, y0, x1, y1)) {
            seen[id] = stamp;
            found.accept(id);
          }
        }
      }
    }
  }

  private boolean touches(int id, double x0, double y0, double x1, double y1) {
    int at = 4 * id;
    return boxes[at] <= x1 && x0 <= boxes[at + 2] && boxes[at + 1] <= y1 && y0 <= boxes[at + 3];
  }

  private int column(double x) {
    return (int) Math.floor(x / cellWidth);
  }

  private int row(double y) {
    return (int) Math.floor(y / cellHeight);
  }

  private static long key(int cx, int cy) {
    return (long) cx << 32 ^ cy & 0xffffffffL;
  }
}
