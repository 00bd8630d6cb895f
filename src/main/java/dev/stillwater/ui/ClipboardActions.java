package dev.stillwater.ui;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Copying;
import dev.stillwater.editor.Editing;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Cut, copy, paste and duplicate: components with the links between them, or a zone with all that
/// is in it.
final class ClipboardActions {
  private static final String GROUP = "Edit";

  private final Workspace workspace;
  private final Consumer<String> notice;

  ClipboardActions(Workspace workspace, Consumer<String> notice) {
    this.workspace = workspace;
    this.notice = notice;
  }

  List<Action> all() {
    return List.of(
        Action.of("edit.cut", "Cut", GROUP, this::cut)
            .key("Shortcut+X")
            .when(this::isSomething)
            .onCanvas(),
        Action.of("edit.copy", "Copy", GROUP, this::copy)
            .key("Shortcut+C")
            .when(this::isSomething)
            .onCanvas(),
        Action.of("edit.paste", "Paste", GROUP, this::paste).key("Shortcut+V").onCanvas(),
        Action.of("edit.duplicate", "Duplicate", GROUP, this::duplicate)
            .key("Shortcut+D")
            .when(this::isSomething));
  }

  private EditorState state() {
    return workspace.state();
  }

  private boolean isSomething() {
    return !state().selection().isEmpty();
  }

  /// What is selected, as a document of its own; empty where it is nothing to copy.
  private Optional<Document> fragment() {
    Selection selection = state().selection();
    if (selection.zone().isPresent()) {
      return Optional.of(Copying.zone(state().document(), selection.zone().get()));
    }
    return selection.components().isEmpty()
        ? Optional.empty()
        : Optional.of(Editing.fragment(state().document(), selection));
  }

  private void copy() {
    Optional<Document> fragment = fragment();
    if (fragment.isEmpty()) {
      notice.accept("Select components or a zone to copy");
      return;
    }
    ClipboardText.put(fragment.get());
    notice.accept("Copied " + what(fragment.get()));
  }

  private static String what(Document fragment) {
    String components = Figures.count(fragment.design().components().size(), "component");
    int zones = fragment.design().zones().size();
    return zones == 0 ? components : Figures.count(zones, "zone") + " with " + components;
  }

  private void cut() {
    if (fragment().isEmpty()) {
      return;
    }
    copy();
    Selection selection = state().selection();
    workspace.commit(
        "Cut",
        selection
            .zone()
            .map(zone -> Copying.withoutZone(state().document(), zone))
            .orElseGet(() -> Editing.delete(state().document(), selection)));
  }

  private void paste() {
    Optional<Document> fragment = ClipboardText.get(workspace.presets());
    if (fragment.isEmpty()) {
      notice.accept("The clipboard holds no part of a design");
      return;
    }
    paste("Paste", fragment.get());
  }

  private void duplicate() {
    fragment().ifPresent(fragment -> paste("Duplicate", fragment));
  }

  private void paste(String label, Document fragment) {
    Editing.Pasted pasted = Copying.pasted(state().document(), fragment);
    workspace.commit(label, pasted.document());
    workspace.select(pasted.selection());
  }
}
