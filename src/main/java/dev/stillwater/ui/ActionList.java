package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.DecisionWords;
import dev.stillwater.editor.Editing;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Builds the list of everything that can be done; menus, palette, tool bar and shortcut list are
/// made of it.
final class ActionList {
  private static final int STEP = 8;

  /// What only the window can do.
  interface WindowCommands {
    void gallery();

    void newDesign();

    void saveAsTemplate();

    void openFiles();

    boolean save();

    boolean saveAs();

    void exportReview();

    void exportPicture();

    void close();

    void find();

    void views();

    void settings();

    void copyPicture();

    void print();

    void compare();

    void closeTab();

    void besideTab(int steps);

    void arrange();

    void palette();

    void shortcuts();

    void about();

    void toggleTheme();

    void toggleBottom();

    void present();

    void showTab(String id);

    void nextFinding(int step);

    void decide(DecisionKind kind);

    void reopen();

    void unread();

    void readAll();

    void plan();
  }

  private final Workspace workspace;
  private final CanvasView canvas;
  private final WindowCommands window;
  private final Consumer<String> notice;
  private final List<Action> actions = new ArrayList<>();

  private ActionList(
      Workspace workspace, CanvasView canvas, WindowCommands window, Consumer<String> notice) {
    this.workspace = workspace;
    this.canvas = canvas;
    this.window = window;
    this.notice = notice;
  }

  static Actions of(
      Workspace workspace, CanvasView canvas, WindowCommands window, Consumer<String> notice) {
    ActionList list = new ActionList(workspace, canvas, window, notice);
    list.file();
    list.edit();
    list.actions.addAll(new DrawingActions(workspace, notice).all());
    list.view();
    list.analyse();
    list.decide();
    list.help();
    return new Actions(List.copyOf(list.actions));
  }

  private static Action add(String id, String title, String group, Runnable run) {
    return Action.of(id, title, group, run);
  }

  private EditorState state() {
    return workspace.state();
  }

  private BooleanSupplier something() {
    return () -> !state().selection().isEmpty();
  }

  private void file() {
    actions.add(
        add("file.new", "New design", "File", window::newDesign)
            .key("Shortcut+N")
            .icon("mdoal-insert_drive_file"));
    actions.add(
        add("file.template", "New from reference design…", "File", window::gallery)
            .key("Shortcut+Shift+N")
            .icon("mdoal-dashboard"));
    actions.add(
        add("file.open", "Open…", "File", window::openFiles)
            .key("Shortcut+O")
            .icon("mdoal-folder_open"));
    actions.add(
        add("file.save", "Save", "File", window::save).key("Shortcut+S").icon("mdomz-save"));
    actions.add(add("file.saveAs", "Save as…", "File", window::saveAs).key("Shortcut+Shift+S"));
    actions.add(
        add("file.saveTemplate", "Save as template", "File", window::saveAsTemplate)
            .when(() -> !state().design().components().isEmpty()));
    actions.add(
        add("file.insert", "Insert reference design…", "File", window::gallery)
            .when(() -> !state().design().components().isEmpty()));
    actions.add(
        add("file.export", "Export review…", "File", window::exportReview)
            .key("Shortcut+E")
            .icon("mdoal-description"));
    actions.add(
        add("file.picture", "Save drawing as picture…", "File", window::exportPicture)
            .icon("mdoal-image"));
    actions.add(add("file.compare", "Compare…", "File", window::compare).key("Shortcut+Shift+C"));
    actions.add(add("file.settings", "Settings…", "File", window::settings).key("Shortcut+Comma"));
    actions.add(
        add("file.next", "Next design", "File", () -> window.besideTab(1)).key("Ctrl+PAGE_DOWN"));
    actions.add(
        add("file.previous", "Previous design", "File", () -> window.besideTab(-1))
            .key("Ctrl+PAGE_UP"));
    actions.add(add("file.closeTab", "Close", "File", window::closeTab).key("Shortcut+W"));
    actions.add(add("file.close", "Quit", "File", window::close).key("Shortcut+Q"));
  }

