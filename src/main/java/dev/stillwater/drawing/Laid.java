package dev.stillwater.drawing;

import java.util.Arrays;

/// Segments that were laid, each with the ports it belongs to.
final class Laid {
  final Grid grid;
  private int count;
  private int[] outPorts = new int[256];
  private int[] inPorts = new int[256];
  double[] across = new double[256];
  private double[] low = new double[256];
  private double[] high = new double[256];

  Laid(double cellWidth, double cellHeight) {
    this.grid = new Grid(cellWidth, cellHeight);
  }

  /// The number of the segment.
  int add(Box box, boolean upright, int out, int in) {
    if (count == outPorts.length) {
      outPorts = Arrays.copyOf(outPorts, count * 2);
      inPorts = Arrays.copyOf(inPorts, count * 2);
      across = Arrays.copyOf(across, count * 2);
      low = Arrays.copyOf(low, count * 2);
      high = Arrays.copyOf(high, count * 2);
    }
    outPorts[count] = out;
    inPorts[count] = in;
    across[count] = upright ? box.x() : box.y();
    low[count] = upright ? box.y() : box.x();
    high[count] = upright ? box.bottom() : box.right();
    grid.put(count, box.x(), box.y(), box.right(), box.bottom());
    return count++;
  }

  /// For how long a segment runs beside a box.
  double common(int segment, Box box, boolean upright) {
    double start = Math.max(low[segment], upright ? box.y() : box.x());
    double end = Math.min(high[segment], upright ? box.bottom() : box.right());
    return Math.max(0, end - start);
  }

  boolean isStranger(int segment, int out, int in) {
    return outPorts[segment] != out && inPorts[segment] != in;
  }
}
