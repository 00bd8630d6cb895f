package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds room beside the lines: where the row of beads stands on a line (beside it in a throng),
/// where its label stands above or below, where the signs of its guards stand. Nothing covers a
/// card, nothing covers what was placed before; a label without room is shortened, then left out.
final class LinkPlaces {
  /// What a link wants to show.
  ///
  /// @param beads the width of the row on the line; 0 for none
  /// @param tall the height of that row
  /// @param guards how many signs
  record Wish(int link, LinkText text, double beads, double tall, int guards) {}

  /// Where it is shown, in units of the drawing.
  ///
  /// @param x the middle of the row of beads
  /// @param label null where there is no room
  /// @param crossed whether a line passes behind the label
  /// @param guards the top left corner of the row of guards; null where there is no room
  record Place(double x, double y, @Nullable Run label, boolean crossed, @Nullable Box guards) {}

  static final double GUARD = 11;
  static final double GUARD_STEP = 14;

  private static final double ARROW = 10;
  private static final double[] ALONG = {0.5, 0.34, 0.66, 0.2, 0.8};
  private static final double LETTERS = 12;
  private static final double CORNER = 8;

  private final Routing.Ways ways;
  private final Grid cards;
  private final Grid taken = new Grid(128);
  private final Grid uprights = new Grid(64, 1024);
  private final Grid levels = new Grid(1024, 64);
  private int takenCount;
  private int lineCount;

  /// @param frames boxes whose borders labels keep clear of where they can
  /// @param badges what stands at cards and must not be covered either
  LinkPlaces(Box[] boxes, List<Box> frames, List<Box> badges, Routing.Ways ways) {
    this.ways = ways;
    this.cards = new Grid(256);
    for (int i = 0; i < boxes.length; i++) {
      Box box = boxes[i].grown(2);
      cards.put(i, box.x(), box.y(), box.right(), box.bottom());
    }
    for (int i = 0; i < ways.routes().length; i++) {
      Route route = ways.routes()[i];
      for (int k = 0; k < route.size() - 1; k++) {
        Box box = route.segment(k);
        line(box.x(), box.y(), box.right(), box.bottom());
      }
    }
    badges.forEach(badge -> take(badge.grown(2)));
    for (Box frame : frames) {
      line(frame.x(), frame.y(), frame.right(), frame.y());
      line(frame.x(), frame.bottom(), frame.right(), frame.bottom());
      line(frame.x(), frame.y(), frame.x(), frame.bottom());
      line(frame.right(), frame.y(), frame.right(), frame.bottom());
    }
  }

  private void line(double x0, double y0, double x1, double y1) {
    (x0 == x1 ? uprights : levels).put(lineCount++, x0, y0, x1, y1);
  }

  /// The places of all links. What stands on lines goes first, so that no label is in its way.
  List<Place> place(List<Wish> wishes) {
    List<double[]> spots = new ArrayList<>(wishes.size());
    for (Wish wish : wishes) {
      double[] spot = beads(wish, ways.routes()[wish.link()], home(wish));
      spots.add(spot);
      if (wish.beads() > 0) {
        take(around(spot, wish));
      }
    }
    List<Place> places = new ArrayList<>(wishes.size());
    for (int i = 0; i < wishes.size(); i++) {
      places.add(place(wishes.get(i), spots.get(i)));
    }
    return places;
  }

  private static Box around(double[] spot, Wish wish) {
    return new Box(
        spot[0] - wish.beads() / 2, spot[1] - wish.tall() / 2, wish.beads(), wish.tall());
  }

  private Place place(Wish wish, double[] spot) {
    Route route = ways.routes()[wish.link()];
    int home = home(wish);
    double clear = wish.beads() > 0 ? wish.tall() / 2 : 0;
    boolean level = route.isHorizontal(home);
    Candidate label = label(wish, route, home, spot, clear);
    Box guards = null;
    if (wish.guards() > 0) {
      double width = wish.guards() * GUARD_STEP - (GUARD_STEP - GUARD);
      Box[] options =
          level
              ? new Box[] {
                new Box(spot[0] - width / 2, spot[1] + Math.max(4, clear + 1), width, GUARD),
                new Box(spot[0] - width / 2, spot[1] - Math.max(4, clear + 1) - GUARD, width, GUARD)
              }
              : new Box[] {
                new Box(spot[0] + Math.max(6, wish.beads() / 2 + 4), spot[1] + 4, width, GUARD),
                new Box(
                    spot[0] - Math.max(6, wish.beads() / 2 + 4) - width,
                    spot[1] - GUARD / 2,
                    width,
                    GUARD)
              };
      for (Box option : options) {
        if (guards == null && free(option.grown(1))) {
          guards = option;
          take(option);
        }
      }
    }
    return new Place(
        spot[0],
        spot[1],
        label == null ? null : label.run,
        label != null && label.crossings > 0,
        guards);
  }

  private record Candidate(Run run, int crossings) {}

