package dev.stillwater.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A question that has to be answered before work goes on.
public final class AskDialog {
  private final Modal modal;
  private final Parent view;

  @FXML private Label title;
  @FXML private Label text;
  @FXML private HBox buttons;

  /// One answer.
  ///
  /// @param style a style class of its button: `sw-primary`, `sw-danger`; empty for none
  public record Answer<T>(T value, String title, String style) {}

  public AskDialog(Modal modal) {
    this.modal = modal;
    this.view = Views.load("ask", this);
  }

  /// Asks, and returns when somebody has chosen; the window stays alive meanwhile.
  ///
  /// @param cancel what Esc and a click beside the card mean
  /// @param answers in the order of their buttons; the last gets the keyboard
  public <T> T ask(String question, String explanation, T cancel, List<Answer<T>> answers) {
    Object loop = new Object();
    show(
        question,
        explanation,
        cancel,
        answers,
        answer -> Platform.exitNestedEventLoop(loop, answer));
    @SuppressWarnings("unchecked")
    T chosen = (T) Platform.enterNestedEventLoop(loop);
    return chosen;
  }

  /// Asks, and tells once what somebody has chosen.
  public <T> void show(
      String question, String explanation, T cancel, List<Answer<T>> answers, Consumer<T> chosen) {
    title.setText(question);
    text.setText(explanation);
    buttons.getChildren().clear();
    List<T> choice = new ArrayList<>(List.of(cancel));
    for (Answer<T> answer : answers) {
      Button button = new Button(answer.title());
      button.setMinWidth(Region.USE_PREF_SIZE);
      if (!answer.style().isEmpty()) {
        button.getStyleClass().add(answer.style());
      }
      button.setOnAction(event -> {
        choice.set(0, answer.value());
        modal.close();
      });
      buttons.getChildren().add(button);
    }
    modal.show(
        view, Pos.CENTER, buttons.getChildren().getLast(), () -> chosen.accept(choice.getFirst()));
  }
}
