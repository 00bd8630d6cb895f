package dev.stillwater.editor;

import dev.stillwater.drawing.Folds;
import dev.stillwater.drawing.ZoneFrames;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The tools as one pure function: a state and an input give the next state. A gesture shows
/// previews and commits once, when the button goes up; Cancel leaves the document as it was.
public final class Gestures {
  /// How far the pointer moves, in pixels, before a press becomes a drag.
  private static final double SLACK = 4;

  private Gestures() {}

  /// The state after an input. Failing a component is left to the workspace, which has the engine:
  /// see [Workspace#send].
  public static EditorState next(EditorState state, Input input) {
    return switch (input) {
      case Input.Move move -> move(state, move);
      case Input.Press press -> press(state, press);
      case Input.Grab grab -> grab(state, grab);
      case Input.Drag drag -> drag(state, drag);
      case Input.Release release -> release(state, release);
      case Input.Cancel cancel -> cancel(state);
      case Input.Choose choose -> choose(state, choose);
    };
  }

  private static EditorState move(EditorState state, Input.Move move) {
    if (state.tool() instanceof Tool.Placing placing) {
      Snapping.New place =
          Snapping.card(neighbours(state, Set.of()), move.at(), false, state.viewport());
      return state.with(
          new Tool.Placing(
              placing.kind(),
              placing.preset(),
              Optional.of(Box.card(place.position()).center()),
              placing.sticky(),
              place.guides()));
    }
    return state;
  }

  /// What moved or new cards are aligned with: what is to be seen and stays where it is.
  private static Layout neighbours(EditorState state, Set<String> moving) {
    Layout layout = state.document().layout();
    Folds folds = Folds.of(state.document());
    if (folds.isEmpty()) {
      return layout;
    }
    Map<String, Position> positions = new LinkedHashMap<>(folds.layout(layout).positions());
    moving.forEach(id -> positions.remove(folds.shownAs(id)));
    return new Layout(positions);
  }

  private static EditorState grab(EditorState state, Input.Grab grab) {
    return state.tool().isGesture()
        ? state
        : state.with(new Tool.Panning(grab.at(), state.viewport(), state.tool()));
  }

  private static EditorState press(EditorState state, Input.Press press) {
    return switch (state.tool()) {
      case Tool.Placing placing -> place(state, placing, press);
      case Tool.Linking linking ->
          press
              .hit()
              .touched()
              .map(id -> state.with(connecting(state, id, press.at(), press.hit(), true)))
              .orElse(state);
      case Tool.Failing failing -> state;
      case Tool.Holding holding ->
          state.with(new Tool.Panning(press.at(), state.viewport(), holding));
      case Tool.Framing framing -> state.with(new Tool.Spanning(press.at(), press.at()));
      case Tool.Panning p -> state;
      case Tool.Reconnecting r -> state;
      case Tool.Bending b -> state;
      case Tool.Spanning s -> state;
      case Tool.Resizing r -> state;
      case Tool.Offering offering -> cancel(state);
      case Tool.Selecting s -> pressSelecting(state, press);
      case Tool.Pointing p -> pressSelecting(state, press);
      case Tool.Dragging d -> state;
      case Tool.Brushing b -> state;
      case Tool.Connecting c -> state;
    };
  }

  private static EditorState pressSelecting(EditorState state, Input.Press press) {
    if (press.hit() instanceof Hit.OnHandle handle) {
      return state.with(connecting(state, handle.component(), press.at(), press.hit(), false));
    }
    boolean extend = press.keys().extend();
    EditorState selected =
        switch (press.hit()) {
          case Hit.OnComponent on ->
              extend
                  ? state.with(state.selection().toggledComponent(on.id()))
                  : state.selection().hasComponent(on.id())
                      ? state
                      : state.with(Selection.component(on.id()));
          case Hit.OnLink on ->
              extend
                  ? state.with(toggled(state.selection(), bundle(state, on.id())))
                  : state.selection().hasLink(on.id())
                      ? state
                      : state.with(
                          new Selection(List.of(), bundle(state, on.id()), Optional.empty()));
          case Hit.OnHandle on -> state;
          case Hit.OnEnd on -> state;
          case Hit.OnFrame on -> state;
          case Hit.OnZone on -> extend ? state : state.with(Selection.zone(on.id()));
          case Hit.Nothing nothing -> extend ? state : state.with(Selection.NONE);
        };
    return selected.with(new Tool.Pointing(press.at(), press.hit(), extend));
  }

  /// The links that a line stands for.
  private static List<String> bundle(EditorState state, String link) {
    return Folds.of(state.document()).bundle(link);
  }

  private static Selection toggled(Selection selection, List<String> links) {
    Selection result = selection;
    for (String link : links) {
      result = result.toggledLink(link);
    }
    return result;
  }

