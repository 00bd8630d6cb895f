package dev.stillwater.drawing;

import java.util.ArrayList;
import java.util.List;

/// What would keep a person from reading a drawing: lines through cards, words over words, lines of
/// strangers on top of each other, text that was cut.
public final class DrawingFaults {
  private DrawingFaults() {}

  /// All faults, each as a sentence; empty for a drawing that can be read.
  public static List<String> in(Scene scene) {
    List<String> faults = new ArrayList<>();
    faults.addAll(linksThroughCards(scene));
    faults.addAll(overlaps(scene));
    faults.addAll(sharedTracks(scene));
    return faults;
  }

  static List<Item> of(Scene scene, Item.Kind kind) {
    return scene.items().stream().filter(item -> item.kind() == kind).toList();
  }

  /// Links that pass through a card, and which.
  public static List<String> linksThroughCards(Scene scene) {
    List<String> faults = new ArrayList<>();
    List<Item> cards = of(scene, Item.Kind.COMPONENT);
    for (Item link : of(scene, Item.Kind.LINK)) {
      for (Item card : cards) {
        Route route = link.route().orElseThrow();
        if (RoutingTest.crossed(route, card.bounds()) && !isRoundEnd(route, card.bounds())) {
          faults.add(link.id() + " passes through " + card.id());
        }
      }
    }
    return faults;
  }

  /// Whether a way only begins or ends a little inside the box of a card whose ends are half
  /// circles.
  private static boolean isRoundEnd(Route route, Box card) {
    Box inner = card.grown(-7);
    int last = route.size() - 1;
    return !RoutingTest.crossed(route, inner.grown(1))
        && (card.contains(route.x(0), route.y(0)) || card.contains(route.x(last), route.y(last)));
  }

  /// Labels, signs and badges that lie over each other or over a card.
  public static List<String> overlaps(Scene scene) {
    List<String> faults = new ArrayList<>();
    List<Item> words = new ArrayList<>(of(scene, Item.Kind.LABEL));
    words.addAll(of(scene, Item.Kind.SIGN));
    List<Item> others = new ArrayList<>(words);
    others.addAll(of(scene, Item.Kind.COMPONENT));
    others.addAll(of(scene, Item.Kind.BADGE));
    for (int i = 0; i < words.size(); i++) {
      for (int k = i + 1; k < others.size(); k++) {
        Item word = words.get(i);
        Item other = others.get(k);
        if (word.bounds().grown(-1).overlaps(other.bounds().grown(-1))) {
          faults.add(
              word.kind()
                  + " of "
                  + word.id()
                  + " lies over "
                  + other.kind()
                  + " of "
                  + other.id());
        }
      }
    }
    return faults;
  }

  /// Stretches of more than a few units on which two links that share no end lie on one line.
  public static List<String> sharedTracks(Scene scene) {
    List<String> faults = new ArrayList<>();
    List<Item> links = of(scene, Item.Kind.LINK);
    for (int i = 0; i < links.size(); i++) {
      for (int k = i + 1; k < links.size(); k++) {
        double length = together(links.get(i), links.get(k));
        if (length > 12 && !sharesEnd(links.get(i), links.get(k))) {
          faults.add(
              links.get(i).id()
                  + " and "
                  + links.get(k).id()
                  + " lie on one line for "
                  + Math.round(length));
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
    Route a = one.route().orElseThrow();
    Route b = other.route().orElseThrow();
    double sum = 0;
    for (int i = 0; i < a.size() - 1; i++) {
      for (int k = 0; k < b.size() - 1; k++) {
        Box s = a.segment(i);
        Box t = b.segment(k);
        if (a.isHorizontal(i) && b.isHorizontal(k) && Math.abs(s.y() - t.y()) < 2) {
          sum += Math.max(0, Math.min(s.right(), t.right()) - Math.max(s.x(), t.x()));
        }
        if (!a.isHorizontal(i) && !b.isHorizontal(k) && Math.abs(s.x() - t.x()) < 2) {
          sum += Math.max(0, Math.min(s.bottom(), t.bottom()) - Math.max(s.y(), t.y()));
        }
      }
    }
    return sum;
  }
}
