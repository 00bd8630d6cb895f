package dev.stillwater.ui;

import dev.stillwater.editor.DecisionForm;
import dev.stillwater.editor.DecisionForm.Target;
import dev.stillwater.editor.DecisionWords;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The small form in which somebody decides about a finding.
final class DecisionDialog {
  private final Modal modal;
  private final Parent view;
  private @Nullable DecisionForm form;
  private Consumer<DecisionForm> decided = it -> {};

  @FXML private Label title;
  @FXML private Label finding;
  @FXML private ComboBox<Target> covers;
  @FXML private TextArea reason;
  @FXML private Label ticketLabel;
  @FXML private TextField ticket;
  @FXML private TextField expires;
  @FXML private Label day;
  @FXML private TextField author;
  @FXML private Label problem;
  @FXML private Button cancel;
  @FXML private Button decide;

  DecisionDialog(Modal modal) {
    this.modal = modal;
    this.view = Views.load("decision", this);
  }

  @FXML
  private void initialize() {
    covers.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Target target) {
            return target == null ? "" : target.label();
          }

          @Override
          public @Nullable Target fromString(String text) {
            return null;
          }
        });
    reason.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveText);
    expires.textProperty().addListener(it -> showDay());
    cancel.setOnAction(event -> modal.close());
    decide.setOnAction(event -> decide());
    for (TextField field : List.of(ticket, expires, author)) {
      field.setOnAction(event -> decide());
    }
  }

  /// Tab leaves the reason, as in every other field; Shortcut+Enter decides.
  private void leaveText(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      (event.isShiftDown() ? covers : ticket).requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      decide();
      event.consume();
    }
  }

  /// @param whenDecided told what was filled in, once it is complete
  void show(
      Review review,
      ReviewedFinding found,
      DecisionKind kind,
      String who,
      LocalDate today,
      Consumer<DecisionForm> whenDecided) {
    decided = whenDecided;
    DecisionForm next = DecisionForm.about(review, found, kind, who, today);
    form = next;
    title.setText(DecisionWords.title(kind));
    decide.setText(DecisionWords.verb(kind).replace("…", ""));
    finding.setText(found.finding().message());
    List<Target> targets = DecisionForm.targets(review, found);
    covers.getItems().setAll(targets);
    covers.getSelectionModel().selectFirst();
    reason.setText(next.reason());
    ticketLabel.setText(kind == DecisionKind.IN_PROGRESS ? "Ticket" : "Ticket, if any");
    ticket.setText(next.ticket());
    expires.setText("");
    author.setText(who);
    complain("");
    showDay();
    modal.show(view, Pos.CENTER, reason, () -> {});
  }

  private @Nullable DecisionForm filled() {
    DecisionForm known = form;
    Target target = covers.getValue();
    return known == null || target == null
        ? null
        : known
            .withTarget(target.text())
            .withTexts(reason.getText(), ticket.getText(), expires.getText(), author.getText());
  }

  private void showDay() {
    DecisionForm filled = filled();
    day.setText(filled == null ? "" : filled.spelledDay());
  }

  private void decide() {
    DecisionForm filled = filled();
    if (filled == null) {
      return;
    }
    filled
        .problem()
        .ifPresentOrElse(
            this::complain,
            () -> {
              modal.close();
              decided.accept(filled);
            });
  }

  private void complain(String sentence) {
    problem.setText(sentence);
    problem.setVisible(!sentence.isEmpty());
    problem.setManaged(!sentence.isEmpty());
  }
}
