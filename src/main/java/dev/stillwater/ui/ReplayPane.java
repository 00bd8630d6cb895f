package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.editor.Drill;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FixPreview;
import dev.stillwater.editor.Replay;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right side while a public outage is replayed: what happened when, running along with the
/// ripple; then what those who had it changed, each to be looked at and applied; then what a review
/// would have said the day before.
final class ReplayPane {
  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  private final Workspace workspace;
  private final IntSupplier front;
  private final Node everyFact;
  private final Consumer<String> openFinding;
  private final Runnable left;
  private final Parent view;
  private final List<Node> rows = new ArrayList<>();
  private final List<FixCard> cards = new ArrayList<>();
  private List<Double> moments = List.of();
  private @Nullable Replay replay;
  private @Nullable Integer lostBefore;
  private boolean played;
  private int home;

  @FXML private Label title;
  @FXML private Label report;
  @FXML private Button leave;
  @FXML private Button play;
  @FXML private ToggleButton facts;
  @FXML private StackPane body;
  @FXML private ScrollPane story;
  @FXML private VBox notes;
  @FXML private Label outcome;
  @FXML private VBox after;
  @FXML private VBox fixes;
  @FXML private VBox flags;
  @FXML private Label remark;

  /// @param front which of the open documents is in front
  /// @param everyFact shows all facts of a failure, in the place of the story
  /// @param openFinding goes to a finding by its key
  /// @param left told when somebody leaves the replay
  ReplayPane(
      Workspace workspace,
      IntSupplier front,
      Node everyFact,
      Consumer<String> openFinding,
      Runnable left) {
    this.workspace = workspace;
    this.front = front;
    this.everyFact = everyFact;
    this.openFinding = openFinding;
    this.left = left;
    this.view = Views.load("replay", this);
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    Icons.set(leave, "fth-x", "Leave the replay");
    leave.setOnAction(event -> leave());
    play.setGraphic(Icons.of("mdmz-play_arrow"));
    play.setOnAction(event -> play());
    facts.setTooltip(AttributeField.tip("Every fact of the ripple, second by second"));
    facts.setOnAction(event -> showBody());
  }

  /// A replay belongs to the document that it was opened with.
  private boolean isHere() {
    return replay != null && front.getAsInt() == home;
  }

  /// Whether it stands on the right side: while something fails, and while nothing is selected that
  /// wants to be inspected.
  boolean wants(EditorState state) {
    return isHere() && (state.drill().isPresent() || state.selection().isEmpty());
  }

  /// Begins with the design as it was the day before: the trigger is set, and nothing has happened
  /// yet.
  void begin(Replay next) {
    replay = next;
    home = front.getAsInt();
    lostBefore = null;
    played = false;
    title.setText(next.title());
    report.setText("After “" + next.report() + "”, " + next.day() + ". Every number is invented.");
    report.setTooltip(AttributeField.tip(next.url()));
    facts.setSelected(false);
    remark.setText(next.remark());
    show(remark, !next.remark().isEmpty());
    showNotes(next);
    showFixes(next);
    showFlags(next);
    showBody();
    story.setVvalue(0);
    workspace.use(new Tool.Failing());
    workspace.prepare(next.trigger());
    showMoment(workspace.state());
  }

  /// The design stays.
  private void leave() {
    replay = null;
    workspace.endDrill();
    workspace.use(new Tool.Selecting());
    left.run();
  }

  /// Plays from the beginning on the design as it is now.
  void play() {
    Replay now = replay;
    if (now == null) {
      return;
    }
    if (workspace.ways().refusal(now.trigger()).isPresent()) {
      outcome.setText("What failed then is no longer in the design.");
      show(outcome, true);
      return;
    }
    workspace.use(new Tool.Failing());
    workspace.fail(now.trigger());
  }

  /// Applies the last of the changes that were made.
  void applyLast() {
    if (!cards.isEmpty()) {
      cards.getLast().apply();
      story.setVvalue(1);
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showBody() {
    body.getChildren().setAll(facts.isSelected() ? everyFact : story);
  }

  private void showNotes(Replay next) {
    rows.clear();
    for (Replay.Note note : next.notes()) {
      Label when = new Label(note.when());
      when.getStyleClass().add("sw-replay-when");
      Label text = new Label(note.text());
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      VBox row = new VBox(when, text);
      row.getStyleClass().addAll("sw-fact", "sw-replay-note");
      int index = rows.size();
      row.setOnMouseClicked(event -> goTo(index, note));
      rows.add(row);
    }
    notes.getChildren().setAll(rows);
  }

  private void goTo(int index, Replay.Note note) {
    if (index < moments.size()) {
      double moment = Math.max(0, moments.get(index));
      workspace.drill(drill -> drill.at(moment).playing(false));
    }
    note.at()
        .filter(workspace.state().design().components()::contains)
        .ifPresent(id -> workspace.select(Selection.component(id)));
  }

  private void showFixes(Replay next) {
    cards.clear();
    for (Replay.Made made : next.fixes()) {
      cards.add(new FixCard(made));
    }
    fixes.getChildren().setAll(cards.stream().map(card -> card.box).toList());
  }

  private void showFlags(Replay next) {
    flags.getChildren().clear();
    for (Replay.Flag flag : next.flags()) {
      Label line = new Label(flag.line());
      line.setWrapText(true);
      line.setMinHeight(Region.USE_PREF_SIZE);
      VBox box = new VBox(line);
      box.getStyleClass().add("sw-replay-flag");
      HBox links = new HBox();
      links.getStyleClass().add("sw-replay-links");
      for (String key : flag.findings()) {
        Hyperlink link = new Hyperlink(key.replace("REL-", "").replaceFirst("@.*", ""));
        link.setTooltip(AttributeField.tip(key));
        link.setOnAction(event -> openFinding.accept(key));
        links.getChildren().add(link);
      }
      box.getChildren().add(links);
      if (!flag.remark().isEmpty()) {
        Label more = new Label(flag.remark());
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        more.getStyleClass().add("sw-secondary");
        box.getChildren().add(more);
      }
      flags.getChildren().add(box);
    }
  }

  private void changed(EditorState before, EditorState after) {
    if (!isHere()) {
      return;
    }
    if (EditorState.differs(before.drill(), after.drill())) {
      showMoment(after);
    }
    if (EditorState.differs(before.review(), after.review())
        || before.design() != after.design()
        || EditorState.differs(before.preview(), after.preview())) {
      cards.forEach(card -> card.show(after));
    }
  }

  /// Notes up to the moment that is shown stand out; at the end the changes come.
  private void showMoment(EditorState state) {
    Replay now = replay;
    Drill drill = state.drill().orElse(null);
    if (now == null) {
      return;
    }
    if (drill != null) {
      boolean begins = drill.t() <= 0 && !drill.playing() && !played;
      moments = now.moments(drill.result(), drill.end());
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).pseudoClassStateChanged(AHEAD, begins || moments.get(i) > drill.t());
      }
      if (!drill.playing() && drill.t() >= drill.end()) {
        finished(drill.result());
      }
    }
    play.setText(drill != null && drill.playing() ? "Playing …" : played ? "Play again" : "Play");
    show(after, played);
    show(outcome, played);
    cards.forEach(card -> card.show(state));
  }

