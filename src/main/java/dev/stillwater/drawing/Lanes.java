package dev.stillwater.drawing;

import java.util.Arrays;

/// Finds where an upright segment may stand.
final class Lanes {
  /// The least distance at which two lines still look like two.
  static final double NARROW = 4;

  private static final int MOST_SHIFTS = 24;
  private static final double[] USUAL = {Routing.LANE};
  private static final double[] CLOSER = {Routing.LANE, NARROW + 1.5};

  private final Board board;

  /// Intervals of u in which an upright segment may not stand, low and high by turns.
  private double[] blocked = new double[64];

  private int blockedCount;

  Lanes(Board board) {
    this.board = board;
  }

  /// The coordinate nearest to the wanted one at which an upright segment meets neither a card nor
  /// a stranger's segment; the wanted one where there is none in reach.
  double lane(int wire, double wanted, double least, double most, double v0, double v1) {
    double start = Math.max(least, Math.min(most, wanted));
    double reach = MOST_SHIFTS / 2 * Routing.LANE;
    for (double apart : board.careful ? CLOSER : USUAL) {
      block(
          wire, Math.max(least, start - reach), Math.min(most, start + reach), v0, v1, apart - 1.5);
      for (int k = 0; k * apart < 2 * reach; k++) {
        double u = start + (k + 1) / 2 * apart * (k % 2 == 0 ? -1 : 1);
        if ((u >= least && u <= most || k == 0) && isOpen(u)) {
          return u;
        }
      }
    }
    return start;
  }

  /// Notes everything that an upright segment somewhere between two coordinates could meet.
  private void block(int wire, double low, double high, double v0, double v1, double apart) {
    Side side = board.leaves[wire];
    blockedCount = 0;
    Box box = side.box(low, v0, high, v1).grown(Routing.CLEAR - 1);
    board.cardsIn(
        box,
        id ->
            blockBetween(
                side.near(board.cards[id]) - Routing.CLEAR + 1,
                side.edge(board.cards[id]) + Routing.CLEAR - 1));
    Laid laid = side.isUpright() ? board.uprights : board.levels;
    int out = board.outPorts[wire].first;
    int in = board.inPorts[wire].first;
    double shorter = Routing.CLEAR + 1;
    double along = side.isUpright() ? shorter : 0;
    double over = side.isUpright() ? 0 : shorter;
    laid.grid.query(
        box.x() + over,
        box.y() + along,
        box.right() - over,
        box.bottom() - along,
        id -> {
          if (laid.isStranger(id, out, in)) {
            double u = side == Side.LEFT || side == Side.TOP ? -laid.across[id] : laid.across[id];
            blockBetween(u - apart, u + apart);
          }
        });
  }

  private void blockBetween(double low, double high) {
    if (2 * blockedCount == blocked.length) {
      blocked = Arrays.copyOf(blocked, blocked.length * 2);
    }
    blocked[2 * blockedCount] = low;
    blocked[2 * blockedCount + 1] = high;
    blockedCount++;
  }

  private boolean isOpen(double u) {
    for (int i = 0; i < blockedCount; i++) {
      if (u >= blocked[2 * i] && u <= blocked[2 * i + 1]) {
        return false;
      }
    }
    return true;
  }
}