  /// The segment that best stands for the link alone: not shared, level, long.
  private int home(Wish wish) {
    Route route = ways.routes()[wish.link()];
    int segments = route.size() - 1;
    int best = segments - 1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < segments; i++) {
      double length = route.length(i) - (i == segments - 1 ? ARROW : 0);
      boolean shared =
          ways.sharesStart()[wish.link()] && i < Math.min(2, segments - 1)
              || ways.sharesEnd()[wish.link()] && i == segments - 1 && segments > 1;
      double score = Math.min(length, route.isHorizontal(i) ? 160 : 60);
      score += route.isHorizontal(i) ? 60 : 0;
      score -= shared ? 400 : 0;
      score += i == segments - 1 ? 20 : 0;
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  private double[] beads(Wish wish, Route route, int home) {
    double[] first = point(wish.link(), home, 0.5);
    if (wish.beads() == 0) {
      return first;
    }
    for (double t : ALONG) {
      double[] at = point(wish.link(), home, t);
      if (free(around(at, wish))) {
        return at;
      }
    }
    for (double aside : new double[] {0, wish.tall() + 2, -wish.tall() - 2}) {
      for (int segment = route.size() - 2; segment >= 0; segment--) {
        for (double t : ALONG) {
          double[] at = point(wish.link(), segment, t);
          at[route.isHorizontal(segment) ? 1 : 0] += aside;
          if (free(around(at, wish))) {
            return at;
          }
        }
      }
    }
    return first;
  }

  /// A point of the part of a segment that is the link's own: behind a common trunk, before the
  /// arrow, clear of corners.
  private double[] point(int link, int segment, double t) {
    Route route = ways.routes()[link];
    double length = route.length(segment);
    boolean first = segment == 0;
    boolean last = segment == route.size() - 2;
    double start = first ? ways.sharesStart()[link] ? Routing.STUB + CORNER : 0 : CORNER;
    double end = last ? ARROW + (ways.sharesEnd()[link] ? Routing.STUB : 0) : CORNER;
    if (start + end > length * 0.7) {
      start = 0;
      end = last ? Math.min(ARROW, length / 2) : 0;
    }
    double at = (start + t * (length - start - end)) / Math.max(1, length);
    return new double[] {
      route.x(segment) + (route.x(segment + 1) - route.x(segment)) * at,
      route.y(segment) + (route.y(segment + 1) - route.y(segment)) * at
    };
  }

  private @Nullable Candidate label(Wish wish, Route route, int home, double[] spot, double clear) {
    Candidate best = null;
    for (String text : List.of(wish.text().label(), wish.text().brief())) {
      double width = TextMetrics.width(text, Typeface.LINE);
      if (width < 1 || best != null) {
        continue;
      }
      double bestCost = Double.POSITIVE_INFINITY;
      for (double[] option : options(wish, home, spot, clear, width)) {
        Box box = new Box(option[0] - 2, option[1] - 9, width + 4, LETTERS);
        if (!free(box)) {
          continue;
        }
        int crossings = crossings(box);
        double cost = crossings * 10 + option[2];
        if (cost < bestCost) {
          bestCost = cost;
          best =
              new Candidate(
                  new Run(text, option[0], option[1], Typeface.LINE, Token.MUTED, width, false),
                  crossings);
        }
        if (crossings == 0) {
          break;
        }
      }
    }
    if (best != null) {
      Run run = best.run();
      take(new Box(run.x() - 2, run.y() - 9, run.width() + 4, LETTERS));
    }
    return best;
  }

  /// Left end, baseline and price of every place that is worth a look.
  private List<double[]> options(Wish wish, int home, double[] spot, double clear, double width) {
    Route route = ways.routes()[wish.link()];
    List<double[]> result = new ArrayList<>();
    if (route.isHorizontal(home)) {
      double up = spot[1] - Math.max(5, clear + 4);
      double down = spot[1] + Math.max(5, clear + 4) + 8;
      double one = point(wish.link(), home, 0)[0];
      double other = point(wish.link(), home, 1)[0];
      double left = Math.min(one, other);
      double right = Math.max(one, other) - width;
      double middle = (left + right) / 2;
      double far = Math.max(0, left - right) / 4;
      result.add(new double[] {middle, up, far});
      result.add(new double[] {right, up, far + 1});
      result.add(new double[] {left, up, far + 2});
      result.add(new double[] {middle, down, far + 4});
      result.add(new double[] {right, down, far + 5});
      result.add(new double[] {left, down, far + 6});
    } else {
      double side = Math.max(6, wish.beads() / 2 + 4);
      for (double t : ALONG) {
        double y = point(wish.link(), home, t)[1] + 4;
        result.add(new double[] {spot[0] + side, y, 1 + 4 * Math.abs(t - 0.5)});
        result.add(new double[] {spot[0] - side - width, y, 3 + 4 * Math.abs(t - 0.5)});
      }
    }
    int last = route.size() - 2;
    if (last != home && route.isHorizontal(last) && route.length(last) > width) {
      double[] end = point(wish.link(), last, 0.5);
      result.add(new double[] {end[0] - width / 2, end[1] - 5, 20});
      result.add(new double[] {end[0] - width / 2, end[1] + 13, 21});
    }
    return result;
  }

  private boolean free(Box box) {
    boolean[] hit = {false};
    cards.query(box.x(), box.y(), box.right(), box.bottom(), id -> hit[0] = true);
    if (!hit[0]) {
      taken.query(box.x(), box.y(), box.right(), box.bottom(), id -> hit[0] = true);
    }
    return !hit[0];
  }

  private int crossings(Box box) {
    int[] count = {0};
    for (Grid lines : List.of(uprights, levels)) {
      lines.query(box.x() + 1, box.y() + 1, box.right() - 1, box.bottom() - 1, id -> count[0]++);
    }
    return count[0];
  }

  private void take(Box box) {
    taken.put(takenCount++, box.x(), box.y(), box.right(), box.bottom());
  }
}
