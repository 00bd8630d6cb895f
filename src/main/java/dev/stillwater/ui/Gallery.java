package dev.stillwater.ui;

import dev.stillwater.editor.Assessment;
import dev.stillwater.model.Document;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.templates.Category;
import dev.stillwater.templates.Shelves;
import dev.stillwater.templates.Shelves.Wanted;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Where a design begins: shelves of reference designs, outages and public systems with a picture
/// of each and a closer look beside them; recent files, an empty design, a file.
public final class Gallery {
  /// The narrowest that a card may be; they share the width of the window.
  private static final double NARROWEST = 230;

  /// The same in a small window, where two beside each other are better than one.
  private static final double NARROWEST_OF_TWO = 196;

  private static final double GAP = 14;
  private static final Duration SETTLED = Duration.millis(120);
  private static final String EVERY_RULE = "Any rule";

  /// What a person can choose.
  public interface Choices {
    /// Opens a design; one of an outage with its replay.
    void open(Template template, Document document);

    void open(Path file);

    /// Adds a design to the open one.
    void insert(Document document);

    void empty();

    /// Asks for a file.
    void browse();

    /// Goes back to the open design.
    void close();
  }

  private final Supplier<TemplateCatalog> catalogues;
  private final BiFunction<Document, Dimension2D, Node> painter;
  private final Choices choices;
  private final Parent view;
  private final GalleryPreview preview;
  private final Map<String, GalleryCard> cards = new HashMap<>();
  private final Deque<GalleryCard> unpainted = new ArrayDeque<>();
  private final List<TilePane> tiles = new ArrayList<>();
  private final DoubleProperty cardWidth = new SimpleDoubleProperty(264);
  private final PauseTransition settle = new PauseTransition(SETTLED);
  private final ToggleGroup chip = new ToggleGroup();
  private int columns = 3;
  private TemplateCatalog catalog;
  private Wanted wanted = Wanted.ALL;
  private @Nullable Template chosen;

  @FXML private VBox recentFiles;
  @FXML private Label noRecent;
  @FXML private Button empty;
  @FXML private Button browse;
  @FXML private Button close;
  @FXML private MenuButton rule;
  @FXML private TextField search;
  @FXML private FlowPane chips;
  @FXML private ScrollPane scroll;
  @FXML private VBox shelves;
  @FXML private VBox nothing;
  @FXML private Button everything;
  @FXML private StackPane previewSlot;