  private static EditorState drag(EditorState state, Input.Drag drag) {
    return switch (state.tool()) {
      case Tool.Pointing pointing -> {
        double moved = pointing.at().distance(drag.at()) * state.viewport().zoom();
        if (moved < SLACK) {
          yield state;
        }
        EditorState begun = begin(state, pointing);
        yield begun.tool() instanceof Tool.Pointing ? begun : drag(begun, drag);
      }
      case Tool.Dragging dragging -> moveTo(state, dragging, drag);
      case Tool.Brushing brushing -> brush(state, brushing, drag.at());
      case Tool.Connecting connecting ->
          state.with(
              connecting(state, connecting.from(), drag.at(), drag.hit(), connecting.sticky()));
      case Tool.Panning panning -> pan(state, panning, drag.at());
      case Tool.Reconnecting reconnecting ->
          LineGestures.reconnecting(state, reconnecting, drag.at(), drag.hit());
      case Tool.Bending bending -> LineGestures.bend(state, bending, drag.at(), drag.keys().alt());
      case Tool.Spanning spanning -> state.with(new Tool.Spanning(spanning.from(), drag.at()));
      case Tool.Resizing resizing -> FrameGestures.resize(state, resizing, drag.at());
      case Tool.Holding h -> state;
      case Tool.Framing f -> state;
      case Tool.Selecting s -> state;
      case Tool.Linking l -> state;
      case Tool.Failing f -> state;
      case Tool.Placing p -> state;
      case Tool.Offering o -> state;
    };
  }

  /// The point that was taken hold of stays under the pointer.
  private static EditorState pan(EditorState state, Tool.Panning panning, Point at) {
    Viewport viewport = state.viewport();
    double zoom = viewport.zoom();
    return state.with(
        viewport.panned(
            (panning.from().x() - at.x()) * zoom, (panning.from().y() - at.y()) * zoom));
  }

  private static EditorState begin(EditorState state, Tool.Pointing pointing) {
    return switch (pointing.hit()) {
      case Hit.OnComponent on -> {
        List<String> moving =
            state.selection().hasComponent(on.id())
                ? state.selection().components()
                : List.of(on.id());
        Map<String, Position> origins = new LinkedHashMap<>();
        for (String id : moving) {
          state.document().layout().of(id).ifPresent(at -> origins.put(id, at));
        }
        yield state.with(
            new Tool.Dragging(
                pointing.at(),
                origins,
                Optional.empty(),
                Zoning.targets(state.document(), origins.keySet()),
                Optional.empty(),
                List.of()));
      }
      case Hit.OnHandle on ->
          state.with(connecting(state, on.component(), pointing.at(), pointing.hit(), false));
      case Hit.OnLink on ->
          on.grip().isPresent() && !pointing.extend()
              ? state.with(new Tool.Bending(on.id(), on.grip().get()))
              : brushing(state, pointing);
      case Hit.OnEnd on -> state.with(LineGestures.reconnecting(state, on, pointing.at()));
      case Hit.OnZone on -> state.with(FrameGestures.moving(state, on.id(), pointing.at()));
      case Hit.OnFrame on -> FrameGestures.resizing(state, on);
      case Hit.Nothing n -> brushing(state, pointing);
    };
  }

  private static EditorState brushing(EditorState state, Tool.Pointing pointing) {
    return state.with(
        new Tool.Brushing(
            pointing.at(), pointing.at(), pointing.extend() ? state.selection() : Selection.NONE));
  }

  private static EditorState moveTo(EditorState state, Tool.Dragging dragging, Input.Drag drag) {
    double dx = drag.at().x() - dragging.from().x();
    double dy = drag.at().y() - dragging.from().y();
    if (drag.keys().shift()) {
      dx = Math.abs(dx) >= Math.abs(dy) ? dx : 0;
      dy = dx == 0 ? dy : 0;
    }
    Document document = state.document();
    Layout layout = document.layout();
    Snapping.Snapped snapped =
        Snapping.of(
            neighbours(state, dragging.origins().keySet()),
            dragging.origins(),
            dx,
            dy,
            drag.keys().alt(),
            state.viewport());
    Layout moved =
        Editing.shifted(document, layout.withAll(snapped.positions()), dragging.origins().keySet());
    if (dragging.zone().isPresent()) {
      moved = FrameGestures.moved(document, moved, dragging, dx, dy);
    }
    Optional<ZoneFrames.Frame> into = Zoning.at(dragging.frames(), drag.at());
    return state
        .showing(document.withLayout(moved))
        .with(
            new Tool.Dragging(
                dragging.from(),
                dragging.origins(),
                dragging.zone(),
                dragging.frames(),
                into,
                snapped.guides()));
  }

