package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Absorber;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.editor.Drill;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right side while something fails: how it fails, what happens when, what holds, and what that
/// means for the journeys.
final class FailPane {
  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  /// Zones of which all pairs are offered; of more the zones alone.
  private static final int MOST_ZONES = 8;

  private final Workspace workspace;
  private final Parent view;
  private final ToggleGroup group = new ToggleGroup();
  private final List<Moment> moments = new ArrayList<>();

  @FXML private Label heading;
  @FXML private Label subtitle;
  @FXML private MenuButton target;
  @FXML private FlowPane hows;
  @FXML private VBox facts;
  @FXML private VBox absorbers;
  @FXML private VBox journeys;

  /// A row that stands for something that happens at a moment.
  private record Moment(double t, javafx.scene.Node row) {}

  FailPane(Workspace workspace) {
    this.workspace = workspace;
    this.view = Views.load("fail", this);
    workspace.onChange(this::changed);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    target.managedProperty().bind(target.visibleProperty());
    group.selectedToggleProperty().addListener((of, was, is) -> chosen(is));
  }

  /// By the pointer or by the arrow keys, which move through the ways; one of them is always on.
  private void chosen(@Nullable Toggle toggle) {
    workspace
        .state()
        .drill()
        .map(Drill::injection)
        .ifPresent(injection -> {
          if (toggle == null) {
            select(injection.how());
          } else if (toggle.getUserData() instanceof Failure how && how != injection.how()) {
            workspace.fail(injection.by(how));
          }
        });
  }

  private void select(Failure how) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == how)
        .findFirst()
        .ifPresent(group::selectToggle);
  }

  /// The ways that make sense for what fails; the buttons stay where they are while those are the
  /// same, and with them the keyboard.
  private void showWays(Injection injection) {
    List<Failure> ways = workspace.ways().of(injection.on(), injection.targets());
    List<Object> shown = hows.getChildren().stream().map(javafx.scene.Node::getUserData).toList();
    if (!shown.equals(ways)) {
      group.getToggles().clear();
      hows.getChildren().setAll(ways.stream().map(this::way).toList());
    }
    select(injection.how());
  }

  private ToggleButton way(Failure how) {
    ToggleButton button = new ToggleButton(how.label());
    button.setUserData(how);
    button.setToggleGroup(group);
    button.getStyleClass().add("sw-way");
    button.setTooltip(new Tooltip(sentence(how.meaning())));
    return button;
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// What has no place on the drawing to click: zones, and the boundaries between them.
  private void showZones() {
    List<String> zones = List.copyOf(workspace.ways().zones());
    target.setVisible(!zones.isEmpty());
    List<Injection> offered = new ArrayList<>();
    zones.forEach(zone -> offered.add(Injection.ofZone(zone)));
    for (int i = 0; i < zones.size() && zones.size() <= MOST_ZONES; i++) {
      for (String other : zones.subList(i + 1, zones.size())) {
        offered.add(Injection.between(zones.get(i), other));
      }
    }
    target
        .getItems()
        .setAll(
            offered.stream()
                .filter(injection -> workspace.ways().refusal(injection).isEmpty())
                .map(this::offer)
                .toList());
  }

  private MenuItem offer(Injection injection) {
    String label =
        injection.on() == Injection.Target.ZONES
            ? "Cut " + String.join(" off from ", injection.targets())
            : "Lose " + injection.subject();
    MenuItem item = new MenuItem(label);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> workspace.fail(injection));
    return item;
  }

  private void changed(EditorState before, EditorState after) {
    if (after.drill().isEmpty()) {
      return;
    }
    Drill drill = after.drill().get();
    if (before.drill().isEmpty() || before.drill().get().result() != drill.result()) {
      show(after, drill);
    }
    for (Moment moment : moments) {
      moment.row().pseudoClassStateChanged(AHEAD, moment.t() > drill.t());
    }
  }

  private void show(EditorState state, Drill drill) {
    Failure how = drill.injection().how();
    heading.setText("Fail: " + drill.injection().subject());
    subtitle.setText(meaning(state, how));
    showWays(drill.injection());
    showZones();
    moments.clear();
    facts.getChildren().clear();
    for (Fact fact : drill.result().facts()) {
      addFact(fact);
    }
    for (JourneyOutcome outcome : drill.result().journeys()) {
      if (outcome.isLost()) {
        addMoment(outcome.t(), outcome.id() + " is " + outcome.state().word(), "")
            .pseudoClassStateChanged(LOST, true);
      }
    }
    moments.sort(Comparator.comparingDouble(Moment::t));
    facts.getChildren().setAll(moments.stream().map(Moment::row).toList());
    if (moments.isEmpty()) {
      Label none = new Label("Nobody is hurt.");
      none.getStyleClass().add("sw-secondary");
      facts.getChildren().add(none);
    }
    showAbsorbers(drill);
    showJourneys(drill);
  }

  private static String meaning(EditorState state, Failure how) {
    String times =
        how == Failure.GREY
            ? " (" + Figures.number(state.design().setting(Settings.GREY)) + "×)"
            : "";
    return how.label() + " · " + how.meaning() + times;
  }

  private void addFact(Fact fact) {
    addMoment(fact.t(), Typography.typeset(fact.why()), fact.node().id());
  }

  private HBox addMoment(double t, String text, String component) {
    Label time = new Label(Figures.moment(t));
    time.getStyleClass().add("sw-fact-time");
    time.setMinWidth(52);
    Label words = new Label(text);
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(time, words);
    row.getStyleClass().add("sw-fact");
    row.setOnMouseClicked(event -> {
      workspace.drill(drill -> drill.at(t).playing(false));
      if (workspace.state().design().components().contains(component)) {
        workspace.select(Selection.component(component));
      }
    });
    moments.add(new Moment(t, row));
    return row;
  }

  private void showAbsorbers(Drill drill) {
    absorbers.getChildren().clear();
    for (Absorber absorber : drill.result().absorbers()) {
      String holds =
          Double.isInfinite(absorber.holds())
              ? "holds"
              : "holds for " + Figures.time(absorber.holds());
      Label label =
          new Label(
              absorber.element() + ": " + absorber.kind().word().replace('-', ' ') + ", " + holds);
      label.setWrapText(true);
      label.getStyleClass().add("sw-absorber");
      absorbers.getChildren().add(label);
    }
    if (absorbers.getChildren().isEmpty()) {
      Label none = new Label("Nothing stands in the way.");
      none.getStyleClass().add("sw-secondary");
      absorbers.getChildren().add(none);
    }
  }

  private void showJourneys(Drill drill) {
    journeys.getChildren().clear();
    for (JourneyOutcome outcome : drill.result().journeys()) {
      String when =
          outcome.state() == JourneyOutcome.State.OK ? "" : " at " + Figures.moment(outcome.t());
      Label label = new Label(outcome.id() + " " + outcome.state().word() + when);
      label.getStyleClass().addAll("sw-outcome", "sw-outcome-" + outcome.state().word());
      label.setWrapText(true);
      journeys.getChildren().add(label);
    }
    if (journeys.getChildren().isEmpty()) {
      Label none =
          new Label("No journey is declared. Select a link from a client and give it a class.");
      none.setWrapText(true);
      none.getStyleClass().add("sw-secondary");
      journeys.getChildren().add(none);
    }
  }
}
