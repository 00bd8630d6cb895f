package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Reshaping;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The commands that turn links round, put components together and take them apart.
record ReshapingActions(Workspace workspace, Consumer<String> notice) {
  void addTo(List<Action> actions) {
    actions.add(
        Action.of("edit.reverse", "Reverse links", "Edit", this::reverse)
            .when(() -> !selection().links().isEmpty()));
    actions.add(
        Action.of("edit.merge", "Merge components", "Edit", this::merge)
            .when(() -> selection().components().size() > 1));
    actions.add(
        Action.of("edit.split", "Split selected links off", "Edit", this::split)
            .when(() -> splittable().isPresent()));
  }

  private Selection selection() {
    return workspace.state().selection();
  }

  private Design design() {
    return workspace.state().design();
  }

  private void reverse() {
    List<String> links = selection().links();
    Optional<String> refusal = Reshaping.refusal(design(), links);
    if (refusal.isPresent()) {
      notice.accept(refusal.get());
      return;
    }
    String what = links.size() == 1 ? links.getFirst() : Figures.count(links.size(), "link");
    take("Reverse " + what, Reshaping.reverse(workspace.state().document(), links));
  }

  private void merge() {
    List<String> components = selection().components();
    int journeys = design().journeys().size();
    take(
        "Merge " + Figures.count(components.size(), "component") + " into " + components.getFirst(),
        Reshaping.merge(workspace.state().document(), components));
    int gone = journeys - design().journeys().size();
    if (gone > 0) {
      notice.accept(Figures.count(gone, "journey") + " went with it; undo brings everything back");
    }
  }

  /// The component that all selected links touch, if there is exactly one that is meant: the
  /// selected one, else the one that they share.
  private Optional<String> splittable() {
    Selection selection = selection();
    if (selection.links().isEmpty() || selection.components().size() > 1) {
      return Optional.empty();
    }
    List<String> shared =
        selection.components().isEmpty()
            ? design().components().ids().stream().filter(this::isAtAll).toList()
            : selection.components().stream().filter(this::isAtAll).toList();
    return shared.size() == 1 ? Optional.of(shared.getFirst()) : Optional.empty();
  }

  private boolean isAtAll(String component) {
    return selection().links().stream()
        .allMatch(link -> design().links().get(link).touches(component));
  }

  private void split() {
    splittable()
        .ifPresent(component ->
            take(
                "Split " + component,
                Reshaping.split(workspace.state().document(), component, selection().links())));
  }

  private void take(String label, Reshaping.Edited edited) {
    workspace.commit(label, edited.document());
    workspace.select(edited.selection());
  }
}
