package dev.stillwater.ui;

import dev.stillwater.analysis.Progress;
import dev.stillwater.editor.Analyst;
import dev.stillwater.editor.EditorState;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.Review;

/// Judges the design whenever it changes, and says in the status bar how far that is.
final class AnalysisStatus {
  private final Engines engines;
  private final MainWindow window;
  private long started;

  AnalysisStatus(Bench bench) {
    this.engines = bench.engines();
    this.window = bench.window();
    bench.workspace().onChange(this::changed);
    Analyst analyst =
        new Analyst(
            bench.workspace(),
            this::judge,
            engines.turns(),
            engines.background(),
            engines.foreground(),
            bench::failed);
    engines.inForce().onChange(analyst::again);
    engines.known().onChange(presets -> analyst.again());
  }

  private Review judge(Document document, Progress work) {
    return engines.judge(
        document,
        new PercentShown(
            work,
            engines.nanos(),
            engines.foreground(),
            percent -> window.setAnalysis("analysing … " + percent)));
  }

  private void changed(EditorState before, EditorState after) {
    if (before.design() != after.design()) {
      started = engines.nanos().getAsLong();
      window.setAnalysis("analysing …");
    }
    if (EditorState.differs(before.review(), after.review()) && after.isReviewed()) {
      double millis = (engines.nanos().getAsLong() - started) / 1e6;
      window.setAnalysis(
          millis <= 0 ? "analysed" : "analysed in " + Figures.time(Math.ceil(millis)));
    }
  }
}