  private void edit() {
    actions.add(
        add("edit.undo", "Undo", "Edit", workspace::undo)
            .key("Shortcut+Z")
            .icon("mdmz-undo")
            .when(() -> state().history().canUndo()));
    actions.add(
        add("edit.redo", "Redo", "Edit", workspace::redo)
            .key("Shortcut+Shift+Z")
            .orKey("Shortcut+Y")
            .icon("mdmz-redo")
            .when(() -> state().history().canRedo()));
    actions.addAll(new ClipboardActions(workspace, notice).all());
    new ReshapingActions(workspace, notice).addTo(actions);
    actions.add(add("edit.find", "Find…", "Edit", window::find).key("Shortcut+F"));
    actions.add(
        add("edit.selectAll", "Select all", "Edit", this::selectAll).key("Shortcut+A").onCanvas());
    actions.add(
        add("edit.selectConnected", "Select connected", "Edit", this::selectConnected)
            .key("Shortcut+Shift+A")
            .when(something()));
    actions.add(
        add("edit.delete", "Delete", "Edit", this::delete)
            .key("Delete")
            .orKey("Back_Space")
            .when(something())
            .onCanvas());
    actions.add(
        add("edit.rename", "Rename", "Edit", this::rename)
            .key("F2")
            .orKey("Enter")
            .when(() ->
                state().selection().components().size() == 1
                    || state().selection().zone().isPresent())
            .onCanvas());
    nudge("left", "Left", -1, 0);
    nudge("right", "Right", 1, 0);
    nudge("up", "Up", 0, -1);
    nudge("down", "Down", 0, 1);
  }

  private void nudge(String id, String key, int dx, int dy) {
    actions.add(
        add("edit." + id, "Nudge " + id, "Edit", () -> nudge(dx * STEP, dy * STEP))
            .key(key)
            .when(something())
            .onCanvas());
    actions.add(
        add("edit." + id + "1", "Nudge " + id + " by one", "Edit", () -> nudge(dx, dy))
            .key("Shift+" + key)
            .when(something())
            .onCanvas());
  }

  private void view() {
    actions.add(
        add("tool.select", "Select", "View", () -> workspace.use(new Tool.Selecting()))
            .key("V")
            .icon("mdomz-near_me")
            .onCanvas());
    actions.add(
        add("tool.connect", "Connect", "View", () -> workspace.use(new Tool.Linking()))
            .key("L")
            .icon("mdoal-call_made")
            .onCanvas());
    actions.add(
        add("tool.zone", "Zone", "View", () -> workspace.use(new Tool.Framing()))
            .key("Z")
            .icon("mdoal-crop_free")
            .onCanvas());
    actions.add(
        add("tool.pan", "Pan", "View", () -> workspace.use(new Tool.Holding()))
            .key("H")
            .icon("mdomz-pan_tool")
            .onCanvas());
    actions.add(
        add("view.arrange", "Arrange", "View", window::arrange)
            .key("Shortcut+Shift+L")
            .icon("mdoal-account_tree"));
    actions.add(
        add("view.fit", "Fit", "View", canvas::fit)
            .key("Shortcut+Digit0")
            .icon("mdoal-fullscreen"));
    actions.add(
        add("view.in", "Zoom in", "View", () -> canvas.zoom(1.25))
            .key("Shortcut+Equals")
            .orKey("Shortcut+Plus"));
    actions.add(add("view.out", "Zoom out", "View", () -> canvas.zoom(0.8)).key("Shortcut+Minus"));
    actions.add(
        add("view.actual", "Actual size", "View", () -> canvas.zoomTo(1)).key("Shortcut+Digit1"));
    actions.add(
        add("view.selection", "Zoom to selection", "View", canvas::zoomToSelection)
            .key("Shortcut+Digit2")
            .when(something()));
    actions.add(
        add("view.bottom", "Show or hide the lower pane", "View", window::toggleBottom)
            .key("Shortcut+J"));
    actions.add(add("view.present", "Present", "View", window::present).key("F11"));
    actions.add(
        add("view.theme", "Light or dark", "View", window::toggleTheme)
            .key("Shortcut+Shift+D")
            .icon("mdoal-brightness_4"));
  }

  private void analyse() {
    actions.add(
        add("analyse.fail", "Fail", "Analyse", this::fail)
            .key("F")
            .icon("mdal-flash_on")
            .onCanvas());
    actions.add(
        add("analyse.zone", "Fail a zone", "Analyse", this::failZone)
            .icon("mdal-flash_on")
            .when(() -> !workspace.ways().zones().isEmpty()));
    actions.add(
        add("analyse.end", "End the failure", "Analyse", workspace::endDrill)
            .when(() -> state().drill().isPresent()));
    actions.add(
        add("analyse.previous", "Previous finding", "Analyse", () -> window.nextFinding(-1))
            .key("Shift+F8"));
    actions.add(
        add("analyse.next", "Next finding", "Analyse", () -> window.nextFinding(1)).key("F8"));
    actions.add(
        add("analyse.findings", "Show findings", "Analyse", () -> window.showTab("findings")));
    actions.add(
        add("analyse.ripple", "Show the ripple", "Analyse", () -> window.showTab("ripple")));
    actions.add(
        add("analyse.journeys", "Show journeys", "Analyse", () -> window.showTab("journeys")));
    actions.add(add("view.views", "Named views…", "View", window::views).key("Shortcut+Shift+V"));
    actions.add(add("view.table", "Show table", "View", () -> window.showTab("table")));
    actions.add(add("view.history", "Show history", "View", () -> window.showTab("history")));
    actions.add(
        add(
            "analyse.impact",
            "Show what failures cost",
            "Analyse",
            () -> window.showTab("impact")));
    actions.add(
        add("analyse.questions", "Show questions", "Analyse", () -> window.showTab("questions")));
  }

