package dev.stillwater.ui;

import dev.stillwater.analysis.Passes;
import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Workers;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.Turns;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Presets;
import dev.stillwater.review.DesignHash;
import dev.stillwater.review.FixEffects;
import dev.stillwater.review.FixPlan;
import dev.stillwater.review.LiveReviewer;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewDiff;
import dev.stillwater.review.Reviewer;
import dev.stillwater.review.Snapshot;
import dev.stillwater.review.Vitals;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the window computes with: the judge, the ripple, the layout, and where that runs.
///
/// @param known the product presets of the open design
/// @param inForce the rules of the open design
/// @param background runs what may take long
/// @param foreground runs what touches the window
/// @param today the day on which decisions are looked at
/// @param nanos a clock that only ever runs on, in nanoseconds; one that stands still hides how
///   long things took
/// @param live judges what is being edited
/// @param turns end long work when something newer is asked for
record Engines(
    PresetsInForce known,
    RulesInForce inForce,
    Executor background,
    Executor foreground,
    Supplier<LocalDate> today,
    LongSupplier nanos,
    LiveReviewer live,
    Turns turns) {
  /// How much of the work of a plan its review is.
  private static final double REVIEWED = 0.1;

  /// The thread that asks, and one for each further processor.
  private static final Workers HELPED =
      Workers.with(
          task -> Thread.ofPlatform().daemon().name("analysis helper").start(task),
          Runtime.getRuntime().availableProcessors() - 1);

  Engines(
      Presets presets,
      Executor background,
      Executor foreground,
      Supplier<LocalDate> today,
      LongSupplier nanos) {
    this(PresetsInForce.fixed(presets), background, foreground, today, nanos);
  }

  Engines(
      PresetsInForce known,
      Executor background,
      Executor foreground,
      Supplier<LocalDate> today,
      LongSupplier nanos) {
    this(known, new RulesInForce(), background, foreground, today, nanos);
  }

  private Engines(
      PresetsInForce known,
      RulesInForce inForce,
      Executor background,
      Executor foreground,
      Supplier<LocalDate> today,
      LongSupplier nanos) {
    this(
        known,
        inForce,
        background,
        foreground,
        today,
        nanos,
        new LiveReviewer(known::presets, inForce::rules, HELPED),
        new Turns());
  }

  Presets presets() {
    return known.presets();
  }

  /// A judge by the rules that hold now.
  Reviewer reviewer() {
    return new Reviewer(presets(), inForce.rules());
  }

  /// Judges one after the other on a thread that does not keep the program alive.
  static ExecutorService oneThread() {
    return Executors.newSingleThreadExecutor(task -> {
      Thread thread = new Thread(task, "analysis");
      thread.setDaemon(true);
      return thread;
    });
  }

  Workspace workspace(Document document) {
    return new Workspace(document, presets(), this::ripple, new Places());
  }

  Review judge(Document document, Progress progress) {
    return live.review(document, today.get(), progress);
  }

  private RippleResult ripple(Document document, Injection injection) {
    return live.analysed(document.design())
        .orElseGet(() -> Analysis.of(document.design(), presets()))
        .ripple(injection);
  }

  /// Places by the automatic layout.
  private static final class Places implements Workspace.Placement {
    @Override
    public Layout place(Document document) {
      return AutomaticLayout.place(document.design(), document.layout());
    }

    @Override
    public Layout placeMakingRoom(Document document) {
      return AutomaticLayout.placeMakingRoom(document.design(), document.layout());
    }
  }

  /// A place for what takes long and would keep the judgement of the next edit waiting; where work
  /// runs in place, that does, too.
  Executor aside() {
    return background instanceof ExecutorService ? oneThread() : background;
  }

  /// What to change first in a document.
  FixPlan plan(Document document, Progress progress) {
    Reviewer reviewer = reviewer();
    Passes passes = new Passes(progress);
    passes.until(REVIEWED);
    Analysis analysis = Analysis.of(document.design(), presets(), passes);
    Review review = reviewer.review(document, analysis, today.get(), passes);
    passes.repeatedUntil(1);
    return new FixEffects(reviewer, review, analysis, today.get(), passes).fixPlan();
  }

  /// How a document stands today, under a name.
  Snapshot snapshot(Document document, String name) {
    Analysis analysis = Analysis.of(document.design(), presets());
    Review review = reviewer().review(document, analysis, today.get(), Progress.UNWATCHED);
    return new Snapshot(
        name, today.get(), DesignHash.of(document.design()), Vitals.of(review, analysis));
  }

  /// What differs between two documents, and what that does.
  ReviewDiff compare(Document before, Document after) {
    return compare(before, after, Progress.UNWATCHED);
  }

  /// The same for somebody who may not wait for it.
  ReviewDiff compare(Document before, Document after, Progress progress) {
    return ReviewDiff.of(before, after, reviewer(), today.get(), progress);
  }

  /// Measures the fixes of one review; what all of them need is computed once.
  Effects.Measure measure() {
    return review -> live.effects(review, today.get(), turns.now())::ranked;
  }
}
