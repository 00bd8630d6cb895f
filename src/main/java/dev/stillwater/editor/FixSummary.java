package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Index;
import dev.stillwater.model.Link;
import dev.stillwater.review.FixEffect;
import dev.stillwater.review.Review;
import dev.stillwater.rules.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a recommendation would change, in the words of a card.
///
/// @param change which elements it adds, removes and declares differently
/// @param deltas figures before and after, the weightiest first; only those that differ, and the
///   journeys lost in any case
/// @param gone how many findings it removes
/// @param follow what speaks next: the findings it brings, each as one sentence
public record FixSummary(String change, List<Delta> deltas, int gone, List<String> follow) {
  private static final int MOST_NAMES = 3;

  /// Changes below this share of the value before are noise.
  private static final double NOTABLE = 0.01;

  public FixSummary {
    deltas = List.copyOf(deltas);
    follow = List.copyOf(follow);
  }

  /// One figure.
  public record Delta(String label, String before, String after, Turn turn) {}

  /// Whether a figure gets better.
  public enum Turn {
    BETTER,
    SAME,
    WORSE
  }

  public static FixSummary of(Review review, FixEffect effect) {
    List<Delta> deltas = new ArrayList<>();
    int before = effect.journeysLostBefore().size();
    int after = effect.journeysLostAfter().size();
    if (before > 0 || after > 0) {
      deltas.add(
          new Delta(
              before == 1 && after <= 1 ? "journey lost" : "journeys lost",
              Integer.toString(before),
              Integer.toString(after),
              turn(before, after)));
    }
    addWhereDifferent(
        deltas,
        "worst latency",
        effect.worstLatencyBefore(),
        effect.worstLatencyAfter(),
        Figures::time);
    addWhereDifferent(
        deltas,
        "attempts per request",
        effect.amplificationBefore(),
        effect.amplificationAfter(),
        Figures::number);
    List<String> follow =
        effect.findingsNew().stream().map(key -> sentence(review, key)).distinct().toList();
    return new FixSummary(
        change(review.document().design(), effect.edited()),
        deltas,
        effect.findingsGone().size(),
        follow);
  }

  private static void addWhereDifferent(
      List<Delta> deltas,
      String label,
      double before,
      double after,
      Function<Double, String> show) {
    boolean known = !Double.isNaN(before) && !Double.isNaN(after);
    boolean differs =
        Double.isInfinite(before) || Double.isInfinite(after)
            ? before != after
            : Math.abs(before - after) > NOTABLE * Math.abs(before);
    if (known && differs && !show.apply(before).equals(show.apply(after))) {
      deltas.add(new Delta(label, show.apply(before), show.apply(after), turn(before, after)));
    }
  }

  private static Turn turn(double before, double after) {
    return after < before ? Turn.BETTER : after > before ? Turn.WORSE : Turn.SAME;
  }

  /// The title of the rule of a finding with its subject: `At-least-once delivery … (mail-out)`.
  private static String sentence(Review review, String key) {
    int at = key.indexOf('@');
    String rule = at < 0 ? key : key.substring(0, at);
    String subject = at < 0 ? "" : key.substring(at + 1);
    String title =
        review.rules().stream()
            .map(RuleStatus::rule)
            .filter(info -> info.id().equals(rule))
            .findFirst()
            .map(info -> info.title())
            .orElse(rule);
    return title + (subject.isEmpty() ? "" : " (" + subject.replace("->", "→") + ")");
  }

  /// What differs between two designs, in one line: what is added and removed, else what is
  /// declared.
  static String change(Design before, Design after) {
    List<String> parts = new ArrayList<>();
    names("adds", before.components(), after.components(), FixSummary::described, parts);
    if (parts.isEmpty()) {
      names("adds", before.links(), after.links(), Link::id, parts);
    }
    names("removes", after.components(), before.components(), Component::name, parts);
    if (parts.isEmpty()) {
      names("removes", after.links(), before.links(), Link::id, parts);
    }
    if (parts.isEmpty()) {
      List<String> declared = new ArrayList<>();
      declared(before.components(), after.components(), declared);
      declared(before.links(), after.links(), declared);
      declared(before.journeys(), after.journeys(), declared);
      parts.addAll(declared.subList(0, Math.min(MOST_NAMES, declared.size())));
    }
    return String.join("; ", parts);
  }

  private static String described(Component component) {
    return component.name().contains(component.kind().noun())
        ? component.name()
        : component.kind().noun() + " " + component.name();
  }

  private static <E extends Element<E>> void names(
      String verb, Index<E> without, Index<E> with, Function<E, String> name, List<String> parts) {
    List<String> names = with.stream().filter(e -> !without.contains(e.id())).map(name).toList();
    if (!names.isEmpty()) {
      parts.add(verb + " " + cut(names));
    }
  }

  private static String cut(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and "
            + (names.size() - MOST_NAMES)
            + " more";
  }

  private static <E extends Element<E>> void declared(
      Index<E> before, Index<E> after, List<String> out) {
    for (E now : after) {
      before
          .find(now.id())
          .filter(then -> !then.equals(now))
          .ifPresent(then -> out.add(differences(now.id(), then.attributes(), now.attributes())));
    }
  }

  private static String differences(String id, Attributes before, Attributes after) {
    List<String> values = new ArrayList<>();
    for (Attribute<?> attribute : after.declared()) {
      if (!after.get(attribute).equals(before.get(attribute))) {
        values.add(lower(attribute.label()) + " " + shown(attribute, after));
      }
    }
    for (Attribute<?> attribute : before.declared()) {
      if (!after.declares(attribute)) {
        values.add("no " + lower(attribute.label()));
      }
    }
    return id + ": " + cut(values);
  }

  private static <T> String shown(Attribute<T> attribute, Attributes in) {
    return Spelling.of(attribute, in.get(attribute).orElseThrow());
  }

  private static String lower(String label) {
    return Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }
}
