package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds room beside the lines: where the row of beads stands on a line (beside it in a throng),
/// where its label stands above or below, where the signs of its guards stand. Nothing covers a
/// card, nothing covers what was placed before.
///
/// Up to [#CAREFUL] links everything looks along all of its line for a place that no line crosses.
/// A label that finds none gives up its name first, then lets a line pass behind it; one that finds
/// no room at all is left out.
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

  /// Up to so many links are looked at closely: a drawing that is read, not flown over.
  private static final int CAREFUL = 1000;

  /// How far apart places along a line are that are worth a look, and how many.
  private static final double STEP = 14;

  private static final int MOST_STEPS = 12;
  private static final double CROSSED = 40;
  private static final double AKIN = 8;
  private static final double UNNAMED = 15;
  private static final double ARROW = 10;
  private static final double[] ALONG = {0.5, 0.34, 0.66, 0.2, 0.8};
  private static final double LETTERS = 13;
  private static final double CORNER = 8;

  private final Routing.Ways ways;
  private final Grid cards;
  private final Grid taken = new Grid(128);
  private final Grid uprights = new Grid(64, 1024);
  private final Grid levels = new Grid(1024, 64);
  private final List<Integer> owners = new ArrayList<>();
  private final boolean careful;
  private int takenCount;

  /// @param frames boxes whose borders labels keep clear of where they can
  /// @param badges what stands at cards and must not be covered either
  LinkPlaces(Box[] boxes, List<Box> frames, List<Box> badges, Routing.Ways ways) {
    this.ways = ways;
    this.cards = new Grid(256);
    this.careful = ways.routes().length <= CAREFUL;
    for (int i = 0; i < boxes.length; i++) {
      Box box = boxes[i].grown(2);
      cards.put(i, box.x(), box.y(), box.right(), box.bottom());
    }
    for (int i = 0; i < ways.routes().length; i++) {
      Route route = ways.routes()[i];
      for (int k = 0; k < route.size() - 1; k++) {
        Box box = route.segment(k);
        line(i, box.x(), box.y(), box.right(), box.bottom());
      }
    }
    badges.forEach(badge -> take(badge.grown(2)));
    for (Box frame : frames) {
      line(-1, frame.x(), frame.y(), frame.right(), frame.y());
      line(-1, frame.x(), frame.bottom(), frame.right(), frame.bottom());
      line(-1, frame.x(), frame.y(), frame.x(), frame.bottom());
      line(-1, frame.right(), frame.y(), frame.right(), frame.bottom());
    }
  }

  private void line(int owner, double x0, double y0, double x1, double y1) {
    (x0 == x1 ? uprights : levels).put(owners.size(), x0, y0, x1, y1);
    owners.add(owner);
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
    int home = home(wish);
    Candidate label = label(wish, home, spot);
    Box guards = null;
    if (wish.guards() > 0) {
      double width = wish.guards() * GUARD_STEP - (GUARD_STEP - GUARD);
      Option found = cheapest(options(wish, home, spot, width, GUARD, false));
      if (found != null) {
        guards = found.box();
        take(guards);
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

  /// A place for something beside a line.
  ///
  /// @param price how much worse it is than the best one
  private record Option(Box box, double price, int crossings) {}

  /// The segment that best stands for the link alone: not shared, level, long.
  private int home(Wish wish) {
    Route route = ways.routes()[wish.link()];
    int segments = route.size() - 1;
    int best = segments - 1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < segments; i++) {
      double length = route.length(i) - (i == segments - 1 ? ARROW : 0);
      boolean shared = isShared(wish.link(), i);
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

  /// The middle of the row on the line: at its best stretch, else at another, else beside it.
  private double[] beads(Wish wish, Route route, int home) {
    double[] best = point(wish.link(), home, 0.5);
    if (wish.beads() == 0) {
      return best;
    }
    double least = Double.POSITIVE_INFINITY;
    double aside = wish.tall() / 2 + 4;
    int last = route.size() - 2;
    for (double off : new double[] {0, aside, -aside}) {
      for (int i = -1; i <= last; i++) {
        int segment = i < 0 ? home : last - i;
        double price =
            (off == 0 ? 0 : 25) + (segment == home ? 0 : isShared(wish.link(), segment) ? 30 : 10);
        if (i >= 0 && segment == home || price >= least) {
          continue;
        }
        for (double t : along(wish.link(), segment)) {
          double[] at = point(wish.link(), segment, t);
          at[route.isHorizontal(segment) ? 1 : 0] += off;
          Box box = around(at, wish);
          double worth = price + 4 * Math.abs(t - 0.5);
          if (worth < least && free(box)) {
            worth += crossed(box, wish.link());
            if (worth < least) {
              best = at;
              least = worth;
            }
            if (!careful || least < 1) {
              return best;
            }
          }
        }
      }
    }
    return best;
  }

  /// Parts of a segment at which something may stand, the middle first.
  private double[] along(int link, int segment) {
    double length = ways.routes()[link].length(segment);
    int more = careful ? (int) Math.min(MOST_STEPS, length / STEP) : 0;
    double[] result = Arrays.copyOf(ALONG, ALONG.length + more);
    for (int i = 0; i < more; i++) {
      double off = (i / 2 + 1) * 0.9 / (more + 1);
      result[ALONG.length + i] = 0.5 + (i % 2 == 0 ? off : -off);
    }
    return result;
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

  private @Nullable Candidate label(Wish wish, int home, double[] spot) {
    String text = wish.text().label();
    Option best = words(text, wish, home, spot);
    String brief = wish.text().brief();
    if ((best == null || best.crossings() > 0) && !brief.equals(text)) {
      Option other = words(brief, wish, home, spot);
      if (other != null && (best == null || worth(other) + UNNAMED < worth(best))) {
        best = other;
        text = brief;
      }
    }
    if (best == null) {
      return null;
    }
    take(best.box());
    return new Candidate(
        new Run(
            text,
            best.box().x() + 2,
            best.box().y() + 10,
            Typeface.LINE,
            Token.MUTED,
            best.box().width() - 4,
            false),
        best.crossings());
  }

  private @Nullable Option words(String text, Wish wish, int home, double[] spot) {
    double width = TextMetrics.width(text, Typeface.LINE);
    return width < 1 ? null : cheapest(options(wish, home, spot, width + 4, LETTERS, true));
  }

  private static double worth(Option option) {
    return option.price() + CROSSED * option.crossings();
  }

  /// The cheapest place that nothing covers; the first that no line crosses where there is one.
  private @Nullable Option cheapest(List<Option> options) {
    Option best = null;
    for (Option option : options) {
      if ((best == null || option.price() < worth(best)) && free(option.box())) {
        Option seen = new Option(option.box(), option.price(), crossings(option.box(), -2));
        if (best == null || worth(seen) < worth(best)) {
          best = seen;
        }
        if (best.crossings() == 0 && !careful) {
          return best;
        }
      }
    }
    return best;
  }

  /// Every place beside a line that is worth a look, those at its best stretch first.
  ///
  /// @param above whether a place above a level line is better than one below
  private List<Option> options(
      Wish wish, int home, double[] spot, double width, double height, boolean above) {
    Route route = ways.routes()[wish.link()];
    List<Option> result = new ArrayList<>();
    beside(result, wish, home, spot, width, height, above, 0);
    for (int segment = route.size() - 2; careful && segment >= 0; segment--) {
      if (segment != home) {
        double price = isShared(wish.link(), segment) ? 30 : 20;
        beside(result, wish, segment, spot, width, height, above, price);
      }
    }
    return result;
  }

  private void beside(
      List<Option> result,
      Wish wish,
      int segment,
      double[] spot,
      double width,
      double height,
      boolean above,
      double price) {
    Route route = ways.routes()[wish.link()];
    double[] one = point(wish.link(), segment, 0);
    double[] other = point(wish.link(), segment, 1);
    if (route.isHorizontal(segment)) {
      double left = Math.min(one[0], other[0]);
      double room = Math.max(one[0], other[0]) - left - width;
      double far = price + Math.max(0, -room) / 4;
      for (double t : ends(room)) {
        double x = left + t * room;
        boolean atBeads =
            one[1] == spot[1] && Math.abs(x + width / 2 - spot[0]) < (width + wish.beads()) / 2 + 1;
        double clear = atBeads && wish.beads() > 0 ? wish.tall() / 2 : 0;
        Box up = new Box(x, one[1] - Math.max(2, clear + 1) - height, width, height);
        Box down = new Box(x, one[1] + Math.max(4, clear + 3), width, height);
        double off = 4 * Math.abs(t - 0.5);
        result.add(new Option(up, far + off + (above ? 0 : 4), 0));
        result.add(new Option(down, far + off + (above ? 4 : 0), 0));
      }
    } else {
      for (double t : along(wish.link(), segment)) {
        double y = one[1] + t * (other[1] - one[1]) - height / 2;
        boolean atBeads =
            Math.abs(one[0] - spot[0]) < 1
                && Math.abs(y + height / 2 - spot[1]) < (height + wish.tall()) / 2 + 1;
        double side = atBeads ? Math.max(4, wish.beads() / 2 + 2) : 4;
        double off = price + 4 * Math.abs(t - 0.5);
        result.add(new Option(new Box(one[0] + side, y, width, height), off + 1, 0));
        result.add(new Option(new Box(one[0] - side - width, y, width, height), off + 3, 0));
      }
    }
  }

  /// Parts of the room along a level line: the middle, both ends, and between them.
  private double[] ends(double room) {
    int more = careful && room > STEP ? (int) Math.min(MOST_STEPS, room / STEP) : 0;
    double[] result = new double[3 + more];
    result[0] = 0.5;
    result[1] = 1;
    for (int i = 0; i < more; i++) {
      result[3 + i] = (i + 1.0) / (more + 1);
    }
    return result;
  }

  /// Whether other links take the same stretch.
  private boolean isShared(int link, int segment) {
    int last = ways.routes()[link].size() - 2;
    return ways.sharesStart()[link] && segment < Math.min(2, last)
        || ways.sharesEnd()[link] && segment == last && last > 0;
  }

  private boolean free(Box box) {
    boolean[] hit = {false};
    cards.query(box.x(), box.y(), box.right(), box.bottom(), id -> hit[0] = true);
    if (!hit[0]) {
      taken.query(box.x(), box.y(), box.right(), box.bottom(), id -> hit[0] = true);
    }
    return !hit[0];
  }

  /// The price of the lines that pass through a box on the line of a link. Those that share an end
  /// with it may lie on the same stretch.
  private double crossed(Box box, int link) {
    double[] price = {0};
    for (Grid lines : List.of(uprights, levels)) {
      lines.query(
          box.x() + 1,
          box.y() + 1,
          box.right() - 1,
          box.bottom() - 1,
          id -> {
            int owner = owners.get(id);
            price[0] += owner == link ? 0 : owner >= 0 && akin(owner, link) ? AKIN : CROSSED;
          });
    }
    return price[0];
  }

  /// Whether two links begin or end at one point.
  private boolean akin(int one, int other) {
    Route a = ways.routes()[one];
    Route b = ways.routes()[other];
    int endA = a.size() - 1;
    int endB = b.size() - 1;
    return a.x(0) == b.x(0) && a.y(0) == b.y(0) || a.x(endA) == b.x(endB) && a.y(endA) == b.y(endB);
  }

  /// How many lines pass through a box, those of one link apart.
  private int crossings(Box box, int except) {
    int[] count = {0};
    for (Grid lines : List.of(uprights, levels)) {
      lines.query(
          box.x() + 1,
          box.y() + 1,
          box.right() - 1,
          box.bottom() - 1,
          id -> count[0] += owners.get(id) == except ? 0 : 1);
    }
    return count[0];
  }

  private void take(Box box) {
    taken.put(takenCount++, box.x(), box.y(), box.right(), box.bottom());
  }
}
