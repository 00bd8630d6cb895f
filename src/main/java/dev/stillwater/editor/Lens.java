package dev.stillwater.editor;

import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.drawing.Badge;
import dev.stillwater.drawing.Tint;
import dev.stillwater.drawing.Tint.Shade;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A question that a drawing answers by the looks of its cards: who owns what, what is hot, what
/// has changed. Pure; what it needs is asked of the engines.
public enum Lens {
  SEVERITY("Severity", "The worst open finding about each component"),
  BLAST_RADIUS("Blast radius", "How many others a crash of each component comes to"),
  HEADROOM("Headroom", "How much of its capacity each component needs"),
  REAL_TIME("Real-time class", "The strictest journey that passes through each component"),
  OWNER("Owner", "Who answers for each component"),
  TAG("Tags", "The first tag of each component"),
  ZONE("Zone", "Where each component runs"),
  CHANGED("Changed since saved", "What differs from the file on disk");

  private final String title;
  private final String help;

  Lens(String title, String help) {
    this.title = title;
    this.help = help;
  }

  public String title() {
    return title;
  }

  /// What it shows, as a sentence without its end.
  public String help() {
    return help;
  }

  /// Colours for owners, tags and zones in the order of their names; behind the last of them they
  /// begin again, and the words tell them apart.
  private static final List<Shade> PALETTE =
      List.of(
          Shade.BLUE,
          Shade.GOOD,
          Shade.WARM,
          Shade.PINK,
          Shade.GREY,
          Shade.MILD,
          Shade.HOT,
          Shade.WORST);

  /// What a lens shows: a tint for each component, and what the tints mean.
  public record View(Lens lens, Map<String, Tint> tints, List<Entry> legend) {
    public View {
      legend = List.copyOf(legend);
    }
  }

  /// A line of the legend.
  ///
  /// @param count how many components it holds for
  public record Entry(String label, Shade shade, int count) {}

  /// What the lens makes of a document.
  ///
  /// @param saved the document on disk; null when there is none
  /// @param review the latest judgement, if there is one
  /// @param cancelled asked now and then
  public View of(
      Document document,
      @Nullable Document saved,
      Optional<Review> review,
      Presets presets,
      BooleanSupplier cancelled) {
    return switch (this) {
      case SEVERITY -> severity(document, review);
      case BLAST_RADIUS -> blast(document, presets, cancelled);
      case HEADROOM -> headroom(document, presets);
      case REAL_TIME -> realTime(document, presets);
      case OWNER ->
          grouped(
              document, component -> component.get(ComponentAttributes.OWNER).orElse("no owner"));
      case TAG ->
          grouped(
              document,
              component ->
                  component.get(ComponentAttributes.TAGS).orElse(List.of()).stream()
                      .findFirst()
                      .orElse("no tag"));
      case ZONE ->
          grouped(
              document,
              component -> {
                List<String> zones = component.get(ComponentAttributes.ZONES).orElse(List.of());
                return zones.isEmpty() ? "no zone" : String.join(" + ", zones);
              });
      case CHANGED -> changed(document, saved);
    };
  }

