package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What would keep a person from reading a drawing, counted without a screen: lines through cards,
/// words over words, lines of strangers on top of each other, text that was cut.
public final class DrawingFaults {
  /// How near two lines of strangers may come before they look like one.
  private static final double APART = 4;

  /// How far two lines may run that near: what an arrow or a corner takes.
  private static final double BRIEFLY = 12;

  private DrawingFaults() {}

  /// A way in which a drawing can be hard to read.
  public enum Kind {
    /// A link leads through a card, or touches one that it has nothing to do with.
    LINK_THROUGH_CARD,
    /// Two of labels, signs, badges, shields lie over each other or touch.
    WORD_ON_WORD,
    /// A label, sign, badge or shield lies over a card that is not its own.
    WORD_ON_CARD,
    /// A line passes behind the words of another link.
    LINK_THROUGH_WORD,
    /// A line passes behind the badge of a card.
    LINK_THROUGH_BADGE,
    /// Two links that share no end lie on one line.
    SHARED_TRACK,
    /// A name or a line of text ends in an ellipsis.
    CUT_TEXT,
    /// Something lies over the heading of a zone.
    HEADING_COVERED
  }

  /// One fault, with the elements concerned.
  public record Fault(Kind kind, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /// All faults; empty for a drawing that can be read.
  public static List<Fault> in(Scene scene) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(linksThroughCards(scene));
    faults.addAll(overlaps(scene));
    faults.addAll(linesBehindWords(scene));
    faults.addAll(sharedTracks(scene));
    faults.addAll(cutTexts(scene));
    faults.addAll(coveredHeadings(scene));
    return faults;
  }

  /// How many faults there are of each kind; kinds without any are left out.
  public static Map<Kind, Integer> count(Scene scene) {
    Map<Kind, Integer> result = new EnumMap<>(Kind.class);
    in(scene).forEach(fault -> result.merge(fault.kind(), 1, Integer::sum));
    return result;
  }

  static List<Item> of(Scene scene, Item.Kind... kinds) {
    return scene.items().stream().filter(item -> List.of(kinds).contains(item.kind())).toList();
  }

  /// Links that pass through a card, and which.
  public static List<Fault> linksThroughCards(Scene scene) {
    List<Fault> faults = new ArrayList<>();
    List<Item> cards = of(scene, Item.Kind.COMPONENT);
    for (Item link : of(scene, Item.Kind.LINK)) {
      Route route = link.route().orElseThrow();
      for (Item card : cards) {
        Box box = card.bounds();
        boolean through =
            endsAt(route, box)
                ? RoutingTest.crossed(route, box) && !isRoundEnd(route, box)
                : RoutingTest.crossed(route, box.grown(APART));
        if (through) {
          faults.add(new Fault(Kind.LINK_THROUGH_CARD, link.id() + " passes through " + card.id()));
        }
      }
    }
    return faults;
  }

  private static boolean endsAt(Route route, Box card) {
    int last = route.size() - 1;
    return card.contains(route.x(0), route.y(0)) || card.contains(route.x(last), route.y(last));
  }

  /// Whether a way only begins or ends a little inside the box of a card whose ends are half
  /// circles.
  private static boolean isRoundEnd(Route route, Box card) {
    Box inner = card.grown(-7);
    return !RoutingTest.crossed(route, inner.grown(1)) && endsAt(route, card);
  }

  /// Labels, signs and badges that lie over each other or over a card.
  public static List<Fault> overlaps(Scene scene) {
    List<Fault> faults = new ArrayList<>();
    List<Item> words =
        of(scene, Item.Kind.LABEL, Item.Kind.SIGN, Item.Kind.BADGE, Item.Kind.SHIELD);
    List<Item> cards = of(scene, Item.Kind.COMPONENT);
    for (int i = 0; i < words.size(); i++) {
      Item word = words.get(i);
      for (Item other : words.subList(i + 1, words.size())) {
        if (word.bounds().overlaps(other.bounds())) {
          faults.add(new Fault(Kind.WORD_ON_WORD, what(word) + " lies over " + what(other)));
        }
      }
      for (Item card : cards) {
        if (!card.id().equals(word.id()) && word.bounds().overlaps(card.bounds())) {
          faults.add(new Fault(Kind.WORD_ON_CARD, what(word) + " lies over " + card.id()));
        }
      }
    }
    return faults;
  }

  private static String what(Item item) {
    return "the " + item.kind().name().toLowerCase(java.util.Locale.ROOT) + " of " + item.id();
  }

