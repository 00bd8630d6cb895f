package dev.stillwater.ui;

import dev.stillwater.editor.Assessment;
import dev.stillwater.editor.Editing;
import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Replay;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.SaveResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.templates.CounterExample;
import dev.stillwater.templates.OwnTemplates;
import dev.stillwater.templates.Showing;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Designs to begin with and to learn from, in the window: the gallery, the replay of an outage,
/// the links from a rule to the designs that show it, and templates of one's own.
final class Library {
  /// Designs that a page names at most; the gallery has all of them.
  private static final int MOST = 6;

  private static final int APART = 96;

  private final Workbench workbench;
  private final Engines engines;
  private final Workspace workspace;
  private final Consumer<String> notice;
  private final Gallery gallery;
  private final ReplayPane replay;
  private Optional<Path> configuration = Optional.empty();

  /// @param everyFact shows all facts of a failure
  /// @param openFinding goes to a finding by its key
  /// @param left told when somebody leaves a replay
  Library(
      Workbench workbench,
      Engines engines,
      Node everyFact,
      Consumer<String> openFinding,
      Consumer<String> notice,
      Runnable left) {
    this.workbench = workbench;
    this.engines = engines;
    this.workspace = workbench.workspace();
    this.notice = notice;
    this.replay = new ReplayPane(workspace, workbench::front, everyFact, openFinding, left);
    this.gallery =
        new Gallery(
            this::catalog,
            (document, size) ->
                new Pictures(workbench.theme(), engines.presets())
                    .of(document, Optional.empty(), size.getWidth(), size.getHeight()),
            this::assess,
            new GalleryChoices(workbench, this));
  }

  /// Keeps templates of one's own in a folder of the configuration.
  void own(Path folder) {
    configuration = Optional.of(folder);
  }

  Parent gallery() {
    return gallery.view();
  }

  ReplayPane replay() {
    return replay;
  }

  private TemplateCatalog catalog() {
    return TemplateCatalog.of(configuration);
  }

  void showGallery(List<Path> recent, boolean mayClose) {
    gallery.show(recent, mayClose);
  }

  void showRule(String rule) {
    gallery.showRule(rule);
  }

  void look(String template) {
    gallery.choose(template);
  }

  void paintAll() {
    gallery.paintAll();
  }

  /// The colours have changed.
  void repaint() {
    gallery.repaint();
  }

  /// Judges away from the window, as it does what is open.
  private void assess(Document document, Consumer<Assessment> told) {
    engines
        .background()
        .execute(() -> {
          Assessment assessment =
              Assessment.of(engines.reviewer().review(document, engines.today().get()));
          engines.foreground().execute(() -> told.accept(assessment));
        });
  }

  /// Opens a design in the place of the open one; one of an outage with its replay.
  void open(Template template, Document document) {
    workbench.openFresh(document);
    if (workspace.state().document().design() == document.design()) {
      Replay.of(template.title(), template.more()).ifPresent(replay::begin);
    }
  }

  /// Adds a design beside what is drawn, as one step.
  void insert(Document document) {
    Layout layout = workspace.state().document().layout();
    int right =
        layout.positions().values().stream()
            .mapToInt(at -> at.x() + Layout.CARD_WIDTH + APART)
            .max()
            .orElse(0);
    Editing.Pasted pasted = Editing.paste(workspace.state().document(), document, right, 0);
    workspace.commit("Insert " + document.design().name(), pasted.document());
    workspace.select(pasted.selection());
    workbench.hideGallery();
    workbench.fit();
  }

  /// Keeps the open design as a template.
  void saveAsTemplate() {
    if (configuration.isEmpty()) {
      notice.accept("There is no folder for templates here");
      return;
    }
    EditorState state = workspace.state();
    List<String> findings =
        state
            .review()
            .filter(review -> state.isReviewed())
            .map(Library::keys)
            .orElseGet(
                () -> keys(engines.reviewer().review(state.document(), engines.today().get())));
    String title = state.design().name();
    OwnTemplates own = new OwnTemplates(configuration.get().resolve(OwnTemplates.FOLDER));
    switch (own.save(OwnTemplates.nameFor(title), state.document(), findings)) {
      case SaveResult.Saved saved -> notice.accept("Saved as a template: “" + title + "”");
      case SaveResult.Failed failed ->
          workbench.dialogs().failed("Not saved as a template", failed.sentence());
      case SaveResult.Conflict conflict ->
          notice.accept("Somebody else just saved a template of this name; try again");
    }
  }

  private static List<String> keys(Review review) {
    return review.findings().stream().map(ReviewedFinding::key).sorted().toList();
  }

  /// The designs in which one sees what a rule is about, as links; empty where there are none.
  ///
  /// @param done told when one was chosen
  List<Node> seenIn(String rule, Runnable done) {
    List<Showing> showing = catalog().showing(rule);
    if (showing.isEmpty()) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    Label title = new Label("Seen in");
    title.getStyleClass().add("sw-subtitle");
    nodes.add(title);
    for (Showing one : showing.subList(0, Math.min(MOST, showing.size()))) {
      Template template = one.template();
      Hyperlink link =
          new Hyperlink(
              switch (one.how()) {
                case KEPT -> template.title() + ", which keeps the rule";
                case BROKEN -> template.title() + ", where it speaks up";
                case BROKEN_WITHOUT ->
                    template.title()
                        + ", without "
                        + template.counterExample().map(CounterExample::without).orElse("it");
              });
      link.setId("seen-in-" + template.name());
      link.setWrapText(true);
      link.setOnAction(event -> {
        done.run();
        Document document =
            switch (one.how()) {
              case KEPT, BROKEN -> template.document();
              case BROKEN_WITHOUT ->
                  template
                      .counterExample()
                      .map(CounterExample::document)
                      .orElseGet(template::document);
            };
        open(template, document);
      });
      nodes.add(link);
    }
    Hyperlink all = new Hyperlink("Show them in the gallery");
    all.setId("seen-in-gallery");
    all.setOnAction(event -> {
      done.run();
      workbench.showGallery();
      showRule(rule);
    });
    nodes.add(all);
    VBox box = new VBox();
    box.getStyleClass().add("sw-seen-in");
    box.getChildren().setAll(nodes);
    return List.of(box);
  }
}