  private static EditorState brush(EditorState state, Tool.Brushing brushing, Point at) {
    Box band = Box.between(brushing.from(), at);
    Set<String> components = new LinkedHashSet<>(brushing.before().components());
    Folds folds = Folds.of(state.document());
    folds
        .layout(state.document().layout())
        .positions()
        .forEach((id, position) -> {
          if (band.overlaps(Box.card(position))) {
            components.addAll(folds.zoneOf(id).map(folds::members).orElse(List.of(id)));
          }
        });
    return state
        .with(new Selection(List.copyOf(components), brushing.before().links(), Optional.empty()))
        .with(new Tool.Brushing(brushing.from(), at, brushing.before()));
  }

  private static EditorState release(EditorState state, Input.Release release) {
    return switch (state.tool()) {
      case Tool.Pointing pointing -> click(state, pointing);
      case Tool.Dragging dragging -> {
        yield drop(state, dragging, release.keys().alt());
      }
      case Tool.Brushing b -> state.with(new Tool.Selecting());
      case Tool.Connecting connecting -> connect(state, connecting, release);
      case Tool.Panning panning -> state.with(panning.back());
      case Tool.Reconnecting reconnecting -> LineGestures.reconnect(state, reconnecting, release);
      case Tool.Bending bending ->
          commit(state, "Bend " + bending.link(), state.shown()).with(new Tool.Selecting());
      case Tool.Spanning spanning -> FrameGestures.span(state, spanning, release.at());
      case Tool.Resizing resizing -> FrameGestures.resized(state, resizing);
      case Tool.Selecting s -> state;
      case Tool.Holding h -> state;
      case Tool.Framing f -> state;
      case Tool.Linking l -> state;
      case Tool.Failing f -> state;
      case Tool.Placing p -> state;
      case Tool.Offering o -> state;
    };
  }

  static EditorState commit(EditorState state, String label, Document document) {
    return state.with(state.history().commit(label, document));
  }

  /// Lets go of what is dragged: it stays there, and is in the zone in whose frame it lies.
  private static EditorState drop(EditorState state, Tool.Dragging dragging, boolean free) {
    String what =
        dragging.zone().isPresent()
            ? "zone " + dragging.zone().get()
            : dragging.origins().size() == 1
                ? dragging.origins().keySet().iterator().next()
                : dragging.origins().size() + " components";
    Document dropped =
        free || dragging.zone().isPresent() || dragging.frames().isEmpty()
            ? state.shown()
            : Zoning.dropped(
                state.document(), state.shown(), dragging.origins().keySet(), dragging.frames());
    boolean zones = dropped.design() != state.design();
    return commit(state, "Move " + what + (zones ? " to another zone" : ""), dropped)
        .with(new Tool.Selecting());
  }

  private static EditorState click(EditorState state, Tool.Pointing pointing) {
    EditorState still = state.with(new Tool.Selecting());
    boolean onOneOfMany =
        pointing.hit() instanceof Hit.OnComponent on
            && !pointing.extend()
            && state.selection().hasComponent(on.id());
    return onOneOfMany
        ? still.with(Selection.component(pointing.hit().touched().orElseThrow()))
        : still;
  }

  private static Tool.Connecting connecting(
      EditorState state, String from, Point at, Hit hit, boolean sticky) {
    Optional<String> target = hit.touched();
    String refusal =
        target
            .filter(to -> !to.equals(from))
            .map(to -> refusal(state.design(), from, to))
            .orElse("");
    return new Tool.Connecting(from, at, target, refusal, sticky);
  }

  /// Why a link cannot lead from one component to the other; empty when it can.
  public static String refusal(Design design, String from, String to) {
    ComponentKind source = design.components().get(from).kind();
    ComponentKind target = design.components().get(to).kind();
    return LegalLinks.drawable(source, target).isEmpty() ? LegalLinks.whyNot(source, target) : "";
  }

  private static EditorState connect(
      EditorState state, Tool.Connecting connecting, Input.Release release) {
    Tool after = connecting.sticky() ? new Tool.Linking() : new Tool.Selecting();
    Optional<String> target = release.hit().touched();
    if (target.isEmpty()) {
      Component from = state.design().components().get(connecting.from());
      List<Offer> offers = Offer.from(from.kind());
      return offers.isEmpty()
          ? state.with(after)
          : state.with(
              new Tool.Offering(connecting.from(), release.at(), offers, connecting.sticky()));
    }
    String to = target.get();
    if (to.equals(connecting.from()) || !refusal(state.design(), connecting.from(), to).isEmpty()) {
      return state.with(after);
    }
    Design design = linked(state.design(), connecting.from(), to);
    Link added = lastLink(design);
    return state
        .with(
            state
                .history()
                .commit(
                    "Link " + connecting.from() + " to " + to, state.document().withDesign(design)))
        .with(Selection.link(added.id()))
        .with(after);
  }