  private void decide() {
    for (DecisionKind kind : DecisionKind.values()) {
      Action action =
          add(
              "review." + kind.word(),
              DecisionWords.verb(kind),
              "Review",
              () -> window.decide(kind));
      actions.add(kind == DecisionKind.ACCEPTED ? action.key("Shortcut+Shift+R") : action);
    }
    actions.add(add("review.reopen", "Reopen the finding", "Review", window::reopen));
    actions.add(add("review.unread", "Mark the finding as unread", "Review", window::unread));
    actions.add(add("review.readAll", "Mark all findings as read", "Review", window::readAll));
    actions.add(
        add("review.plan", "Plan what to change first", "Review", window::plan)
            .key("Shortcut+Shift+P"));
    actions.add(
        add("review.try", "Try something", "Review", workspace::tryOut)
            .key("Shortcut+T")
            .when(() -> state().trial().isEmpty()));
    actions.add(
        add(
                "review.keep",
                "Keep what is tried",
                "Review",
                () -> workspace.keepTrial("Keep a trial"))
            .when(() -> state().trial().isPresent()));
    actions.add(
        add("review.drop", "Drop what is tried", "Review", workspace::dropTrial)
            .when(() -> state().trial().isPresent()));
    actions.add(add("review.trend", "Show the trend", "Review", () -> window.showTab("trend")));
    actions.add(
        add("review.decisions", "Show decisions", "Review", () -> window.showTab("decisions")));
  }

  private void help() {
    actions.add(
        add("help.palette", "Search or run a command", "Help", window::palette).key("Shortcut+K"));
    actions.add(add("help.shortcuts", "Shortcuts", "Help", window::shortcuts).key("F1"));
    actions.add(add("help.about", "About Stillwater", "Help", window::about));
  }

  private void selectAll() {
    workspace.select(
        new Selection(
            List.copyOf(state().design().components().ids()),
            List.copyOf(state().design().links().ids()),
            Optional.empty()));
  }

  private void selectConnected() {
    Set<String> found = new LinkedHashSet<>(state().selection().components());
    for (String id : state().selection().links()) {
      Link link = state().design().links().get(id);
      found.add(link.from());
      found.add(link.to());
    }
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      String at = open.remove();
      for (Link link : state().design().links()) {
        if (link.touches(at)) {
          String other = link.from().equals(at) ? link.to() : link.from();
          if (found.add(other)) {
            open.add(other);
          }
        }
      }
    }
    workspace.select(Selection.ofComponents(found));
  }

  private void delete() {
    Selection selection = state().selection();
    if (selection.isEmpty()) {
      return;
    }
    int journeys = state().design().journeys().size();
    String what = selection.single().orElse(Figures.count(selection.size(), "element"));
    workspace.commit("Delete " + what, Editing.delete(state().document(), selection));
    int gone = journeys - state().design().journeys().size();
    if (gone > 0 && selection.journey().isEmpty()) {
      notice.accept(Figures.count(gone, "journey") + " went with it; undo brings everything back");
    }
  }

  private void nudge(int dx, int dy) {
    Selection selection = state().selection();
    if (!selection.components().isEmpty()) {
      workspace.commit(
          "Nudge " + selection.single().orElse(selection.components().size() + " components"),
          Editing.nudge(state().document(), selection, dx, dy),
          "nudge " + selection.components());
      canvas.requestFocus();
    }
  }

  private void rename() {
    state().selection().components().stream().findFirst().ifPresent(canvas::rename);
    state().selection().zone().ifPresent(canvas::renameZone);
  }

  private void fail() {
    if (state().drill().isPresent()) {
      workspace.use(new Tool.Selecting());
      workspace.endDrill();
      return;
    }
    Selection selection = state().selection();
    workspace.use(new Tool.Failing());
    selection
        .single()
        .ifPresent(id -> {
          if (selection.hasLink(id)) {
            workspace.failLink(id);
          } else {
            workspace.fail(id);
          }
        });
  }

  /// Lets the first zone fail; the pane that opens offers the others.
  private void failZone() {
    workspace.use(new Tool.Failing());
    workspace.fail(Injection.ofZone(workspace.ways().zones().first()));
  }
}
