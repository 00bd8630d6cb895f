package dev.stillwater.testing;

import dev.stillwater.editor.Collapsing;
import dev.stillwater.editor.ViewDrawing;
import dev.stillwater.editor.Zoning;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What a person does to a document in an afternoon: values set and cleared, elements added,
/// removed and turned round, cards moved, lines bent, zones framed and collapsed, views named. The
/// same seed gives the same edits.
public final class RandomEdits {
  private final Random random;
  private final String prefix;
  private Document document;

  private RandomEdits(Document document, long seed, String prefix) {
    this.document = document;
    this.random = new Random(seed);
    this.prefix = prefix;
  }

  /// A document in which every component of a design has a place.
  public static Document placed(Design design) {
    Layout layout = Layout.EMPTY;
    int x = 0;
    for (String id : design.components().ids()) {
      layout = layout.with(id, new Layout.Position(x, 8));
      x += 200;
    }
    return Document.of(design).withLayout(layout);
  }

  /// The same with two zones, one framed and one collapsed, and a view.
  public static Document drawn(Design design) {
    Document placed = placed(design.with(new Zone("west")).with(new Zone("east")));
    Layout layout = placed.layout().withFrame("west", new Layout.Frame(-40, -40, 900, 200));
    return ViewDrawing.with(
        placed.withLayout(layout.withCollapsed("east", true)),
        "view 0",
        NamedView.of("view 0", ""));
  }

  /// @param prefix of the ids of what is added, some of which are the same for everybody
  public static Document of(Document document, long seed, String prefix) {
    RandomEdits edits = new RandomEdits(document, seed, prefix);
    int count = 1 + edits.random.nextInt(8);
    for (int i = 0; i < count; i++) {
      edits.edit(i);
    }
    return edits.document;
  }

  private void edit(int number) {
    Design design = document.design();
    Optional<Component> component = any(List.copyOf(design.components().all()));
    Optional<Link> link = any(List.copyOf(design.links().all()));
    Optional<Journey> journey = any(List.copyOf(design.journeys().all()));
    if (component.isEmpty()) {
      return;
    }
    if (random.nextInt(3) == 0) {
      draw(number, link);
      return;
    }
    Component c = component.get();
    Design changed =
        switch (random.nextInt(14)) {
          case 0, 1 -> design.with(c.with(ComponentAttributes.REPLICAS, 1 + random.nextInt(4)));
          case 2 -> design.with(c.with(ComponentAttributes.OWNER, "team " + random.nextInt(3)));
          case 3 -> design.with(c.without(ComponentAttributes.REPLICAS));
          case 4 ->
              link.map(l ->
                      design.with(
                          l.with(
                              LinkAttributes.TIMEOUT, Timespan.ofSeconds(1 + random.nextInt(3)))))
                  .orElse(design);
          case 5 -> design.without(List.of(c.id()), List.of());
          case 6 -> link.map(l -> design.without(List.of(), List.of(l.id()))).orElse(design);
          case 7 -> design.with(new Component(fresh(number), kind()));
          case 8 ->
              any(List.copyOf(design.components().all()))
                  .map(other -> design.with(new Link("l-" + fresh(number), c.id(), other.id())))
                  .orElse(design);
          case 9 -> design.with(c.withKind(kind()));
          case 10 -> link.map(l -> design.with(l.between(l.to(), l.from()))).orElse(design);
          case 11 ->
              link.map(l ->
                      design.with(
                          new Journey("j-" + fresh(number)).with(JourneyAttributes.ENTRY, l.id())))
                  .orElse(design);
          case 12 ->
              journey
                  .map(j ->
                      design.with(
                          j.with(
                              JourneyAttributes.DEADLINE,
                              Timespan.ofSeconds(1 + random.nextInt(5)))))
                  .orElse(design);
          default -> {
            document =
                document.withLayout(
                    document.layout().with(c.id(), new Layout.Position(random.nextInt(4) * 8, 80)));
            yield design;
          }
        };
    document = document.withDesign(changed);
  }

  /// An edit of what the drawing looks like, or of a zone.
  private void draw(int number, Optional<Link> link) {
    Layout layout = document.layout();
    Optional<Zone> zone = any(List.copyOf(document.design().zones().all()));
    Optional<Component> component = any(List.copyOf(document.design().components().all()));
    document =
        switch (random.nextInt(9)) {
          case 0, 1 ->
              link.map(l -> document.withLayout(layout.withBends(l.id(), corners())))
                  .orElse(document);
          case 2 -> document.withDesign(document.design().with(new Zone("z-" + fresh(number))));
          case 3 ->
              zone.map(z -> document.withLayout(layout.withFrame(z.id(), frame())))
                  .orElse(document);
          case 4, 5 -> zone.map(z -> Collapsing.toggled(document, z.id())).orElse(document);
          case 6 -> zone.map(z -> Zoning.removed(document, z.id())).orElse(document);
          case 7 ->
              zone.map(z ->
                      document.withDesign(
                          document
                              .design()
                              .with(
                                  component
                                      .orElseThrow()
                                      .with(ComponentAttributes.ZONES, List.of(z.id())))))
                  .orElse(document);
          default -> named(component.orElseThrow());
        };
  }

  private List<Layout.Position> corners() {
    return random.nextInt(4) == 0
        ? List.of()
        : List.of(new Layout.Position(random.nextInt(3) * 8, 40));
  }

  private Layout.Frame frame() {
    return new Layout.Frame(random.nextInt(3) * 8, 0, 300, 200);
  }

  private Document named(Component component) {
    String name = "view " + random.nextInt(3);
    Optional<NamedView> there = ViewDrawing.find(document, name);
    if (there.isEmpty()) {
      return ViewDrawing.with(document, name, NamedView.of(name, "kind:service"));
    }
    return switch (random.nextInt(3)) {
      case 0 -> ViewDrawing.without(document, name);
      case 1 ->
          ViewDrawing.moved(
              document, name, component.id(), new Layout.Position(random.nextInt(3) * 8, 8));
      default ->
          ViewDrawing.with(document, name, there.get().withShow("owner:team" + random.nextInt(2)));
    };
  }

  private ComponentKind kind() {
    return ComponentKind.values()[random.nextInt(ComponentKind.values().length)];
  }

  private String fresh(int number) {
    return random.nextInt(3) == 0 ? "both" + random.nextInt(2) : prefix + number;
  }

  private <E> Optional<E> any(List<E> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }
}
