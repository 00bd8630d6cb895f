package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.FailureCosts;
import dev.stillwater.editor.FailureCosts.Around;
import dev.stillwater.editor.FailureCosts.Hurt;
import dev.stillwater.editor.FailureCosts.Reached;
import dev.stillwater.editor.FailureCosts.Remedy;
import dev.stillwater.editor.Inquiry;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.PathAbsorber.Absorption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Beside the table of failures: what would keep the journeys that the shown failure loses, what
/// can hurt the selected component, and whom it hurts, up to a depth.
final class ImpactDetail {
  /// Lines of one list; the rest is counted.
  private static final int MOST = 60;

  private static final String ANY_DEPTH = "any depth";

  private final Workspace workspace;
  private final FailureCosts.Source source;
  private final Consumer<Injection> fail;
  private final Inquiry<List<Remedy>> remedies;
  private final Inquiry<Around> surroundings;
  private final VBox failure = new VBox();
  private final VBox component = new VBox();
  private boolean shown;
  private int depth = Integer.MAX_VALUE;
  private int way;
  private @Nullable Design answered;
  private String about = "";

  /// Where answers are worked out and used.
  record Threads(Executor background, Executor foreground, Consumer<Throwable> failed) {}

  /// @param box where it stands
  /// @param fail plays a failure on the drawing
  ImpactDetail(
      Workspace workspace,
      FailureCosts.Source source,
      VBox box,
      Threads threads,
      Consumer<Injection> fail) {
    this.workspace = workspace;
    this.source = source;
    this.fail = fail;
    this.remedies = inquiry(threads);
    this.surroundings = inquiry(threads);
    failure.getStyleClass().add("sw-impact-section");
    component.getStyleClass().add("sw-impact-section");
    box.getChildren().setAll(failure, component);
    workspace.onChange(this::changed);
    hint();
  }

  private static <T> Inquiry<T> inquiry(Threads threads) {
    return new Inquiry<>(threads.background, threads.foreground, threads.failed);
  }

  void setShown(boolean now) {
    shown = now;
    if (now) {
      askAround(workspace.state());
    } else {
      remedies.cancel();
      surroundings.cancel();
      answered = null;
    }
  }

  private void changed(EditorState before, EditorState after) {
    if (before.design() != after.design()) {
      remedies.cancel();
      surroundings.cancel();
      answered = null;
      failure.getChildren().clear();
    }
    if (shown) {
      askAround(after);
    }
  }

  // ---- the failure

  /// Tells what would keep the journeys that a failure loses.
  void showFailure(Injection injection) {
    Document document = workspace.state().document();
    String title =
        FailureCosts.subject(document.design(), injection) + ": " + injection.how().label();
    failure.getChildren().setAll(title(title), muted("Looking for the least that would help …"));
    remedies.ask(
        progress -> source.remedies(document, injection, progress),
        found -> show(title, found),
        part -> {});
  }

  private void show(String title, List<Remedy> found) {
    List<Node> lines = new ArrayList<>(List.of(title(title)));
    if (found.isEmpty()) {
      lines.add(muted("It costs no journey."));
    }
    for (Remedy remedy : found) {
      lines.add(
          plain(
              remedy.journey()
                  + (remedy.isLate() ? " is late from " : " is down at ")
                  + Figures.moment(remedy.t())));
      lines.add(remedy.absorption().<Node>map(this::change).orElseGet(() -> nothing(remedy)));
    }
    failure.getChildren().setAll(lines);
  }

  private static Node nothing(Remedy remedy) {
    return muted(
        remedy.isLate()
            ? "More capacity behind the queue, or a later deadline, is what helps against a"
                + " backlog."
            : "Nothing that the findings recommend keeps it by itself.");
  }

  private Node change(Absorption absorption) {
    Label text =
        muted(
            "Least work: "
                + absorption.recommendation().title()
                + " ("
                + absorption.effort().word()
                + " effort, at "
                + absorption.place()
                + (absorption.saved().size() > 1
                    ? ", saves " + absorption.saved().size() + " journeys"
                    : "")
                + ")");
    Button apply = new Button("Apply");
    apply.getStyleClass().add("sw-small-button");
    apply.setMinWidth(Region.USE_PREF_SIZE);
    apply.setOnAction(event -> {
      workspace.endDrill();
      workspace.apply(absorption.recommendation().edit());
    });
    HBox line = new HBox(text, apply);
    line.getStyleClass().add("sw-impact-change");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    return line;
  }

  // ---- the component