  /// @param catalogues asked whenever the gallery is shown: somebody may have saved a template
  /// @param painter paints a document in a size
  /// @param assess judges a document and tells when that is done
  public Gallery(
      Supplier<TemplateCatalog> catalogues,
      BiFunction<Document, Dimension2D, Node> painter,
      java.util.function.BiConsumer<Document, Consumer<Assessment>> assess,
      Choices choices) {
    this.catalogues = catalogues;
    this.catalog = catalogues.get();
    this.painter = painter;
    this.choices = choices;
    this.preview =
        new GalleryPreview(
            painter,
            new GalleryPreview.Choices() {
              @Override
              public void open(Template template, Document document) {
                choices.open(template, document);
              }

              @Override
              public void insert(Document document) {
                choices.insert(document);
              }

              @Override
              public void assess(Document document, Consumer<Assessment> told) {
                assess.accept(document, told);
              }

              @Override
              public void showRule(String id) {
                Gallery.this.showRule(id);
              }
            });
    this.view = Views.load("gallery", this);
    view.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && close.isVisible()) {
            choices.close();
            event.consume();
          }
        });
  }

  public Parent view() {
    return view;
  }

  /// Shows the files opened last, and whether there is a design to go back to.
  public void show(List<Path> recent, boolean mayClose) {
    close.setVisible(mayClose);
    preview.setInsertable(mayClose);
    noRecent.setVisible(recent.isEmpty());
    noRecent.setManaged(recent.isEmpty());
    List<Node> links = new ArrayList<>();
    for (Path file : recent) {
      links.add(recent(file));
    }
    recentFiles.getChildren().setAll(links);
    catalog = catalogues.get();
    cards.values().removeIf(card -> !catalog.templates().contains(card.template()));
    fillChips();
    fillRules();
    fill();
    search.requestFocus();
  }

  /// Leaves only the designs that show a rule.
  public void showRule(String id) {
    search.clear();
    want(Wanted.ALL.withRule(Optional.of(id)));
  }

  /// Looks at a design.
  public void choose(String name) {
    catalog.named(name).ifPresent(this::look);
  }

  /// Paints every picture now; otherwise they come one after the other while the window can be
  /// used.
  public void paintAll() {
    while (!unpainted.isEmpty()) {
      unpainted.removeFirst().paint(painter);
    }
  }

  @FXML
  private void initialize() {
    empty.setOnAction(event -> choices.empty());
    browse.setOnAction(event -> choices.browse());
    close.setOnAction(event -> choices.close());
    close.setGraphic(Icons.of("fth-x"));
    previewSlot.getChildren().setAll(preview.view());
    everything.setOnAction(event -> {
      search.clear();
      want(Wanted.ALL);
    });
    search.textProperty().addListener((of, was, is) -> want(wanted.withText(is)));
    search.setOnAction(event -> preview.open());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && chosen != null) {
            card(chosen).focus();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          }
        });
    scroll.viewportBoundsProperty().addListener((of, was, is) -> share(is.getWidth()));
    settle.setOnFinished(event -> repaint());
  }

  private void want(Wanted next) {
    wanted = next;
    rule.setText(next.rule().map(id -> "Rule: " + id.replace("REL-", "")).orElse(EVERY_RULE));
    chip.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(next.category()))
        .findFirst()
        .ifPresent(chip::selectToggle);
    fill();
    scroll.setVvalue(0);
  }

  private void fillChips() {
    chip.getToggles().clear();
    List<Node> all = new ArrayList<>();
    all.add(chip("All", Optional.empty()));
    for (Category category : catalog.categories()) {
      all.add(chip(category.title(), Optional.of(category.id())));
    }
    chips.getChildren().setAll(all);
  }

  private ToggleButton chip(String title, Optional<String> category) {
    ToggleButton button = new ToggleButton(title);
    button.setId("gallery-shelf-" + category.orElse("all"));
    button.getStyleClass().add("sw-gallery-chip");
    button.setUserData(category);
    button.setToggleGroup(chip);
    button.setSelected(category.equals(wanted.category()));
    button.setOnAction(event -> {
      button.setSelected(true);
      want(wanted.withCategory(category));
    });
    return button;
  }

  /// Rules by their category, those that some design is made to show.
  private void fillRules() {
    MenuItem any = new MenuItem(EVERY_RULE);
    any.setOnAction(event -> want(wanted.withRule(Optional.empty())));
    Map<String, Menu> menus = new LinkedHashMap<>();
    for (String id : Shelves.rules(catalog)) {
      RuleSet.BUILT_IN
          .find(id)
          .ifPresent(found -> {
            RuleInfo info = found.info();
            MenuItem item = new MenuItem(info.shortId() + "  " + info.title());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> want(wanted.withRule(Optional.of(id))));
            menus
                .computeIfAbsent(info.category().title(), name -> new Menu(name))
                .getItems()
                .add(item);
          });
    }
    rule.getItems().setAll(any);
    rule.getItems().addAll(menus.values());
  }

  /// Cards become as wide as the line allows; their pictures follow when the window has settled.
  private void share(double width) {
    double room = width - 18;
    double narrowest = room < 2 * NARROWEST + GAP ? NARROWEST_OF_TWO : NARROWEST;
    int fit = Math.max(1, (int) ((room + GAP) / (narrowest + GAP)));
    double each = Math.floor((room - GAP * (fit - 1)) / fit);
    if (room > narrowest && (each != cardWidth.get() || fit != columns)) {
      columns = fit;
      tiles.forEach(tile -> tile.setPrefColumns(fit));
      cardWidth.set(each);
      if (unpainted.size() < cards.size()) {
        settle.playFromStart();
      }
    }
  }

  /// Paints again, as when the colours have changed.
  void repaint() {
    unpainted.clear();
    unpainted.addAll(cards.values());
    preview.repaint();
    paintNext();
  }

  private Node recent(Path file) {
    Label name = new Label(String.valueOf(file.getFileName()).replace(".design.json", ""));
    name.getStyleClass().add("sw-recent-name");
    Path folder = file.getParent();
    Label where = new Label(folder == null ? "" : folder.toString());
    where.getStyleClass().add("sw-recent-folder");
    where.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    Button button = new Button();
    button.setGraphic(new VBox(name, where));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("sw-recent");
    button.setTooltip(AttributeField.tip(file.toString()));
    button.setAccessibleText("Open " + file);
    button.setOnAction(event -> choices.open(file));
    return button;
  }

  private void fill() {
    Shelves found = Shelves.of(catalog, wanted);
    tiles.clear();
    List<Node> nodes = new ArrayList<>();
    for (Shelves.Shelf shelf : found.shelves()) {
      nodes.add(shelf(shelf));
    }
    shelves.getChildren().setAll(nodes);
    nothing.setVisible(found.isEmpty());
    nothing.setManaged(found.isEmpty());
    scroll.setVisible(!found.isEmpty());
    scroll.setManaged(!found.isEmpty());
    List<Template> all = found.all();
    if (!all.isEmpty() && (chosen == null || !all.contains(chosen))) {
      look(all.getFirst());
    }
    paintNext();
  }

  private Node shelf(Shelves.Shelf shelf) {
    Label title = new Label(shelf.category().title());
    title.getStyleClass().add("sw-subtitle");
    Label line = new Label(shelf.category().line());
    line.getStyleClass().add("sw-secondary");
    line.setWrapText(true);
    TilePane pane = new TilePane();
    pane.getStyleClass().add("sw-gallery-tiles");
    pane.setTileAlignment(javafx.geometry.Pos.TOP_LEFT);
    pane.prefTileWidthProperty().bind(cardWidth);
    pane.setHgap(GAP);
    pane.setVgap(GAP);
    pane.setPrefColumns(columns);
    pane.getChildren().setAll(shelf.templates().stream().map(it -> card(it).view()).toList());
    tiles.add(pane);
    VBox box = new VBox(title, line, pane);
    box.getStyleClass().add("sw-gallery-shelf");
    return box;
  }

  private GalleryCard card(Template template) {
    return cards.computeIfAbsent(
        template.name(),
        name -> {
          GalleryCard card =
              new GalleryCard(
                  template,
                  cardWidth,
                  new GalleryCard.Choices() {
                    @Override
                    public void look(Template at) {
                      Gallery.this.look(at);
                    }

                    @Override
                    public void open(Template at) {
                      Gallery.this.look(at);
                      preview.open();
                    }
                  });
          unpainted.addLast(card);
          return card;
        });
  }

  private void look(Template template) {
    if (chosen != null && cards.containsKey(chosen.name())) {
      cards.get(chosen.name()).choose(false);
    }
    chosen = template;
    card(template).choose(true);
    preview.show(template);
  }

  /// One picture a pulse, so that the window answers while they come.
  private void paintNext() {
    if (unpainted.isEmpty()) {
      return;
    }
    Platform.runLater(() -> {
      if (!unpainted.isEmpty()) {
        unpainted.removeFirst().paint(painter);
        paintNext();
      }
    });
  }
}
