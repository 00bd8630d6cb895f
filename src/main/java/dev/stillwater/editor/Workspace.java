package dev.stillwater.editor;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.analysis.ripple.Ways;
import dev.stillwater.model.ChangeParts;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import dev.stillwater.review.RenamedFacts;
import dev.stillwater.review.Review;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An open document with its present state, and those who watch it. Used from one thread.
public final class Workspace {
  /// Told after every change; the two states share what did not change.
  @FunctionalInterface
  public interface Listener {
    void changed(EditorState before, EditorState after);
  }

  /// Follows a failure through a document.
  @FunctionalInterface
  public interface RippleEngine {
    RippleResult run(Document document, Injection injection);
  }

  /// Gives places to components that have none, and leaves the others where they are.
  public interface Placement {
    Layout place(Document document);

    /// The same, but others may move aside, in step, where something new belongs between them.
    default Layout placeMakingRoom(Document document) {
      return place(document);
    }
  }

  private Presets presets;
  private final RippleEngine ripple;
  private final Placement placement;
  private final List<Listener> listeners = new ArrayList<>();
  private final Deque<Change> untold = new ArrayDeque<>();
  private EditorState state;
  private @Nullable Ways ways;
  private @Nullable Design waysOf;

  public Workspace(Document document, Presets presets, RippleEngine ripple, Placement placement) {
    this.presets = presets;
    this.ripple = ripple;
    this.placement = placement;
    this.state = EditorState.of(History.opened(document));
  }

  public EditorState state() {
    return state;
  }

  public Presets presets() {
    return presets;
  }

  /// Takes other presets from now on; what was computed with the old ones is forgotten.
  public void use(Presets others) {
    presets = others;
    ways = null;
  }