  private View view(Map<String, Tint> tints, Map<String, Shade> labels, Map<String, String> of) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    of.values().forEach(label -> counts.merge(label, 1, Integer::sum));
    List<Entry> legend = new ArrayList<>();
    labels.forEach((label, shade) -> {
      if (counts.containsKey(label)) {
        legend.add(new Entry(label, shade, counts.getOrDefault(label, 0)));
      }
    });
    return new View(this, tints, legend);
  }

  private View severity(Document document, Optional<Review> review) {
    Map<String, Badge> badges = review.map(Badge::of).orElse(Map.of());
    Map<String, Shade> labels = new LinkedHashMap<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      labels.put(severity.word(), shade(severity));
    }
    labels.put("no finding", Shade.NONE);
    Map<String, Tint> tints = new LinkedHashMap<>();
    Map<String, String> of = new LinkedHashMap<>();
    for (Component component : document.design().components()) {
      Badge badge = badges.get(component.id());
      String label = badge == null ? "no finding" : badge.worst().word();
      of.put(component.id(), label);
      tints.put(
          component.id(),
          badge == null
              ? new Tint("no finding", Shade.NONE)
              : new Tint(
                  label + ", " + Figures.count(badge.count(), "finding"), shade(badge.worst())));
    }
    return view(tints, labels, of);
  }

  private static Shade shade(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Shade.WORST;
      case HIGH -> Shade.HOT;
      case MEDIUM -> Shade.WARM;
      case LOW -> Shade.MILD;
      case INFO -> Shade.GREY;
    };
  }

  private View blast(Document document, Presets presets, BooleanSupplier cancelled) {
    Analysis analysis = Analysis.of(document.design(), presets);
    int all = Math.max(1, document.design().components().size() - 1);
    Map<String, String> texts = new LinkedHashMap<>();
    return scaled(
        document,
        component -> {
          if (cancelled.getAsBoolean()) {
            return -1;
          }
          var toll = analysis.toll(new Injection(component.id(), Failure.CRASH));
          int lost = toll.lost().size();
          texts.put(
              component.id(),
              "hits "
                  + toll.blastRadius()
                  + (lost == 0 ? "" : " · " + Figures.count(lost, "journey") + " lost"));
          return 100 * toll.blastRadius() / all;
        },
        texts,
        List.of("none", "up to 10 %", "up to 30 %", "more than 30 % of all"),
        new int[] {0, 10, 30});
  }

  private View headroom(Document document, Presets presets) {
    Analysis analysis = Analysis.of(document.design(), presets);
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Integer> used = new LinkedHashMap<>();
    for (Node node : analysis.graph().nodes()) {
      double inflow = analysis.load().inflow(node);
      double capacity = node.capacity();
      if (inflow > 0 && capacity > 0 && Double.isFinite(capacity)) {
        used.put(node.id(), (int) Math.min(9999, Math.round(100 * inflow / capacity)));
      }
    }
    return scaled(
        document,
        component -> {
          Integer percent = used.get(component.id());
          texts.put(component.id(), percent == null ? "load not known" : percent + " % used");
          return percent == null ? -1 : percent;
        },
        texts,
        List.of("up to 50 % used", "up to 75 %", "up to 100 %", "more than it can take"),
        new int[] {50, 75, 100});
  }

  /// Components by a number in four steps; a negative number is unknown.
  private View scaled(
      Document document,
      ToIntFunction<Component> measure,
      Map<String, String> texts,
      List<String> steps,
      int[] limits) {
    List<Shade> shades = List.of(Shade.GOOD, Shade.MILD, Shade.WARM, Shade.HOT);
    Map<String, Shade> labels = new LinkedHashMap<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      labels.put(steps.get(i), shades.get(i));
    }
    labels.put("not known", Shade.NONE);
    Map<String, Tint> tints = new LinkedHashMap<>();
    Map<String, String> of = new LinkedHashMap<>();
    for (Component component : document.design().components()) {
      int value = measure.applyAsInt(component);
      int step = 0;
      while (step < limits.length && value > limits[step]) {
        step++;
      }
      boolean known = value >= 0;
      of.put(component.id(), known ? steps.get(step) : "not known");
      tints.put(
          component.id(),
          new Tint(
              texts.getOrDefault(component.id(), "not known"),
              known ? shades.get(step) : Shade.NONE));
    }
    return view(tints, labels, of);
  }

  private View realTime(Document document, Presets presets) {
    JourneyPaths paths = new JourneyPaths(presets);
    Map<String, RealTimeClass> strictest = new LinkedHashMap<>();
    for (Journey journey : document.design().journeys()) {
      for (String id : paths.links(document.design(), journey.id())) {
        document
            .design()
            .links()
            .find(id)
            .ifPresent(link -> {
              strictest.merge(link.from(), journey.realTimeClass(), Lens::stricter);
              strictest.merge(link.to(), journey.realTimeClass(), Lens::stricter);
            });
      }
    }
    Map<String, Shade> labels = new LinkedHashMap<>();
    labels.put("hard", Shade.HOT);
    labels.put("soft", Shade.WARM);
    labels.put("offline", Shade.GOOD);
    labels.put("class not declared", Shade.GREY);
    labels.put("no journey", Shade.NONE);
    Map<String, Tint> tints = new LinkedHashMap<>();
    Map<String, String> of = new LinkedHashMap<>();
    for (Component component : document.design().components()) {
      RealTimeClass found = strictest.get(component.id());
      String label = found == null ? "no journey" : label(found);
      of.put(component.id(), label);
      tints.put(component.id(), new Tint(label, labels.getOrDefault(label, Shade.NONE)));
    }
    return view(tints, labels, of);
  }

  private static String label(RealTimeClass realTime) {
    return switch (realTime) {
      case HARD -> "hard";
      case SOFT -> "soft";
      case OFFLINE -> "offline";
      case UNKNOWN -> "class not declared";
    };
  }

  private static RealTimeClass stricter(RealTimeClass a, RealTimeClass b) {
    return rank(a) <= rank(b) ? a : b;
  }

  private static int rank(RealTimeClass realTime) {
    return switch (realTime) {
      case HARD -> 0;
      case SOFT -> 1;
      case OFFLINE -> 2;
      case UNKNOWN -> 3;
    };
  }

  private View grouped(Document document, Function<Component, String> group) {
    Map<String, Shade> labels = new TreeMap<>();
    Map<String, String> of = new LinkedHashMap<>();
    for (Component component : document.design().components()) {
      String label = group.apply(component);
      of.put(component.id(), label);
      labels.put(label, Shade.NONE);
    }
    int next = 0;
    for (Map.Entry<String, Shade> entry : labels.entrySet()) {
      if (!entry.getKey().startsWith("no ")) {
        entry.setValue(PALETTE.get(next++ % PALETTE.size()));
      }
    }
    Map<String, Tint> tints = new LinkedHashMap<>();
    of.forEach(
        (id, label) -> tints.put(id, new Tint(label, labels.getOrDefault(label, Shade.NONE))));
    return view(tints, labels, of);
  }

  private View changed(Document document, @Nullable Document saved) {
    Map<String, Shade> labels = new LinkedHashMap<>();
    labels.put("new", Shade.GOOD);
    labels.put("changed", Shade.BLUE);
    labels.put("links changed", Shade.GREY);
    labels.put("as saved", Shade.NONE);
    Map<String, Tint> tints = new LinkedHashMap<>();
    Map<String, String> of = new LinkedHashMap<>();
    for (Component component : document.design().components()) {
      String label = change(document, saved, component);
      of.put(component.id(), label);
      tints.put(component.id(), new Tint(label, labels.getOrDefault(label, Shade.NONE)));
    }
    return view(tints, labels, of);
  }

  private static String change(Document document, @Nullable Document saved, Component component) {
    if (saved == null) {
      return "new";
    }
    Optional<Component> before = saved.design().components().find(component.id());
    if (before.isEmpty()) {
      return "new";
    }
    if (!before.get().equals(component)) {
      return "changed";
    }
    boolean links =
        document.design().links().stream()
                .filter(link -> link.touches(component.id()))
                .anyMatch(link -> !saved.design().links().find(link.id()).equals(Optional.of(link)))
            || saved.design().links().stream()
                .filter(link -> link.touches(component.id()))
                .anyMatch(link -> !document.design().links().contains(link.id()));
    return links ? "links changed" : "as saved";
  }
}
