package dev.stillwater.ui;

import dev.stillwater.editor.Fuzzy;
import dev.stillwater.model.Document;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;

/// Where a design begins: reference designs with a picture and what each shows, recent files, an
/// empty design, a file.
public final class Gallery {
  /// The narrowest that a card may be; they share the width of the window.
  private static final double NARROWEST = 290;

  private static final double GAP = 16;
  private static final double PICTURE_SHAPE = 0.54;
  private static final Duration SETTLED = Duration.millis(120);

  /// What a design is there for.
  public enum Badge {
    REFERENCE("Reference design", "reference"),
    COUNTER_EXAMPLE("Counter-example", "counter"),
    EXAMPLE("Worked example", "example");

    private final String title;
    private final String style;

    Badge(String title, String style) {
      this.title = title;
      this.style = style;
    }

    public String title() {
      return title;
    }
  }

  /// A design to start from.
  ///
  /// @param line what it demonstrates
  /// @param document reads it; asked when its picture is painted or it is chosen
  public record Entry(
      String id, String title, String line, Badge badge, Supplier<Document> document) {}

  /// What a person can choose.
  public interface Choices {
    void open(Entry entry);

    void open(Path file);

    void empty();

    /// Asks for a file.
    void browse();

    /// Goes back to the open design.
    void close();
  }

  private final List<Entry> entries;
  private final BiFunction<Document, Dimension2D, Node> painter;
  private final Choices choices;
  private final Parent view;
  private final Map<String, Card> cards = new HashMap<>();
  private final Deque<Card> unpainted = new ArrayDeque<>();
  private final DoubleProperty cardWidth = new SimpleDoubleProperty(264);
  private final PauseTransition settle = new PauseTransition(SETTLED);

  @FXML private VBox recentFiles;
  @FXML private Label noRecent;
  @FXML private Button empty;
  @FXML private Button browse;
  @FXML private Button close;
  @FXML private TextField search;
  @FXML private ScrollPane scroll;
  @FXML private TilePane tiles;
  @FXML private Label nothing;

  /// @param painter paints a document in a size
  public Gallery(
      List<Entry> entries, BiFunction<Document, Dimension2D, Node> painter, Choices choices) {
    this.entries = List.copyOf(entries);
    this.painter = painter;
    this.choices = choices;
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
    noRecent.setVisible(recent.isEmpty());
    noRecent.setManaged(recent.isEmpty());
    List<Node> links = new ArrayList<>();
    for (Path file : recent) {
      links.add(recent(file));
    }
    recentFiles.getChildren().setAll(links);
    fill();
    search.requestFocus();
  }

  /// Paints every picture now; otherwise they come one after the other while the window can be
  /// used.
  public void paintAll() {
    while (!unpainted.isEmpty()) {
      unpainted.removeFirst().paint();
    }
  }

  @FXML
  private void initialize() {
    empty.setOnAction(event -> choices.empty());
    browse.setOnAction(event -> choices.browse());
    close.setOnAction(event -> choices.close());
    close.setGraphic(Icons.of("fth-x"));
    search.textProperty().addListener((of, was, is) -> fill());
    search.setOnAction(event -> found().stream().findFirst().ifPresent(choices::open));
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && !tiles.getChildren().isEmpty()) {
            tiles.getChildren().getFirst().requestFocus();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          }
        });
    tiles.prefTileWidthProperty().bind(cardWidth);
    tiles.setHgap(GAP);
    tiles.setVgap(GAP);
    scroll.viewportBoundsProperty().addListener((of, was, is) -> share(is.getWidth()));
    settle.setOnFinished(event -> repaint());
  }

  /// Cards become as wide as the line allows; their pictures follow when the window has settled.
  private void share(double width) {
    double room = width - tiles.getInsets().getLeft() - tiles.getInsets().getRight();
    int columns = Math.max(1, (int) ((room + GAP) / (NARROWEST + GAP)));
    double each = Math.floor((room - GAP * (columns - 1)) / columns);
    if (room > NARROWEST && each != cardWidth.get()) {
      tiles.setPrefColumns(columns);
      cardWidth.set(each);
      if (unpainted.size() < cards.size()) {
        settle.playFromStart();
      }
    }
  }

  private void repaint() {
    unpainted.clear();
    unpainted.addAll(cards.values());
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

  private List<Entry> found() {
    return Fuzzy.find(
        search.getText(),
        entries,
        entry -> entry.title() + " " + entry.line() + " " + entry.badge().title());
  }

  private void fill() {
    List<Entry> found = found();
    tiles.getChildren().setAll(found.stream().map(entry -> (Node) card(entry).button).toList());
    nothing.setVisible(found.isEmpty());
    nothing.setManaged(found.isEmpty());
    paintNext();
  }

  private Card card(Entry entry) {
    return cards.computeIfAbsent(
        entry.id(),
        id -> {
          Card card = new Card(entry);
          unpainted.addLast(card);
          return card;
        });
  }

  /// A design as a card with its picture.
  private final class Card {
    private final Entry entry;
    private final StackPane picture = new StackPane();
    private final Button button = new Button();

    Card(Entry entry) {
      this.entry = entry;
      DoubleBinding inner = cardWidth.subtract(2);
      picture.getStyleClass().add("sw-gallery-picture");
      picture.minWidthProperty().bind(inner);
      picture.maxWidthProperty().bind(inner);
      picture.minHeightProperty().bind(inner.multiply(PICTURE_SHAPE));
      picture.maxHeightProperty().bind(inner.multiply(PICTURE_SHAPE));
      Rectangle clip = new Rectangle();
      clip.widthProperty().bind(inner);
      clip.heightProperty().bind(inner.multiply(PICTURE_SHAPE).add(8));
      clip.setArcWidth(14);
      clip.setArcHeight(14);
      picture.setClip(clip);
      Text title = text(entry.title(), "sw-gallery-title");
      Label badge = new Label(entry.badge().title());
      badge.getStyleClass().addAll("sw-badge", "sw-badge-" + entry.badge().style);
      VBox words = new VBox(title, badge, text(entry.line(), "sw-gallery-line"));
      words.getStyleClass().add("sw-gallery-words");
      button.setGraphic(new VBox(picture, words));
      button.setId("gallery-" + entry.id());
      button.getStyleClass().add("sw-gallery-card");
      button.minWidthProperty().bind(cardWidth);
      button.maxWidthProperty().bind(cardWidth);
      button.setMaxHeight(Double.MAX_VALUE);
      button.setAccessibleText(entry.badge().title() + " " + entry.title() + ": " + entry.line());
      button.setOnAction(event -> choices.open(entry));
    }

    /// A wrapped text whose height is known before the layout, because its width is.
    private Text text(String words, String style) {
      Text text = new Text(words);
      text.wrappingWidthProperty().bind(cardWidth.subtract(32));
      text.getStyleClass().add(style);
      return text;
    }

    void paint() {
      double width = cardWidth.get() - 2;
      Dimension2D size = new Dimension2D(width, Math.floor(width * PICTURE_SHAPE));
      picture.getChildren().setAll(painter.apply(entry.document().get(), size));
    }
  }

  /// One picture a pulse, so that the window answers while they come.
  private void paintNext() {
    if (unpainted.isEmpty()) {
      return;
    }
    Platform.runLater(() -> {
      if (!unpainted.isEmpty()) {
        unpainted.removeFirst().paint();
        paintNext();
      }
    });
  }
}