  /// Watches from now on; run the result to stop.
  public Runnable onChange(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Goes to another state and tells everybody. What a listener changes in turn is told after
  /// everybody has heard of the change it answered, so all hear everything in the same order.
  public void update(UnaryOperator<EditorState> change) {
    EditorState before = state;
    EditorState after = change.apply(before);
    if (after == before) {
      return;
    }
    state = after;
    untold.add(new Change(before, after));
    if (untold.size() > 1) {
      return;
    }
    while (!untold.isEmpty()) {
      Change next = untold.getFirst();
      try {
        for (Listener listener : List.copyOf(listeners)) {
          listener.changed(next.before(), next.after());
        }
      } finally {
        untold.removeFirst();
      }
    }
  }

  private record Change(EditorState before, EditorState after) {}

  /// Does what a tool does with an input; a press on a component or link while failing starts a
  /// drill.
  public void send(Input input) {
    if (state.tool() instanceof Tool.Failing && input instanceof Input.Press press) {
      if (press.hit() instanceof Hit.OnLink on) {
        failLink(on.id());
      } else if (press.hit() instanceof Hit.OnZone on && ways().zones().contains(on.id())) {
        fail(Injection.ofZone(on.id()));
      } else {
        press.hit().touched().ifPresent(this::fail);
      }
      return;
    }
    update(s -> Gestures.next(s, input));
  }

  /// Ends what is under way and must not go on somewhere else: a gesture, a preview, the playing of
  /// a failure.
  public void settle() {
    leaveGesture();
    preview(Optional.empty());
    drill(drill -> drill.playing() ? drill.playing(false) : drill);
  }

  /// Shows another open document, as it was left; only the size of the window stays.
  void swap(EditorState other) {
    update(s -> other.with(other.viewport().resized(s.viewport().width(), s.viewport().height())));
  }

  /// Goes to a step of the history: so many steps back, or forward where negative.
  public void travel(int back) {
    leaveGesture();
    update(s -> s.with(s.history().travelled(back)));
  }

  /// Puts another document in the place of the open one, with a new history.
  public void open(Document document) {
    update(s ->
        EditorState.of(History.opened(placed(document)))
            .with(s.viewport())
            .with(new Tool.Selecting()));
  }

  /// One step of the history.
  public void commit(String label, Document document) {
    commit(label, document, null);
  }

  /// One step of the history, joined with the step before when both carry the same key.
  public void commit(String label, Document document, @Nullable String merge) {
    if (state.tool().isGesture()) {
      send(new Input.Cancel());
    }
    Document complete = placed(document);
    update(s -> s.with(s.history().commit(label, complete, merge)));
  }

  /// Applies an edit as one step; what it adds is placed.
  public void apply(Edit edit) {
    commit(edit.title(), edited(state.document(), edit));
  }

  /// Applies several edits one after the other, as one step.
  public void apply(String label, List<Edit> edits) {
    Document document = state.document();
    for (Edit edit : edits) {
      document = edited(document, edit);
    }
    commit(label, document);
  }

  /// Begins to try something: from now on every step is one of the trial. Nothing where a trial is
  /// under way.
  public void tryOut() {
    leaveGesture();
    update(s -> {
      if (s.trial().isPresent()) {
        return s;
      }
      History base = s.history();
      return s.with(base.branched()).withTrial(Optional.of(new Trial(base)));
    });
  }

  /// Ends the trial and keeps what it came to, as one step of the history that it left.
  public void keepTrial(String label) {
    endTrial(label, state.document());
  }

  /// Ends the trial and keeps some of it, as one step of the history that it left.
  public void keepTrial(String label, Collection<ChangeParts.Part> parts) {
    state.trial().ifPresent(trial -> endTrial(label, trial.parts(state.document()).keeping(parts)));
  }

  private void endTrial(String label, Document kept) {
    leaveGesture();
    Document complete = placed(kept);
    update(s ->
        s.trial()
            .map(trial -> s.with(trial.base().commit(label, complete)).withTrial(Optional.empty()))
            .orElse(s));
  }

  /// Ends the trial and forgets it.
  public void dropTrial() {
    leaveGesture();
    update(s -> s.trial().map(it -> s.with(it.base()).withTrial(Optional.empty())).orElse(s));
  }

  /// A document with an edit applied: what it adds stands where it belongs, and what stood there
  /// has moved aside. Applying and previewing both ask here, so the ghost is where the edit will
  /// be.
  public Document edited(Document document, Edit edit) {
    Document changed = document.withDesign(edit.apply(document.design()));
    return changed.withLayout(placement.placeMakingRoom(changed));
  }

  /// The document with a place for every component.
  public Document placed(Document document) {
    return document.withLayout(placement.place(document));
  }

  public void undo() {
    leaveGesture();
    update(s -> s.with(s.history().undo()));
  }

  public void redo() {
    leaveGesture();
    update(s -> s.with(s.history().redo()));
  }

  private void leaveGesture() {
    if (state.tool().isGesture()) {
      send(new Input.Cancel());
    }
  }

  /// The present document is on disk.
  public void markSaved() {
    update(s -> s.with(s.history().markSaved()));
  }

  public void select(Selection selection) {
    update(s -> s.with(selection));
  }

  public void use(Tool tool) {
    leaveGesture();
    update(s -> {
      EditorState next = s.with(tool);
      return tool instanceof Tool.Failing ? next : next.withDrill(Optional.empty());
    });
  }

  public void show(Viewport viewport) {
    update(s -> s.viewport().equals(viewport) ? s : s.with(viewport));
  }

  /// What can fail in the present design, and in which ways.
  public Ways ways() {
    Ways known = ways;
    if (known == null || waysOf != state.design()) {
      known = new Ways(DependencyGraph.of(state.design(), presets));
      ways = known;
      waysOf = state.design();
    }
    return known;
  }

  /// Lets a component fail in the way of the last drill, or as a grey failure at first.
  public void fail(String component) {
    fail(inTheLastWay(new Injection(component, Failure.GREY)));
  }

  /// Lets a link fail in the way of the last drill, or cuts it at first.
  public void failLink(String link) {
    fail(inTheLastWay(Injection.ofLink(link, Failure.PARTITION)));
  }

  private Injection inTheLastWay(Injection usual) {
    return state
        .drill()
        .map(drill -> usual.by(drill.injection().how()))
        .filter(same -> ways().refusal(same).isEmpty())
        .orElse(usual);
  }

  /// Starts a drill at its beginning, playing.
  public void fail(Injection injection) {
    begin(injection, true);
  }

  /// Sets a drill to its beginning, where it waits.
  public void prepare(Injection injection) {
    begin(injection, false);
  }

  private void begin(Injection injection, boolean playing) {
    RippleResult result = ripple.run(state.document(), injection);
    update(s ->
        s.withPreview(Optional.empty())
            .withDrill(Optional.of(new Drill(injection, result, 0, playing))));
  }

  public void drill(UnaryOperator<Drill> change) {
    update(s -> s.drill().isEmpty() ? s : s.withDrill(s.drill().map(change)));
  }

  public void endDrill() {
    update(s -> s.drill().isEmpty() ? s : s.withDrill(Optional.empty()));
  }

  /// Highlights the path of a finding; empty ends that.
  public void focus(Optional<String> finding) {
    update(s -> s.focus().equals(finding) ? s : s.withFocus(finding));
  }

  /// Shows a recommendation as a ghost; empty ends that.
  public void preview(Optional<FixPreview> preview) {
    update(s -> s.preview().equals(preview) ? s : s.withPreview(preview));
  }

  /// Takes over a judgement, unless it is about a design or decisions that are no longer the
  /// present ones.
  public void reviewed(Review review) {
    update(s -> {
      if (!s.isAbout(review)) {
        return s;
      }
      return s.review()
          .flatMap(before -> RenamedFacts.rewritten(before, review))
          .map(kept -> s.with(s.history().amended(s.document().withDecisions(kept.decisions()))))
          .orElseGet(() -> s.withReview(review));
    });
  }
}