  private void finished(RippleResult result) {
    boolean first = !played;
    played = true;
    int lost = lost(result);
    int all = result.journeys().size();
    if (lostBefore == null) {
      lostBefore = lost;
    }
    outcome.setText(
        lost == lostBefore
            ? lost + " of " + Figures.count(all, "journey") + " failed."
            : lostBefore
                + " of "
                + Figures.count(all, "journey")
                + " failed then, "
                + lost
                + " now.");
    outcome.pseudoClassStateChanged(LOST, lost >= lostBefore);
    if (first) {
      workspace.drill(drill -> drill.at(drill.end()));
    }
  }

  private static int lost(RippleResult result) {
    return (int)
        result.journeys().stream()
            .filter(journey -> journey.isLost() || journey.state() == JourneyOutcome.State.WRONG)
            .count();
  }

  /// One change that was made: what they did, which recommendation stands for it, and the buttons
  /// that show and apply it.
  private final class FixCard {
    private final Replay.Made made;
    private final VBox box = new VBox();
    private final Label title = new Label();
    private final ToggleButton preview = new ToggleButton();
    private final Button apply = new Button("Apply");
    private boolean applied;

    FixCard(Replay.Made made) {
      this.made = made;
      Label did = new Label(made.did());
      did.setWrapText(true);
      did.setMinHeight(Region.USE_PREF_SIZE);
      did.getStyleClass().add("sw-replay-did");
      title.setWrapText(true);
      title.setMinHeight(Region.USE_PREF_SIZE);
      title.getStyleClass().add("sw-secondary");
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      preview.getStyleClass().addAll("sw-small-button", "sw-icon-button");
      preview.setGraphic(Icons.of("fth-eye"));
      preview.setTooltip(AttributeField.tip("Preview on the drawing"));
      preview.setOnAction(event -> preview());
      preview.setMinWidth(Region.USE_PREF_SIZE);
      apply.getStyleClass().add("sw-small-button");
      apply.setId("replay-apply-" + cards.size());
      apply.setMinWidth(Region.USE_PREF_SIZE);
      apply.setOnAction(event -> apply());
      HBox line = new HBox(title, preview, apply);
      line.getStyleClass().add("sw-card-line");
      box.getChildren().addAll(did, line);
      if (!made.remark().isEmpty()) {
        Label more = new Label(made.remark());
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        more.getStyleClass().addAll("sw-note", "sw-why");
        box.getChildren().add(more);
      }
      box.getStyleClass().addAll("sw-card", "sw-replay-fix");
    }

    private Optional<Recommendation> recommendation() {
      EditorState state = workspace.state();
      return state.isReviewed() ? state.review().flatMap(made::in) : Optional.empty();
    }

    void show(EditorState state) {
      Optional<Recommendation> found = recommendation();
      found.ifPresent(recommendation -> title.setText(recommendation.title()));
      boolean open = found.isPresent();
      applied &= !open;
      box.pseudoClassStateChanged(DONE, applied);
      apply.setText(applied ? "Applied" : "Apply");
      apply.setDisable(!open);
      preview.setDisable(!open);
      preview.setSelected(
          state.preview().isPresent()
              && found.isPresent()
              && state.preview().get().recommendation() == found.get());
    }

    private void preview() {
      if (!preview.isSelected()) {
        workspace.preview(Optional.empty());
        return;
      }
      recommendation()
          .ifPresent(recommendation -> {
            workspace.endDrill();
            Document document = workspace.state().document();
            Document edited = workspace.edited(document, recommendation.edit());
            workspace.preview(Optional.of(new FixPreview(made.finding(), recommendation, edited)));
          });
    }

    private void apply() {
      recommendation()
          .ifPresent(recommendation -> {
            workspace.preview(Optional.empty());
            workspace.select(Selection.NONE);
            applied = true;
            workspace.apply(recommendation.edit());
          });
    }
  }
}
