package dev.stillwater.ui;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.drawing.Theme;
import dev.stillwater.editor.Action;
import dev.stillwater.editor.Assessment;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Document;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.Presentation;
import dev.stillwater.review.Fix;
import dev.stillwater.review.Reviewer;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import dev.stillwater.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Writes a picture of every pane in both looks; for people to look at.
final class PanePictures {
  private final Path folder;
  private final List<String> only;

  private PanePictures(Path folder, List<String> only) {
    this.folder = folder;
    this.only = only;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    PanePictures pictures = new PanePictures(folder, List.of(args).subList(1, args.length));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        Fonts.load();
        pictures.all();
      } catch (Exception | Error e) {
        e.printStackTrace();
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  private static FindingsPane findingsPane(Workspace workspace) {
    Reading reading = PaneStage.reading();
    return new FindingsPane(
        workspace,
        effects(),
        id -> {},
        id -> {},
        reading,
        PaneStage.deciding(workspace, new StackPane(), reading));
  }

  private void all() throws Exception {
    inspector("inspector-design", Selection.NONE);
    inspector("inspector-component", Selection.component("order"));
    inspector("inspector-link", Selection.link("mail"));
    inspector("inspector-entry", Selection.link("checkout"));
    inspector("inspector-journey", Selection.journey("place-order"));
    findings("findings-detail", "REL-RP-002@email -> order");
    findings("findings-none", "");
    reviewed("strip", 1372, 40, w -> new JourneysStrip(w, () -> {}).view());
    drilled("strip-drill", 1372, 40, w -> new JourneysStrip(w, () -> {}).view());
    reviewed("questions", 1372, 225, w -> new QuestionsPane(w, id -> {}).view());
    reviewed("journeys", 1372, 225, w -> new JourneysPane(w, id -> {}).view());
    reviewed("impact", 1372, 225, w -> impact(w, false));
    reviewed("impact-component", 1000, 225, w -> impact(w, true));
    modal("palette", 900, 560, m -> palette(m, ""));
    modal("palette-typed", 900, 560, m -> palette(m, "ord"));
    modal(
        "shortcuts",
        960,
        700,
        m ->
            new ShortcutsDialog(
                    m,
                    PanePictures::actions,
                    List.of(
                        new ShortcutsDialog.Gesture("Shortcut+wheel", "Zoom at the pointer"),
                        new ShortcutsDialog.Gesture("Space+drag", "Pan")))
                .show());
    modal(
        "problems",
        900,
        600,
        m ->
            new ProblemsDialog(m)
                .show(
                    "shop.design.json cannot be opened",
                    List.of(
                        new ProblemsDialog.Line(
                            true,
                            "14:62",
                            "links.mail.timeout",
                            "expected a duration such as 250ms, 3s, 24h or none, found \"soon\"",
                            "Write a number with a unit."),
                        new ProblemsDialog.Line(
                            true,
                            "102:5",
                            "links.pay.to",
                            "there is no component \"paymnt\"",
                            "Did you mean payment?"),
                        new ProblemsDialog.Line(
                            false,
                            "7:3",
                            "components.order",
                            "unknown field \"colour\" is kept",
                            ""))));
    modal(
        "ask",
        700,
        400,
        m ->
            new UnsavedChangesDialog(m).show("checkout-tightly-coupled.design.json", answer -> {}));
    modal("rule", 900, 700, m -> rule(m));
    window("window", false);
    window("window-fail", true);
    failing("fail-broker", new Injection("order-events", Failure.DUPLICATE), 8_000);
    failing("fail-link", Injection.ofLink("publish", Failure.PARTITION), 8_000);
    failing("fail-zone", Injection.between("a", "b"), 2_000);
    report("report", 1400, 900);
    report("report-small", 1000, 700);
    popups("popup");
    gallery("gallery", 1400, 900);
    gallery("gallery-small", 960, 640);
    inspector("inspector-several", Selection.ofComponents(List.of("order", "email", "loyalty")));
  }

  private void report(String name, double width, double height) throws Exception {
    Chapter chapter =
        Chapter.of(
            "shop.design.json",
            TemplateCatalog.find("tight-coupling-before").orElseThrow().document(),
            new Reviewer(PresetsJson.shipped()),
            LocalDate.of(2026, 11, 22),
            Progress.UNWATCHED);
    Pictures pictures = new Pictures(Theme.LIGHT, PresetsJson.shipped());
    shoot(
        name,
        width,
        height,
        () ->
            new ReportView(
                    chapter,
                    Presentation.PLAIN,
                    at ->
                        pictures.of(
                            chapter.review().document(),
                            Optional.of(chapter.review()),
                            at,
                            pictures.height(chapter.review().document(), at)),
                    Optional::empty,
                    (format, filter, presentation) -> {},
                    () -> {})
                .view());
  }

  private void popups(String name) throws Exception {
    for (Looks look : Looks.values()) {
      if (!only.isEmpty() && only.stream().noneMatch(name::startsWith)) {
        return;
      }
      Workspace workspace = Checkout.workspace();
      workspace.select(Selection.component("order"));
      StackPane root = new StackPane(new InspectorPane(workspace, Checkout::rate).view());
      Scene scene = new Scene(root, 290, 600);
      look.dress(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      javafx.scene.control.MenuButton kind = (javafx.scene.control.MenuButton) root.lookup("#kind");
      kind.show();
      Object loop = new Object();
      Platform.runLater(() -> Platform.runLater(() -> Platform.exitNestedEventLoop(loop, null)));
      Platform.enterNestedEventLoop(loop);
      for (javafx.stage.Window window : javafx.stage.Window.getWindows()) {
        if (window instanceof javafx.stage.PopupWindow popup) {
          write(
              name + "-" + look.name().toLowerCase(java.util.Locale.ROOT),
              popup.getScene().getRoot());
        }
      }
      kind.hide();
      stage.hide();
    }
  }

  /// The pane and the lanes of one failure of the loosely coupled checkout.
  private void failing(String name, Injection injection, double t) throws Exception {
    shoot(
        name,
        900,
        640,
        () -> {
          Workspace workspace =
              new Engines(
                      PresetsJson.shipped(),
                      Runnable::run,
                      Runnable::run,
                      () -> LocalDate.EPOCH,
                      () -> 0)
                  .workspace(TemplateCatalog.find("tight-coupling-after").orElseThrow().document());
          Parent pane = new FailPane(workspace).view();
          Parent lanes = new RipplePane(workspace, () -> true).view();
          workspace.fail(injection);
          workspace.drill(drill -> drill.at(t).playing(false));
          javafx.scene.layout.HBox both = new javafx.scene.layout.HBox(lanes, pane);
          javafx.scene.layout.HBox.setHgrow(lanes, javafx.scene.layout.Priority.ALWAYS);
          ((javafx.scene.layout.Region) pane).setMinWidth(300);
          return both;
        });
  }

  private void window(String name, boolean fail) throws Exception {
    reviewed(
        name,
        1400,
        900,
        workspace -> {
          MainWindow window = new MainWindow(workspace);
          FindingsPane findings = findingsPane(workspace);
          PaletteView palette =
              new PaletteView(
                  workspace,
                  kind -> new javafx.scene.shape.Circle(6),
                  new PaletteView.DropTarget() {
                    @Override
                    public void carried(javafx.geometry.Point2D scenePoint) {}

                    @Override
                    public boolean dropped(javafx.geometry.Point2D scenePoint) {
                      return false;
                    }
                  });
          window.setPanes(
              palette.view(),
              new StackPane(),
              fail
                  ? new FailPane(workspace).view()
                  : new InspectorPane(workspace, Checkout::rate).view(),
              new JourneysStrip(workspace, () -> {}).view());
          window.addTab("findings", "Findings", findings.view());
          window.addTab("ripple", "Ripple", new RipplePane(workspace, () -> true).view());
          window.addTab("journeys", "Journeys", new JourneysPane(workspace, id -> {}).view());
          window.setDocuments(new Label("checkout-tightly-coupled.design.json •"));
          window.setAnalysis("analysed in 3 ms");
          window.refresh();
          if (fail) {
            window.showTab("ripple");
            workspace.fail("email");
            workspace.drill(drill -> drill.at(2000).playing(false));
          } else {
            workspace.focus(Optional.of("REL-RP-002@email -> order"));
            workspace.select(Selection.link("mail"));
          }
          return window.view();
        });
  }

  private static Parent impact(Workspace workspace, boolean component) {
    Engines engines =
        new Engines(
            PresetsJson.shipped(),
            Runnable::run,
            Runnable::run,
            () -> LocalDate.of(2026, 1, 31),
            () -> 0);
    ImpactPane pane =
        new ImpactPane(
            workspace,
            new FailureSource(engines),
            Runnable::run,
            Runnable::run,
            Throwable::printStackTrace);
    if (component) {
      workspace.select(Selection.component("order"));
    }
    pane.setShown(true);
    if (!component) {
      pane.fail(new Injection("email", Failure.GREY));
    }
    return pane.view();
  }

  private static Effects effects() {
    return new Effects(
        review ->
            finding -> {
              List<Fix> fixes = new ArrayList<>();
              for (int n = 0; n < finding.recommendations().size(); n++) {
                fixes.add(
                    new Fix(
                        n + 1,
                        finding.recommendations().get(n),
                        Checkout.effect(review, finding, n)));
              }
              return fixes;
            },
        Runnable::run,
        Runnable::run,
        Throwable::printStackTrace);
  }

  private static List<Action> actions() {
    return List.of(
        Action.of("file.new", "New design", "File", () -> {}).key("Shortcut+N"),
        Action.of("file.open", "Open…", "File", () -> {}).key("Shortcut+O"),
        Action.of("file.save", "Save", "File", () -> {}).key("Shortcut+S"),
        Action.of("file.export", "Export review…", "File", () -> {}).key("Shortcut+E"),
        Action.of("edit.undo", "Undo", "Edit", () -> {}).key("Shortcut+Z"),
        Action.of("edit.redo", "Redo", "Edit", () -> {})
            .key("Shortcut+Shift+Z")
            .orKey("Shortcut+Y")
            .when(() -> false),
        Action.of("edit.delete", "Delete", "Edit", () -> {}).key("Delete").orKey("Back_Space"),
        Action.of("view.order", "Arrange in order", "View", () -> {}),
        Action.of("view.fit", "Fit the drawing", "View", () -> {}).key("Shortcut+0"),
        Action.of("analyse.fail", "Fail a component", "Analyse", () -> {}).key("F"),
        Action.of("analyse.next", "Next finding", "Analyse", () -> {}).key("F8"),
        Action.of("help.shortcuts", "Shortcuts", "Help", () -> {}).key("F1"));
  }

  private static void palette(Modal modal, String typed) {
    CommandPalette palette =
        new CommandPalette(modal, PanePictures::actions, Checkout.workspace(), id -> {});
    palette.show();
    Platform.runLater(() -> {});
    if (!typed.isEmpty()) {
      palette.type(typed);
    }
  }

  private static void rule(Modal modal) {
    new RuleDialog(modal, address -> {}).show("REL-RP-002");
  }

  private void modal(String name, double width, double height, Consumer<Modal> open)
      throws Exception {
    reviewed(
        name,
        width,
        height,
        workspace -> {
          StackPane host = new StackPane(new InspectorPane(workspace, Checkout::rate).view());
          Modal modal = new Modal(host);
          Platform.runLater(() -> open.accept(modal));
          return host;
        });
  }

  private void gallery(String name, double width, double height) throws Exception {
    for (Looks look : Looks.values()) {
      boolean dark = look == Looks.DARK;
      if (only.isEmpty() || only.stream().anyMatch(name::startsWith)) {
        Pictures pictures = new Pictures(dark ? Theme.DARK : Theme.LIGHT, PresetsJson.shipped());
        Gallery gallery =
            new Gallery(
                TemplateCatalog::shipped,
                (document, size) ->
                    pictures.of(document, Optional.empty(), size.getWidth(), size.getHeight()),
                (document, told) ->
                    told.accept(
                        Assessment.of(
                            new Reviewer(PresetsJson.shipped()).review(document, LocalDate.EPOCH))),
                new Gallery.Choices() {
                  @Override
                  public void open(Template template, Document document) {}

                  @Override
                  public void open(Path file) {}

                  @Override
                  public void insert(Document document) {}

                  @Override
                  public void empty() {}

                  @Override
                  public void browse() {}

                  @Override
                  public void close() {}
                });
        gallery.show(
            List.of(
                Path.of("/home/ann/designs/webshop.design.json"),
                Path.of("/home/ann/work/a/very/long/way/down/to/payments.design.json")),
            true);
        gallery.choose("tight-coupling-after");
        StackPane root = new StackPane(gallery.view());
        Scene scene = new Scene(root, width, height);
        look.dress(scene);
        root.applyCss();
        root.layout();
        gallery.paintAll();
        root.layout();
        write(name + "-" + look.name().toLowerCase(java.util.Locale.ROOT), root);
      }
    }
  }

  private void reviewed(String name, double width, double height, Function<Workspace, Parent> make)
      throws Exception {
    shoot(
        name,
        width,
        height,
        () -> {
          Workspace workspace = Checkout.workspace();
          workspace.reviewed(Checkout.review(workspace.state().document()));
          return make.apply(workspace);
        });
  }

  private void drilled(String name, double width, double height, Function<Workspace, Parent> make)
      throws Exception {
    reviewed(
        name,
        width,
        height,
        workspace -> {
          workspace.fail("email");
          workspace.drill(drill -> drill.at(2000).playing(false));
          return make.apply(workspace);
        });
  }

  private void findings(String name, String focus) throws Exception {
    shoot(
        name,
        1372,
        225,
        () -> {
          Workspace workspace = Checkout.workspace();
          workspace.reviewed(Checkout.review(workspace.state().document()));
          FindingsPane pane = findingsPane(workspace);
          if (!focus.isEmpty()) {
            workspace.focus(Optional.of(focus));
          }
          StackPane tools = new StackPane(pane.tools());
          tools.setAlignment(Pos.CENTER_RIGHT);
          return new VBox(tools, pane.view());
        });
  }

  private void inspector(String name, Selection selection) throws Exception {
    Workspace workspace = Checkout.workspace();
    workspace.reviewed(Checkout.review(workspace.state().document()));
    workspace.select(selection);
    shoot(name, 290, 900, () -> new InspectorPane(workspace, Checkout::rate).view());
  }

  private void shoot(String name, double width, double height, Supplier<Parent> make)
      throws Exception {
    if (!only.isEmpty() && only.stream().noneMatch(name::startsWith)) {
      return;
    }
    for (Looks look : Looks.values()) {
      Parent pane = make.get();
      StackPane root = new StackPane(pane);
      Scene scene = new Scene(root, width, height);
      look.dress(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      root.requestFocus();
      Object loop = new Object();
      Platform.runLater(() ->
          Platform.runLater(() -> {
            root.applyCss();
            root.layout();
            Platform.exitNestedEventLoop(loop, null);
          }));
      Platform.enterNestedEventLoop(loop);
      write(name + "-" + look.name().toLowerCase(java.util.Locale.ROOT), root);
      stage.hide();
    }
  }

  private void write(String name, Node node) throws Exception {
    Files.write(folder.resolve(name + ".png"), SnapshotPng.of(node.snapshot(null, null)));
  }
}
