package dev.stillwater.ui;

import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.model.DecisionKind;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;

/// What menus and shortcuts ask of the window.
final class WindowActions implements ActionList.WindowCommands {
  private static final List<ShortcutsDialog.Gesture> GESTURES =
      List.of(
          new ShortcutsDialog.Gesture("Drag from an edge", "link to another component"),
          new ShortcutsDialog.Gesture("Drag from an edge to nothing", "make the other end too"),
          new ShortcutsDialog.Gesture("Double click", "rename"),
          new ShortcutsDialog.Gesture("Shift+click", "add to the selection"),
          new ShortcutsDialog.Gesture("Alt+drag", "leave grid and alignment"),
          new ShortcutsDialog.Gesture("Wheel", "pan"),
          new ShortcutsDialog.Gesture("Shortcut+wheel", "zoom at the pointer"),
          new ShortcutsDialog.Gesture("Space+drag", "pan"));

  private final Bench bench;
  private final OpenDesigns designs;
  private final SavedVersions versions;
  private final LowerPanes panes;
  private final FindBar find;
  private final Arranging arranging;
  private final Parts parts;
  private final Runnable close;
  private boolean presenting;

  /// What is made of the list of actions, and so after it.
  interface Parts {
    Library library();

    Exports exports();

    CommandPalette palette();

    Actions actions();

    void showSettings();
  }

  /// @param close closes the window
  WindowActions(
      Bench bench,
      OpenDesigns designs,
      SavedVersions versions,
      LowerPanes panes,
      FindBar find,
      Arranging arranging,
      Parts parts,
      Runnable close) {
    this.bench = bench;
    this.designs = designs;
    this.versions = versions;
    this.panes = panes;
    this.find = find;
    this.arranging = arranging;
    this.parts = parts;
    this.close = close;
  }

  @Override
  public void gallery() {
    designs.showGallery();
  }

  @Override
  public void saveAsTemplate() {
    parts.library().saveAsTemplate();
  }

  @Override
  public void newDesign() {
    designs.openEmpty();
  }

  @Override
  public void openFiles() {
    designs.openAll(bench.dialogs().chooseDesigns());
  }

  @Override
  public boolean save() {
    return designs.save();
  }

  @Override
  public boolean saveAs() {
    return designs.saveAs();
  }

  @Override
  public void exportReview() {
    parts.exports().report();
  }

  @Override
  public void exportPicture() {
    parts.exports().picture();
  }

  @Override
  public void close() {
    if (designs.mayClose()) {
      close.run();
    }
  }

  @Override
  public void views() {
    designs.settle();
    var over = bench.window().view().getChildren();
    Node[] shown = new Node[1];
    ViewsView views =
        new ViewsView(
            bench.workspace(),
            bench.preferences().theme(),
            parts.exports()::picture,
            () -> {
              over.remove(shown[0]);
              bench.canvas().requestFocus();
            });
    shown[0] = views.node();
    over.add(shown[0]);
    views.focus();
  }

  @Override
  public void settings() {
    parts.showSettings();
  }

  @Override
  public void copyPicture() {
    parts.exports().copyPicture();
  }

  @Override
  public void print() {
    parts.exports().print();
  }

  @Override
  public void find() {
    find.show();
  }

  @Override
  public void compare() {
    designs.settle();
    versions.compare(Optional.empty());
  }

  @Override
  public void closeTab() {
    designs.closeTab(designs.front());
  }

  @Override
  public void besideTab(int steps) {
    designs.showBeside(steps);
  }

  @Override
  public void arrange() {
    arranging.arrange(Arrangement.USUAL);
  }

  @Override
  public void palette() {
    parts.palette().show();
  }

  @Override
  public void shortcuts() {
    new ShortcutsDialog(bench.modal(), parts.actions()::all, GESTURES).show();
  }

  @Override
  public void about() {
    AboutDialog.show(bench.modal());
  }

  @Override
  public void toggleTheme() {
    bench.preferences().change(now -> now.withTheme(now.isDark() ? "light" : "dark"));
  }

  @Override
  public void toggleBottom() {
    bench.window().toggleBottom();
  }

  @Override
  public void present() {
    presenting = !presenting;
    bench.window().present(presenting);
    Platform.runLater(bench.canvas()::fit);
  }

  @Override
  public void showTab(String id) {
    bench.window().showTab(id);
  }

  @Override
  public void nextFinding(int step) {
    panes.nextFinding(step);
  }

  @Override
  public void decide(DecisionKind kind) {
    panes.decide(kind);
  }

  @Override
  public void reopen() {
    panes.reopen();
  }

  @Override
  public void plan() {
    panes.plan();
  }

  @Override
  public void unread() {
    panes.unread();
  }

  @Override
  public void readAll() {
    panes.readAll();
  }
}
