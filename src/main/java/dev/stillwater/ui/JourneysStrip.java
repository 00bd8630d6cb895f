package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.editor.Drill;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Journey;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The line of journeys above the drawing: the promise of each and what can stop it; while
/// something fails, the second in which it is lost.
public final class JourneysStrip {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final String[] STATES = {
    "lost", "late", "wrong", "degraded", "stoppable", "exposed", "calm"
  };
  private static final double GAP = 6;

  private final Workspace workspace;
  private final Runnable showFindings;
  private final Parent view;
  private final List<Chip> chips = new ArrayList<>();
  private @Nullable Design shownDesign;
  private @Nullable Review shownReview;
  private @Nullable Object shownOutcome;

  @FXML private HBox line;
  @FXML private Label none;
  @FXML private MenuButton more;
  @FXML private Button summary;
  @FXML private HBox slot;

  /// @param showFindings brings the list of findings to the front
  public JourneysStrip(Workspace workspace, Runnable showFindings) {
    this.workspace = workspace;
    this.showFindings = showFindings;
    this.view = Views.load("journeys-strip", this);
    workspace.onChange(this::changed);
    build(workspace.state());
  }

  public Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    summary.setOnAction(event -> showFindings.run());
    summary.setMinWidth(Region.USE_PREF_SIZE);
    slot.widthProperty().addListener((of, was, is) -> arrange());
  }

  /// A journey with its node and how it stands at present.
  private final class Chip {
    private final Journey journey;
    private final Optional<JourneyVerdict> verdict;
    private final Text state = new Text();
    private final Button button = new Button();
    private String standing = "";

    Chip(Journey journey, Optional<JourneyVerdict> verdict) {
      this.journey = journey;
      this.verdict = verdict;
      Region dot = new Region();
      dot.getStyleClass().add("sw-journey-dot");
      Text name = new Text(journey.name());
      name.getStyleClass().add("sw-journey-name");
      Text promise = new Text("  " + Verdicts.promise(journey) + "  ");
      promise.getStyleClass().add("sw-journey-promise");
      state.getStyleClass().add("sw-journey-state");
      TextFlow words = new TextFlow(name, promise, state);
      words.setMinWidth(Region.USE_PREF_SIZE);
      words.setMaxHeight(Region.USE_PREF_SIZE);
      HBox content = new HBox(dot, words);
      content.getStyleClass().add("sw-journey-content");
      button.setGraphic(content);
      button.setId("journey-" + journey.id());
      button.getStyleClass().add("sw-journey");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setTooltip(
          AttributeField.tip(
              RealTimeWords.both(journey.realTimeClass())
                  + verdict
                      .filter(v -> !v.stoppedBy().isEmpty())
                      .map(v -> "\nStopped by " + stoppers(v))
                      .orElse("")));
      button.setOnAction(event -> workspace.select(Selection.journey(journey.id())));
    }

    void show(Optional<Drill> drill) {
      Optional<JourneyOutcome> outcome =
          drill.flatMap(d ->
              d.result().journeys().stream()
                  .filter(o -> o.id().equals(journey.id()))
                  .filter(o -> o.state() != JourneyOutcome.State.OK && o.t() <= d.t())
                  .findFirst());
      String text;
      String style;
      if (outcome.isPresent()) {
        JourneyOutcome.State how = outcome.get().state();
        text = how.word() + " at " + Figures.moment(outcome.get().t());
        style =
            switch (how) {
              case DOWN -> "lost";
              case LATE -> "late";
              case WRONG -> "wrong";
              case DEGRADED -> "degraded";
              case OK -> "calm";
            };
      } else if (drill.isPresent()) {
        text = "up";
        style = "calm";
      } else {
        text = verdict.map(Verdicts::brief).orElse("not judged yet");
        boolean exposed = verdict.filter(v -> !v.stoppedBy().isEmpty()).isPresent();
        style = !exposed ? "calm" : matters(journey) ? "stoppable" : "exposed";
      }
      String now = style + text;
      if (!now.equals(standing)) {
        standing = now;
        state.setText(text);
        for (String other : STATES) {
          button.pseudoClassStateChanged(PseudoClass.getPseudoClass(other), other.equals(style));
        }
        button.setAccessibleText(
            "Journey " + journey.name() + ", " + Verdicts.promise(journey) + ", " + text);
      }
    }
  }

  /// Whether somebody waits for it or the business stops without it.
  private static boolean matters(Journey journey) {
    return journey.isCritical() || journey.realTimeClass() == RealTimeClass.HARD;
  }

  private static String stoppers(JourneyVerdict verdict) {
    return String.join(
        ", ",
        verdict.stoppedBy().stream()
            .map(s -> s.component() + " (" + s.how().word() + ", " + Figures.moment(s.t()) + ")")
            .toList());
  }

  private void changed(EditorState before, EditorState after) {
    boolean journeys = shownDesign == null || shownDesign.journeys() != after.design().journeys();
    if (journeys || shownReview != after.review().orElse(null)) {
      build(after);
    } else {
      if (EditorState.differs(before.drill(), after.drill())) {
        mark(after);
      }
      if (before.selection() != after.selection()) {
        select(after);
      }
    }
  }

  private void build(EditorState state) {
    Design design = state.design();
    Review review = state.review().orElse(null);
    shownDesign = design;
    shownReview = review;
    shownOutcome = null;
    chips.clear();
    for (Journey journey : design.journeys()) {
      Optional<JourneyVerdict> verdict =
          review == null
              ? Optional.empty()
              : review.journeys().stream()
                  .filter(v -> v.journey().id().equals(journey.id()))
                  .findFirst();
      chips.add(new Chip(journey, verdict));
    }
    none.setVisible(chips.isEmpty());
    none.setManaged(chips.isEmpty());
    line.getChildren().setAll(chips.stream().map(chip -> (Node) chip.button).toList());
    mark(state);
    select(state);
    summarise(review);
    arrange();
  }

  /// Nothing is touched while the moment shown changes nothing: a drill moves sixty times a second.
  private void mark(EditorState state) {
    Object outcome =
        state
            .drill()
            .<Object>map(d ->
                d.result().journeys().stream()
                    .map(o -> o.id() + o.state() + (o.t() <= d.t()))
                    .toList())
            .orElse("");
    if (!outcome.equals(shownOutcome)) {
      shownOutcome = outcome;
      chips.forEach(chip -> chip.show(state.drill()));
      arrange();
    }
  }

  private void select(EditorState state) {
    for (Chip chip : chips) {
      chip.button.pseudoClassStateChanged(
          SELECTED, state.selection().journey().filter(chip.journey.id()::equals).isPresent());
    }
  }

  /// What does not fit goes behind a button.
  private void arrange() {
    double room = slot.getWidth();
    if (room <= 0) {
      return;
    }
    double used = 0;
    int fits = 0;
    for (Chip chip : chips) {
      chip.button.applyCss();
      double width = chip.button.prefWidth(-1) + (fits == 0 ? 0 : GAP);
      boolean last = fits == chips.size() - 1;
      if (used + width + (last ? 0 : 56) > room && fits > 0) {
        break;
      }
      used += width;
      fits++;
    }
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).button.setVisible(i < fits);
      chips.get(i).button.setManaged(i < fits);
    }
    boolean over = fits < chips.size();
    more.setVisible(over);
    more.setManaged(over);
    if (over) {
      List<Chip> hidden = chips.subList(fits, chips.size());
      more.setText("+" + hidden.size());
      more.getItems()
          .setAll(
              hidden.stream()
                  .map(chip -> {
                    MenuItem item =
                        new MenuItem(
                            chip.journey.name()
                                + "   "
                                + Verdicts.promise(chip.journey)
                                + "   "
                                + chip.state.getText());
                    item.setMnemonicParsing(false);
                    item.setOnAction(
                        event -> workspace.select(Selection.journey(chip.journey.id())));
                    return item;
                  })
                  .toList());
    }
  }

  private void summarise(@Nullable Review review) {
    if (review == null) {
      summary.setGraphic(null);
      summary.setText("judging …");
      return;
    }
    Map<Severity, Integer> counts = review.summary();
    int all = review.open().size();
    TextFlow flow =
        new TextFlow(part(all == 0 ? "no findings" : Figures.count(all, "finding"), "sw-summary"));
    boolean first = true;
    for (Severity severity :
        List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
      int number = counts.getOrDefault(severity, 0);
      if (number > 0) {
        flow.getChildren().add(part((first ? " · " : "  ") + number + " ", "sw-summary"));
        flow.getChildren().add(part(severity.mark(), "sw-summary-" + severity.word()));
        first = false;
      }
    }
    flow.setMinWidth(Region.USE_PREF_SIZE);
    flow.setMaxHeight(Region.USE_PREF_SIZE);
    summary.setText("");
    summary.setGraphic(flow);
    summary.setAccessibleText(Figures.count(all, "finding"));
  }

  private static Text part(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }
}