  private static Link lastLink(Design design) {
    Link last = null;
    for (Link link : design.links()) {
      last = link;
    }
    return Objects.requireNonNull(last);
  }

  /// The design with a link of the mode that both ends mean.
  static Design linked(Design design, String from, String to) {
    String id = design.freeId(Link.impliedId(from, to));
    ComponentKind source = design.components().get(from).kind();
    ComponentKind target = design.components().get(to).kind();
    Link link = new Link(id, from, to);
    LinkMode legal = LegalLinks.drawable(source, target).getFirst();
    if (legal != LegalLinks.derived(source, target)) {
      link = link.with(LinkAttributes.MODE, legal);
    }
    return design.with(link);
  }

  private static EditorState choose(EditorState state, Input.Choose choose) {
    if (!(state.tool() instanceof Tool.Offering offering)
        || choose.offer() < 0
        || choose.offer() >= offering.offers().size()) {
      return state;
    }
    Offer offer = offering.offers().get(choose.offer());
    Position at = offering.at().plus(0, -Layout.CARD_HEIGHT / 2.0).snapped();
    Document placed = placed(state.document(), offer.kind(), Optional.empty(), at);
    String id = lastComponent(placed.design());
    Document document = placed.withDesign(linked(placed.design(), offering.from(), id));
    return state
        .with(state.history().commit("Add " + offer.kind().noun() + " " + id, document))
        .with(Selection.component(id))
        .with(offering.sticky() ? new Tool.Linking() : new Tool.Selecting());
  }

  private static EditorState place(EditorState state, Tool.Placing placing, Input.Press press) {
    Position at =
        Snapping.card(neighbours(state, Set.of()), press.at(), press.keys().alt(), state.viewport())
            .position();
    Document placed = placed(state.document(), placing.kind(), placing.preset(), at);
    String id = lastComponent(placed.design());
    Document document =
        Zoning.dropped(
            state.document(), placed, List.of(id), Zoning.targets(state.document(), List.of()));
    boolean sticky = placing.sticky() || press.keys().shift();
    return state
        .with(state.history().commit("Add " + placing.kind().noun() + " " + id, document))
        .with(Selection.component(id))
        .with(sticky ? placing : new Tool.Selecting());
  }

  /// The document with a new component of a kind, named after its preset or kind.
  static Document placed(
      Document document, ComponentKind kind, Optional<String> preset, Position at) {
    String id = document.design().freeId(Ids.of(preset.orElse(kind.word())));
    Component component = new Component(id, kind);
    if (preset.isPresent()) {
      component = component.with(ComponentAttributes.PRESET, preset.get());
    }
    return document
        .withDesign(document.design().with(component))
        .withLayout(document.layout().with(id, at));
  }

  private static String lastComponent(Design design) {
    String last = "";
    for (String id : design.components().ids()) {
      last = id;
    }
    return last;
  }

  private static EditorState cancel(EditorState state) {
    return switch (state.tool()) {
      case Tool.Selecting s ->
          state.drill().isPresent() || state.preview().isPresent()
              ? state.withDrill(Optional.empty()).withPreview(Optional.empty())
              : state.with(Selection.NONE).withFocus(Optional.empty());
      case Tool.Linking l -> state.with(new Tool.Selecting());
      case Tool.Holding h -> state.with(new Tool.Selecting());
      case Tool.Framing f -> state.with(new Tool.Selecting());
      case Tool.Panning p -> state.with(p.before()).with(p.back());
      case Tool.Reconnecting r -> state.with(new Tool.Selecting());
      case Tool.Bending b -> state.showing(state.document()).with(new Tool.Selecting());
      case Tool.Spanning s -> state.with(new Tool.Framing());
      case Tool.Resizing r -> state.showing(state.document()).with(new Tool.Selecting());
      case Tool.Failing f -> state.with(new Tool.Selecting()).withDrill(Optional.empty());
      case Tool.Placing p -> state.with(new Tool.Selecting());
      case Tool.Pointing p -> state.with(new Tool.Selecting());
      case Tool.Dragging d -> state.showing(state.document()).with(new Tool.Selecting());
      case Tool.Brushing b -> state.with(b.before()).with(new Tool.Selecting());
      case Tool.Connecting c -> state.with(c.sticky() ? new Tool.Linking() : new Tool.Selecting());
      case Tool.Offering o -> state.with(o.sticky() ? new Tool.Linking() : new Tool.Selecting());
    };
  }
}
