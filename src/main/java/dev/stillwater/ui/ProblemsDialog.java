package dev.stillwater.ui;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.model.Figures;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is wrong with a file that could not be opened, place by place, to be copied.
public final class ProblemsDialog {
  private final Modal modal;
  private final Parent view;
  private List<Line> lines = List.of();

  @FXML private Label title;
  @FXML private Label text;
  @FXML private ListView<Line> list;
  @FXML private Button copy;
  @FXML private Button close;

  /// One problem.
  ///
  /// @param isError whether it keeps the file from being opened
  /// @param where line and column: `14:62`; empty where the file could not be read at all
  /// @param place the path inside the file: `links.mail.timeout`; may be empty
  /// @param advice a way out; may be empty
  public record Line(boolean isError, String where, String place, String message, String advice) {
    /// As one line of text.
    String plain() {
      return (where.isEmpty() ? "" : where + ": ")
          + (isError ? "error: " : "warning: ")
          + (place.isEmpty() ? "" : place + ": ")
          + message
          + (advice.isEmpty() ? "" : ". " + advice);
    }
  }

  public ProblemsDialog(Modal modal) {
    this.modal = modal;
    this.view = Views.load("problems", this);
  }

  @FXML
  private void initialize() {
    list.setCellFactory(of -> new Cell());
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(lines.stream().map(Line::plain).collect(Collectors.joining("\n")));
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText("Copied");
    });
    close.setOnAction(event -> modal.close());
  }

  /// The problems of a reader.
  static List<Line> lines(List<LocatedProblem> problems) {
    return problems.stream()
        .map(problem ->
            new Line(
                problem.isError(),
                problem.position().map(at -> at.line() + ":" + at.column()).orElse(""),
                problem.place().path(),
                problem.message(),
                problem.advice()))
        .toList();
  }

  /// Shows the problems, and returns when somebody has closed the card.
  void showAndWait(String heading, List<Line> problems) {
    Object loop = new Object();
    show(heading, problems, () -> Platform.exitNestedEventLoop(loop, ""));
    Platform.enterNestedEventLoop(loop);
  }

  /// @param heading what did not work: `shop.design.json cannot be opened`
  public void show(String heading, List<Line> problems) {
    show(heading, problems, () -> {});
  }

  private void show(String heading, List<Line> problems, Runnable closed) {
    lines = List.copyOf(problems);
    long errors = problems.stream().filter(Line::isError).count();
    title.setText(heading);
    text.setText(
        Figures.count((int) errors, "error")
            + (errors < problems.size()
                ? " and " + Figures.count(problems.size() - (int) errors, "warning")
                : "")
            + ". The open design is untouched.");
    list.getItems().setAll(lines);
    copy.setText("Copy all");
    modal.show(view, Pos.CENTER, close, closed);
  }

  private static final class Cell extends ListCell<Line> {
    /// What stands left and right of the words, in pixels.
    private static final double BESIDE = 116;

    private final Label mark = new Label();
    private final Label where = new Label();
    private final Label place = new Label();
    private final Label message = new Label();
    private final Label advice = new Label();
    private final VBox words = new VBox(place, message, advice);
    private final HBox line = new HBox(mark, where, words);

    Cell() {
      mark.getStyleClass().add("sw-mark");
      where.getStyleClass().add("sw-problem-where");
      place.getStyleClass().add("sw-problem-place");
      for (Label text : List.of(place, message, advice)) {
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.prefWidthProperty().bind(widthProperty().subtract(BESIDE));
      }
      message.getStyleClass().add("sw-problem-message");
      advice.getStyleClass().add("sw-secondary");
      HBox.setHgrow(words, Priority.ALWAYS);
      line.getStyleClass().add("sw-problem");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line problem, boolean isEmpty) {
      super.updateItem(problem, isEmpty);
      if (problem == null || isEmpty) {
        setGraphic(null);
        return;
      }
      mark.setText(problem.isError() ? "▲" : "●");
      mark.getStyleClass().removeIf(style -> style.startsWith("sw-severity-"));
      mark.getStyleClass().add(problem.isError() ? "sw-severity-high" : "sw-severity-medium");
      where.setText(problem.where());
      place.setText(problem.place());
      place.setManaged(!problem.place().isEmpty());
      message.setText(problem.message());
      advice.setText(problem.advice());
      advice.setManaged(!problem.advice().isEmpty());
      setAccessibleText(problem.plain());
      setGraphic(line);
    }
  }
}