  private void askAround(EditorState state) {
    Optional<String> selected =
        state.selection().single().filter(id -> state.design().components().contains(id));
    if (selected.isEmpty()) {
      surroundings.cancel();
      answered = null;
      hint();
      return;
    }
    String id = selected.get();
    if (answered == state.design() && about.equals(id)) {
      return;
    }
    Document document = state.document();
    answered = document.design();
    about = id;
    component
        .getChildren()
        .setAll(title("Around " + name(document.design(), id)), muted("Working it out …"));
    surroundings.ask(
        progress -> source.around(document, id, progress),
        found -> show(document.design(), found),
        part -> {});
  }

  private void hint() {
    component
        .getChildren()
        .setAll(muted("Select a component to see what can hurt it and whom it hurts."));
  }

  private void show(Design design, Around around) {
    String name = name(design, around.component());
    List<Node> lines = new ArrayList<>();
    lines.add(head("What can hurt " + name, depths(design, around)));
    lines.addAll(list(around.hurtBy(), "Nothing elsewhere hurts it."));
    if (!around.hurts().isEmpty()) {
      Hurt hurt = around.hurts().get(Math.min(way, around.hurts().size() - 1));
      lines.add(head("Whom " + name + " hurts", ways(design, around)));
      lines.addAll(list(hurt.who(), "Nobody else notices."));
    }
    component.getChildren().setAll(lines);
  }

  private Node depths(Design design, Around around) {
    ChoiceBox<String> choice = new ChoiceBox<>();
    choice.setId("impact-depth");
    choice.getItems().add(ANY_DEPTH);
    for (int hops = 1; hops < around.depth(); hops++) {
      choice.getItems().add("within " + FailureCosts.hops(hops));
    }
    boolean any = depth >= choice.getItems().size();
    choice.getSelectionModel().select(any ? 0 : depth);
    choice
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((of, was, is) -> {
          depth = is.intValue() == 0 ? Integer.MAX_VALUE : is.intValue();
          show(design, around);
        });
    return choice;
  }

  private Node ways(Design design, Around around) {
    ChoiceBox<String> choice = new ChoiceBox<>();
    choice.setId("impact-way");
    around.hurts().stream()
        .map(hurt -> "by " + hurt.injection().how().label().toLowerCase(Locale.ROOT))
        .forEach(choice.getItems()::add);
    choice.getSelectionModel().select(Math.min(way, around.hurts().size() - 1));
    choice
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((of, was, is) -> {
          way = is.intValue();
          show(design, around);
        });
    return choice;
  }

  private List<Node> list(List<Reached> all, String none) {
    List<Reached> near = all.stream().filter(it -> it.depth() <= depth).toList();
    List<Node> lines = new ArrayList<>();
    for (Reached reached : near.subList(0, Math.min(near.size(), MOST))) {
      lines.add(line(reached));
    }
    if (near.size() > MOST) {
      lines.add(muted((near.size() - MOST) + " more"));
    }
    if (near.isEmpty()) {
      lines.add(muted(all.isEmpty() ? none : "Nothing within this depth."));
    }
    return lines;
  }

  private Node line(Reached reached) {
    Label time = new Label(Figures.moment(reached.t()));
    time.getStyleClass().addAll("sw-figures", "sw-impact-time");
    Label who = plain(reached.other());
    who.setMinWidth(Region.USE_PREF_SIZE);
    Label effect = new Label(reached.effect());
    effect.getStyleClass().add("sw-secondary");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Label hops = new Label(FailureCosts.hops(reached.depth()));
    hops.getStyleClass().add("sw-small");
    hops.setMinWidth(Region.USE_PREF_SIZE);
    HBox content = new HBox(time, who, effect, spring, hops);
    content.getStyleClass().add("sw-impact-line-content");
    Button line = new Button();
    line.setGraphic(content);
    line.setMaxWidth(Double.MAX_VALUE);
    line.getStyleClass().addAll("sw-flat", "sw-impact-line");
    line.setAccessibleText(reached.other() + ", " + reached.effect());
    line.setTooltip(AttributeField.tip(reached.why()));
    content.prefWidthProperty().bind(line.widthProperty().subtract(16));
    line.setOnAction(event -> fail.accept(reached.injection()));
    return line;
  }

  private static String name(Design design, String id) {
    return design.components().find(id).map(it -> it.name()).orElse(id);
  }

  private static Node head(String text, Node choice) {
    Label label = title(text);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(label, spring, choice);
    line.getStyleClass().add("sw-impact-head");
    return line;
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sw-impact-title");
    return label;
  }

  private static Label plain(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sw-secondary");
    label.setWrapText(true);
    return label;
  }
}
