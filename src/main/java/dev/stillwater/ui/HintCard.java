package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A hint for the first days, one at a time, where it helps: each is dismissed for good with a
/// click, or all of them.
final class HintCard {
  /// One hint.
  ///
  /// @param when whether it helps now
  record Hint(String id, String text, Predicate<EditorState> when) {}

  static final List<Hint> HINTS =
      List.of(
          new Hint(
              "place",
              "Click a kind on the left and then the drawing. Shift-click places several.",
              state -> state.design().components().isEmpty()),
          new Hint(
              "link",
              "Drag from the edge of a component to another to link them, or to an empty place to"
                  + " make the other end too.",
              state -> !state.design().components().isEmpty() && state.design().links().isEmpty()),
          new Hint(
              "fail",
              "Press F and click a component to see whom its failure reaches, and after how many"
                  + " seconds.",
              state -> !state.design().links().isEmpty() && state.drill().isEmpty()),
          new Hint(
              "commands",
              "Ctrl+K finds every command and every element; F1 shows all shortcuts.",
              state -> state.history().canUndo()));

  private final Workspace workspace;
  private final Consumer<String> dismiss;
  private final Label text = new Label();
  private final VBox view;
  private Set<String> dismissed;
  private Optional<Hint> shown = Optional.empty();

  /// @param dismissed the ids of hints that nobody wants to see again
  /// @param dismiss is told each that is dismissed now
  HintCard(Workspace workspace, Set<String> dismissed, Consumer<String> dismiss) {
    this.workspace = workspace;
    this.dismissed = Set.copyOf(dismissed);
    this.dismiss = dismiss;
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button got = new Button("Got it");
    got.setId("hint-got-it");
    got.getStyleClass().add("sw-doc-small");
    got.setFocusTraversable(false);
    got.setOnAction(event -> shown.ifPresent(hint -> forget(List.of(hint))));
    Button never = new Button("No more hints");
    never.setId("hint-never");
    never.getStyleClass().add("sw-doc-small");
    never.setFocusTraversable(false);
    never.setOnAction(event -> forget(HINTS));
    HBox buttons = new HBox(8, got, never);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    view = new VBox(text, buttons);
    view.setId("hint");
    view.getStyleClass().add("sw-hint-card");
    view.setMaxSize(300, Region.USE_PREF_SIZE);
    workspace.onChange((before, after) -> refresh());
    refresh();
  }

  Node view() {
    return view;
  }

  private void forget(List<Hint> hints) {
    for (Hint hint : hints) {
      if (!dismissed.contains(hint.id())) {
        Set<String> more = new HashSet<>(dismissed);
        more.add(hint.id());
        dismissed = more;
        dismiss.accept(hint.id());
      }
    }
    refresh();
  }

  private void refresh() {
    EditorState state = workspace.state();
    Optional<Hint> next =
        HINTS.stream()
            .filter(hint -> !dismissed.contains(hint.id()))
            .filter(hint -> hint.when().test(state))
            .findFirst();
    if (!next.equals(shown) || view.isVisible() != next.isPresent()) {
      shown = next;
      view.setVisible(next.isPresent());
      view.setManaged(next.isPresent());
      text.setText(next.map(Hint::text).orElse(""));
    }
  }
}
