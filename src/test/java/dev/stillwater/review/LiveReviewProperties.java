package dev.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.Zone;
import dev.stillwater.model.ZoneAttributes;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.testing.RichDesigns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// A review that takes over what an edit cannot have touched says what a new review says: the same
/// findings with every word and number, questions, rules and journeys.
class LiveReviewProperties {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final Presets PRESETS = PresetsJson.shipped();
  private static final int STEPS = 6;

  /// What can be done to a design, one kind of edit each.
  private enum Kind {
    COMPONENT,
    LINK,
    JOURNEY,
    ZONE,
    SETTING,
    KIND,
    TURN_LINK,
    ADD_COMPONENT,
    ADD_LINK,
    ADD_JOURNEY,
    REMOVE_COMPONENT,
    REMOVE_LINK,
    REMOVE_JOURNEY,
    REMOVE_ZONE,
    NAME,
    REORDER,
    ADVICE
  }

  @Property(seed = "20261129", tries = 40, shrinking = ShrinkingMode.OFF)
  void afterAnyEditsTheReviewIsThatOfANewReviewer(@ForAll long seed) {
    Random random = new Random(seed);
    LiveReviewer live = new LiveReviewer(PRESETS, () -> RuleSet.BUILT_IN);
    Design design = RichDesigns.any(seed);
    Design other = RichDesigns.any(seed + 1);
    Review review = live.review(Document.of(design), TODAY);
    List<Kind> done = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      done.add(kind);
      design = edited(design, other, review, kind, random);
      review = live.review(Document.of(design), TODAY);
      Review anew = new Reviewer(PRESETS).review(Document.of(design), TODAY);
      assertThat(told(review)).as("%s", done).isEqualTo(told(anew));
    }
  }

  /// Each kind of edit alone, on many designs.
  @Example
  void everyKindOfEditChangesSomeDesign() {
    for (Kind kind : Kind.values()) {
      int changed = 0;
      for (long seed = 0; seed < 12; seed++) {
        LiveReviewer live = new LiveReviewer(PRESETS, () -> RuleSet.BUILT_IN);
        Design design = RichDesigns.any(seed);
        Review before = live.review(Document.of(design), TODAY);
        Design after = edited(design, RichDesigns.any(seed + 1), before, kind, new Random(seed));
        changed += after.equals(design) ? 0 : 1;
        assertThat(told(live.review(Document.of(after), TODAY)))
            .as("%s of seed %d", kind, seed)
            .isEqualTo(told(new Reviewer(PRESETS).review(Document.of(after), TODAY)));
      }
      assertThat(changed).as("%s", kind).isPositive();
    }
  }

  private static Design edited(
      Design design, Design other, Review review, Kind kind, Random random) {
    Optional<Component> component = any(design.components(), random);
    Optional<Link> link = any(design.links(), random);
    Optional<Journey> journey = any(design.journeys(), random);
    Optional<Zone> zone = any(design.zones(), random);
    String id = design.freeId("new" + random.nextInt(100));
    return switch (kind) {
      case COMPONENT ->
          component
              .flatMap(it -> like(it, other.components(), random))
              .map(design::with)
              .orElse(design);
      case LINK ->
          link.flatMap(it -> like(it, other.links(), random)).map(design::with).orElse(design);
      case JOURNEY ->
          journey
              .map(it ->
                  design.with(
                      it.with(JourneyAttributes.DEADLINE, Timespan.ofMillis(random.nextInt(5000)))))
              .orElse(design);
      case ZONE ->
          zone.map(it ->
                  design.withZones(
                      design.zones().with(it.with(ZoneAttributes.PARENT, "p" + random.nextInt(3)))))
              .orElse(design);
      case SETTING ->
          design.withSettings(design.settings().with(Settings.GREY, 2.0 + random.nextInt(20)));
      case KIND ->
          component
              .map(it -> design.with(new Component(it.id(), kind(random), it.attributes())))
              .orElse(design);
      case TURN_LINK ->
          link.map(it -> design.with(new Link(it.id(), it.to(), it.from(), it.attributes())))
              .orElse(design);
      case ADD_COMPONENT -> design.with(new Component(id, kind(random)));
      case ADD_LINK ->
          component
              .map(from ->
                  design.with(
                      new Link(id, from.id(), any(design.components(), random).orElse(from).id())))
              .orElse(design);
      case ADD_JOURNEY ->
          link.map(it -> design.with(new Journey(id).with(JourneyAttributes.ENTRY, it.id())))
              .orElse(design);
      case REMOVE_COMPONENT ->
          component.map(it -> design.without(List.of(it.id()), List.of())).orElse(design);
      case REMOVE_LINK ->
          link.map(it -> design.without(List.of(), List.of(it.id()))).orElse(design);
      case REMOVE_JOURNEY ->
          journey
              .map(it -> design.withJourneys(Index.of(without(design.journeys(), it))))
              .orElse(design);
      case REMOVE_ZONE ->
          zone.map(it -> design.withZones(Index.of(without(design.zones(), it)))).orElse(design);
      case NAME ->
          component
              .map(it -> design.with(it.with(ComponentAttributes.NAME, "n" + random.nextInt(9))))
              .orElse(design);
      case REORDER ->
          design.withComponents(Index.of(List.copyOf(design.components().all()).reversed()));
      case ADVICE ->
          review.findings().stream()
              .flatMap(found -> found.finding().recommendations().stream())
              .skip(random.nextInt(5))
              .findFirst()
              .map(it -> it.edit().apply(design))
              .orElse(design);
    };
  }

  private static ComponentKind kind(Random random) {
    return ComponentKind.values()[random.nextInt(ComponentKind.values().length)];
  }

  private static <E extends Element<E>> Optional<E> any(Index<E> elements, Random random) {
    List<E> all = List.copyOf(elements.all());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static <E extends Element<E>> List<E> without(Index<E> elements, E one) {
    return elements.stream().filter(it -> it != one).toList();
  }

  /// The element with one value of another: declared, changed, or taken back.
  private static <E extends Element<E>> Optional<E> like(E one, Index<E> others, Random random) {
    return any(others, random)
        .map(other -> {
          List<Attribute<?>> all = one.attributes().table().all();
          Attribute<?> attribute = all.get(random.nextInt(all.size()));
          return copied(one, other, attribute);
        });
  }

  private static <E extends Element<E>, T> E copied(E one, E other, Attribute<T> attribute) {
    return one.withAttributes(
        one.attributes().set(attribute, other.attributes().get(attribute).orElse(null)));
  }

  /// Everything that a review says, as text.
  private static List<String> told(Review review) {
    List<String> lines = new ArrayList<>();
    for (ReviewedFinding found : review.findings()) {
      lines.add(
          found.standing()
              + " "
              + found.supersededBy()
              + " "
              + found.key()
              + " "
              + found.finding().severity()
              + " "
              + found.finding().message()
              + " "
              + found.finding().detail()
              + " "
              + found.finding().because()
              + found.finding().components()
              + found.finding().links()
              + found.finding().chain()
              + found.finding().journeysLost()
              + found.finding().recommendations().stream()
                  .map(it -> it.edit().signature() + it.title() + it.tradeOff() + it.choice())
                  .toList());
    }
    review.questions().forEach(it -> lines.add(it.key() + " " + it.text()));
    review.rules().forEach(it -> lines.add(it.toString()));
    review
        .journeys()
        .forEach(
            it -> lines.add(it.journey().id() + " " + it.stoppedBy() + " " + it.worstLatency()));
    return lines;
  }
}
