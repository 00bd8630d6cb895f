package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Action;
import dev.stillwater.editor.Collapsing;
import dev.stillwater.editor.KeyBindings;
import dev.stillwater.editor.Lens;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Tool;
import dev.stillwater.editor.Viewport;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Link;
import dev.stillwater.model.Zone;
import dev.stillwater.testing.Checkout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Every shortcut of the list does what it says, pressed in the real window; none is without
/// effect, none belongs to two actions.
class ShortcutsTest extends WindowTest {
  /// What is done before the keys are pressed, and whether they did what they say.
  private record Case(Runnable before, BooleanSupplier done) {}

  /// What has to be pressed again to be as it was.
  private static final List<String> BACK = List.of("view.present", "view.theme", "view.bottom");

  private final Map<String, Case> cases = new LinkedHashMap<>();
  private int tabs;
  private int number;
  private Object kept = "";

  @Start
  void start(Stage shown) {
    open(shown);
  }

  @Test
  void everyShortcutDoesWhatItSays() {
    onWindow(this::cases);
    List<String> wrong = new ArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(
        600_000,
        () -> {
          List<Action> actions = workbench.actions().all();
          for (Action action : actions) {
            for (String keys : keys(action)) {
              String what = action.id() + " by " + keys;
              Case each = cases.get(action.id());
              if (each == null) {
                wrong.add(what + ": nothing says what it does");
              } else {
                String how = how(action, keys, each);
                if (!how.isEmpty()) {
                  wrong.add(what + ": " + how);
                }
              }
              KeyBindings.taken(actions, action.id(), keys)
                  .ifPresent(other -> wrong.add(what + " belongs to " + other.id() + " too"));
            }
          }
          cases.keySet().stream()
              .filter(
                  id -> actions.stream().noneMatch(a -> a.id().equals(id) && !keys(a).isEmpty()))
              .forEach(id -> wrong.add(id + " has no shortcut any more"));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void aShortcutThatIsChosenHoldsAtOnceAndTheOldOneNoLonger() {
    onWindow(() -> {
      reset();
      run("file.settings");
      Node field = workbench.view().lookup("#settings-edit-duplicate");
      fire(field, (KeyCodeCombination) Shortcuts.combination("Shortcut+G"));
      workbench.modal().close();
      component();
      workbench.focusCanvas();
      press("Shortcut+D");
      assertThat(design().components().contains("order-2")).isFalse();
      press("Shortcut+G");
      assertThat(design().components().contains("order-2")).isTrue();
    });
  }

  private static List<String> keys(Action action) {
    return Stream.of(action.shortcut(), action.alternative()).flatMap(Optional::stream).toList();
  }

  /// What is wrong with a shortcut; empty when nothing is.
  private String how(Action action, String keys, Case each) {
    try {
      reset();
      each.before().run();
      workbench.view().applyCss();
      workbench.view().layout();
      workbench.focusCanvas();
      if (each.done().getAsBoolean()) {
        return "was done before it was pressed";
      }
      press(keys);
      boolean done = each.done().getAsBoolean();
      if (BACK.contains(action.id())) {
        press(keys);
      }
      return done ? "" : "has no effect";
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0] + " " + e.getStackTrace()[1];
    }
  }

  /// The same drawing, in one tab, with nothing over it.
  private void reset() {
    workbench.modal().close();
    workbench.hideGallery();
    List<String> over = List.of("report", "compare", "views", "find");
    ((javafx.scene.layout.Pane) workbench.view())
        .getChildren()
        .removeIf(node -> over.contains(String.valueOf(node.getId())));
    if (workspace().state().trial().isPresent()) {
      workspace().dropTrial();
    }
    workspace().endDrill();
    workspace().use(new Tool.Selecting());
    // Another design each time, so that it is judged anew.
    workspace().open(document.withDesign(document.design().withName("Shop " + number++)));
    workspace().select(Selection.NONE);
    workspace().focus(Optional.empty());
    workspace().show(new Viewport(-100, -100, 0.8, 600, 400));
    Stream.of("overlay.none", "near.end")
        .map(workbench.actions()::get)
        .filter(action -> action.enabled().getAsBoolean())
        .forEach(action -> action.run().run());
    dialogs.asked.clear();
    tabs = workbench.files().tabs().all().size();
  }

  private void press(String keys) {
    fire(
        workbench.view().getScene().getFocusOwner(),
        (KeyCodeCombination) Shortcuts.combination(keys));
  }

  private static void fire(Node target, KeyCodeCombination combination) {
    boolean control = isDown(combination.getControl()) || isDown(combination.getShortcut());
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(
          target,
          new KeyEvent(
              type,
              "",
              "",
              code(combination),
              isDown(combination.getShift()),
              control,
              isDown(combination.getAlt()),
              false));
    }
  }

  private static KeyCode code(KeyCodeCombination combination) {
    return combination.getCode();
  }

  private static boolean isDown(KeyCombination.ModifierValue value) {
    return value == KeyCombination.ModifierValue.DOWN;
  }

  // ---- the table ----

  private final Document document = drawing();

  private static Document drawing() {
    Document plain = Checkout.document();
    Layout layout = Layout.EMPTY;
    int number = 0;
    for (String id : plain.design().components().ids()) {
      layout =
          layout.with(id, new Layout.Position(number % 4 * 260 + number * 8, number * number * 24));
      number++;
    }
    return plain
        .withDesign(
            plain
                .design()
                .with(new Zone("yard"))
                .with(
                    plain
                        .design()
                        .components()
                        .get("email")
                        .with(ComponentAttributes.ZONES, List.of("yard"))))
        .withLayout(layout);
  }

  private void on(String id, Runnable before, BooleanSupplier done) {
    cases.put(id, new Case(before, done));
  }

  /// @param of what the keys change
  private void changes(String id, Runnable before, Supplier<?> of) {
    on(
        id,
        () -> {
          before.run();
          kept = of.get();
        },
        () -> !of.get().equals(kept));
  }

  private static void nothing() {}

  private void component() {
    workspace().select(Selection.component("order"));
  }

  private void three() {
    workspace().select(Selection.ofComponents(List.of("order", "payment", "email")));
  }

  private Link link() {
    return document().design().links().get("mail");
  }

  private boolean isOver(String id) {
    Node node = workbench.view().lookup("#" + id);
    return node != null && isSeen(node);
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Layout.Position place(String id) {
    return document().layout().of(id).orElseThrow();
  }

  private void run(String action) {
    workbench.actions().get(action).run().run();
  }

  private String finding() {
    return workspace().state().review().orElseThrow().findings().getFirst().key();
  }

  private void cases() {
    files();
    edits();
    tools();
    views();
    lenses();
    reviews();
  }

  private void files() {
    on("file.new", ShortcutsTest::nothing, () -> design().components().isEmpty());
    on("file.template", ShortcutsTest::nothing, () -> isOver("gallery"));
    on("file.open", ShortcutsTest::nothing, () -> dialogs.asked.contains("designs"));
    on("file.save", ShortcutsTest::nothing, this::isTargetAsked);
    on("file.saveAs", ShortcutsTest::nothing, this::isTargetAsked);
    on("file.export", ShortcutsTest::nothing, () -> isOver("report"));
    on("file.compare", ShortcutsTest::nothing, () -> isOver("compare"));
    on("file.settings", ShortcutsTest::nothing, () -> isOver("settings"));
    changes("file.next", this::second, workbench::front);
    changes("file.previous", this::second, workbench::front);
    on(
        "file.closeTab",
        this::second,
        () -> workbench.files().tabs().all().size() < Math.max(2, tabs + 1));
    on(
        "file.close",
        () -> {
          component();
          run("edit.duplicate");
        },
        () -> dialogs.asked.stream().anyMatch(asked -> asked.startsWith("unsaved")));
  }

  private boolean isTargetAsked() {
    return dialogs.asked.stream().anyMatch(asked -> asked.startsWith("target"));
  }

  private void second() {
    workbench.openFresh(Checkout.document());
  }

  private void edits() {
    on(
        "edit.undo",
        () -> {
          component();
          run("edit.duplicate");
        },
        () -> workspace().state().history().canRedo());
    on(
        "edit.redo",
        () -> {
          component();
          run("edit.duplicate");
          run("edit.undo");
        },
        () -> !workspace().state().history().canRedo());
    on("edit.cut", this::component, () -> !design().components().contains("order"));
    on(
        "edit.copy",
        () -> {
          ClipboardContent empty = new ClipboardContent();
          empty.putString("nothing");
          Clipboard.getSystemClipboard().setContent(empty);
          component();
        },
        () -> Clipboard.getSystemClipboard().getString().contains("\"order\""));
    on(
        "edit.paste",
        () -> {
          component();
          run("edit.copy");
        },
        () -> design().components().contains("order-2"));
    on("edit.duplicate", this::component, () -> design().components().contains("order-2"));
    on("edit.find", ShortcutsTest::nothing, () -> isOver("find"));
    on(
        "edit.selectAll",
        ShortcutsTest::nothing,
        () -> workspace().state().selection().components().size() == design().components().size());
    on(
        "edit.selectConnected",
        this::component,
        () -> workspace().state().selection().components().size() > 2);
    on("edit.delete", this::component, () -> !design().components().contains("order"));
    on("edit.rename", this::component, () -> isOver("rename"));
    nudge("left", -1, 0);
    nudge("right", 1, 0);
    nudge("up", 0, -1);
    nudge("down", 0, 1);
    Link before = document.design().links().get("mail");
    on(
        "link.reverse",
        () -> workspace().select(Selection.link("mail")),
        () ->
            design().links().stream()
                .anyMatch(l -> l.from().equals(before.to()) && l.to().equals(before.from())));
    on(
        "link.straighten",
        () -> {
          workspace()
              .commit(
                  "Bend",
                  document()
                      .withLayout(
                          document()
                              .layout()
                              .withBends("mail", List.of(new Layout.Position(8, 8)))));
          workspace().select(Selection.link("mail"));
        },
        () -> document().layout().bends().isEmpty());
    on(
        "zone.collapse",
        () -> workspace().select(Selection.zone("yard")),
        () -> Collapsing.isCollapsed(document(), "yard"));
    for (String edge : List.of("left", "center", "right", "top", "middle", "bottom")) {
      changes("arrange." + edge, this::three, () -> document().layout());
    }
    changes("arrange.across", this::three, () -> document().layout());
    changes("arrange.down", this::three, () -> document().layout());
    changes("layout.selection", this::three, () -> document().layout());
    changes("view.arrange", ShortcutsTest::nothing, () -> document().layout());
  }

  private void nudge(String where, int dx, int dy) {
    Layout.Position at = document.layout().of("order").orElseThrow();
    on("edit." + where, this::component, () -> place("order").equals(at.plus(8 * dx, 8 * dy)));
    on("edit." + where + "1", this::component, () -> place("order").equals(at.plus(dx, dy)));
  }

  private void tools() {
    on(
        "tool.select",
        () -> workspace().use(new Tool.Linking()),
        () -> workspace().state().tool() instanceof Tool.Selecting);
    on(
        "tool.connect",
        ShortcutsTest::nothing,
        () -> workspace().state().tool() instanceof Tool.Linking);
    on(
        "tool.zone",
        ShortcutsTest::nothing,
        () -> workspace().state().tool() instanceof Tool.Framing);
    on(
        "tool.pan",
        ShortcutsTest::nothing,
        () -> workspace().state().tool() instanceof Tool.Holding);
    on(
        "analyse.fail",
        this::component,
        () ->
            workspace()
                .state()
                .drill()
                .filter(drill -> drill.injection().target().contains("order"))
                .isPresent());
  }

  private void views() {
    changes("view.fit", ShortcutsTest::nothing, () -> workspace().state().viewport());
    on("view.in", ShortcutsTest::nothing, () -> workspace().state().viewport().zoom() > 0.81);
    on("view.out", ShortcutsTest::nothing, () -> workspace().state().viewport().zoom() < 0.79);
    on("view.actual", ShortcutsTest::nothing, () -> workspace().state().viewport().zoom() == 1);
    changes("view.selection", this::component, () -> workspace().state().viewport());
    changes("view.bottom", ShortcutsTest::nothing, this::lower);
    on("view.present", ShortcutsTest::nothing, () -> !isSeen(menus()));
    changes("view.theme", ShortcutsTest::nothing, () -> workbench.preferences().isDark());
    on("view.views", ShortcutsTest::nothing, () -> isOver("views"));
    on("view.key", ShortcutsTest::nothing, () -> isOver("key"));
    changes(
        "view.map",
        () -> workspace().show(new Viewport(0, 0, 2, 600, 400)),
        () -> isOver("minimap"));
    on("help.palette", ShortcutsTest::nothing, () -> workbench.modal().isShowing());
    on("help.shortcuts", ShortcutsTest::nothing, () -> workbench.modal().isShowing());
  }

  private Node menus() {
    return workbench.view().lookup(".menu-bar");
  }

  private Object lower() {
    return workbench.view().lookupAll(".split-pane").stream()
        .map(javafx.scene.control.SplitPane.class::cast)
        .map(pane -> pane.getDividerPositions()[0])
        .toList();
  }

  private void lenses() {
    for (Lens lens : Lens.values()) {
      on(
          "overlay." + lens.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          ShortcutsTest::nothing,
          () -> isOver("legend") && hasLabel("legend", lens.title()));
    }
    on("overlay.none", () -> run("overlay.owner"), () -> !isOver("legend"));
    on("near.harmers", this::component, () -> isOver("neighbourhood"));
    on("near.harmed", this::component, () -> isOver("neighbourhood"));
    on("near.deeper", this::near, () -> hasLabel("neighbourhood", "2 links far"));
    on(
        "near.less",
        () -> {
          near();
          run("near.deeper");
        },
        () -> hasLabel("neighbourhood", "1 link far"));
    on("near.end", this::near, () -> !isOver("neighbourhood"));
  }

  private void near() {
    component();
    run("near.harmed");
  }

  private boolean hasLabel(String id, String text) {
    Node node = workbench.view().lookup("#" + id);
    return node.lookupAll(".label").stream()
        .anyMatch(label -> label instanceof Label l && l.getText().equals(text));
  }

  private void reviews() {
    on("analyse.next", ShortcutsTest::nothing, () -> workspace().state().focus().isPresent());
    on("analyse.previous", ShortcutsTest::nothing, () -> workspace().state().focus().isPresent());
    on(
        "review.accepted",
        () -> workspace().focus(Optional.of(finding())),
        () -> workbench.modal().isShowing());
    on("review.plan", () -> run("view.history"), () -> isTab("plan"));
    on("review.try", ShortcutsTest::nothing, () -> workspace().state().trial().isPresent());
  }

  private boolean isTab(String id) {
    return workbench.view().lookupAll(".tab").stream()
        .anyMatch(tab ->
            id.equals(tab.getId())
                && tab.getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("selected")));
  }
}