  /// Lines that pass behind what another link or a card says.
  public static List<Fault> linesBehindWords(Scene scene) {
    List<Fault> faults = new ArrayList<>();
    List<Item> links = of(scene, Item.Kind.LINK);
    List<String> cards = of(scene, Item.Kind.COMPONENT).stream().map(Item::id).toList();
    for (Item word :
        of(scene, Item.Kind.LABEL, Item.Kind.SIGN, Item.Kind.BADGE, Item.Kind.SHIELD)) {
      boolean atCard = cards.contains(word.id());
      for (Item link : links) {
        Route route = link.route().orElseThrow();
        boolean onIt =
            word.kind() != Item.Kind.LABEL
                && scene.body(word.id()).filter(own -> onOneLine(own, link)).isPresent();
        if (!onIt && RoutingTest.crossed(route, word.bounds().grown(-2))) {
          faults.add(
              new Fault(
                  atCard ? Kind.LINK_THROUGH_BADGE : Kind.LINK_THROUGH_WORD,
                  link.id() + " passes behind " + what(word)));
        }
      }
    }
    return faults;
  }

  /// Whether a sign on one line may stand on another, because both are one there.
  private static boolean onOneLine(Item own, Item link) {
    return own == link || own.route().isPresent() && sharesEnd(own, link);
  }

  /// Stretches of more than a few units on which two links that share no end lie on one line.
  public static List<Fault> sharedTracks(Scene scene) {
    return sharedTracks(scene, BRIEFLY);
  }

  /// @param longer how far lines may lie on one another
  static List<Fault> sharedTracks(Scene scene, double longer) {
    List<Fault> faults = new ArrayList<>();
    List<Item> links = of(scene, Item.Kind.LINK);
    for (int i = 0; i < links.size(); i++) {
      for (int k = i + 1; k < links.size(); k++) {
        double length = together(links.get(i), links.get(k));
        if (length > longer && !sharesEnd(links.get(i), links.get(k))) {
          faults.add(
              new Fault(
                  Kind.SHARED_TRACK,
                  links.get(i).id()
                      + " and "
                      + links.get(k).id()
                      + " lie on one line for "
                      + Math.round(length)));
        }
      }
    }
    return faults;
  }

  private static boolean sharesEnd(Item one, Item other) {
    Route a = one.route().orElseThrow();
    Route b = other.route().orElseThrow();
    int lastA = a.size() - 1;
    int lastB = b.size() - 1;
    return near(a.x(0), b.x(0)) && near(a.y(0), b.y(0))
        || near(a.x(lastA), b.x(lastB)) && near(a.y(lastA), b.y(lastB));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 0.5;
  }

  private static double together(Item one, Item other) {
    if (!one.bounds().grown(APART).overlaps(other.bounds())) {
      return 0;
    }
    Route a = one.route().orElseThrow();
    Route b = other.route().orElseThrow();
    double sum = 0;
    for (int i = 0; i < a.size() - 1; i++) {
      for (int k = 0; k < b.size() - 1; k++) {
        Box s = a.segment(i);
        Box t = b.segment(k);
        if (a.isHorizontal(i) && b.isHorizontal(k) && Math.abs(s.y() - t.y()) < APART) {
          sum += Math.max(0, Math.min(s.right(), t.right()) - Math.max(s.x(), t.x()));
        }
        if (!a.isHorizontal(i) && !b.isHorizontal(k) && Math.abs(s.x() - t.x()) < APART) {
          sum += Math.max(0, Math.min(s.bottom(), t.bottom()) - Math.max(s.y(), t.y()));
        }
      }
    }
    return sum;
  }

  /// Text that did not fit.
  public static List<Fault> cutTexts(Scene scene) {
    List<Fault> faults = new ArrayList<>();
    for (Item item : scene.items()) {
      for (Run run : item.runs()) {
        if (run.text().endsWith("…")) {
          faults.add(new Fault(Kind.CUT_TEXT, what(item) + " says " + run.text()));
        }
      }
    }
    return faults;
  }

  /// Headings of zones that something lies over.
  public static List<Fault> coveredHeadings(Scene scene) {
    List<Fault> faults = new ArrayList<>();
    for (Item zone : of(scene, Item.Kind.ZONE)) {
      for (Run run : zone.runs()) {
        Box box = new Box(zone.x() + run.x(), zone.y() + run.y() - 9, run.width(), 11);
        for (Item item : scene.items()) {
          boolean over =
              item.kind() != Item.Kind.ZONE
                  && item.route()
                      .map(route -> RoutingTest.crossed(route, box.grown(-1)))
                      .orElse(item.bounds().overlaps(box));
          if (over) {
            faults.add(
                new Fault(
                    Kind.HEADING_COVERED, what(item) + " lies over the heading of " + zone.id()));
          }
        }
      }
    }
    return faults;
  }
}
