package dev.stillwater.ui;

import dev.stillwater.editor.ChangeRow;
import dev.stillwater.model.Figures;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Offers designs whose changes were never saved: each is restored as an unsaved copy, or left as
/// it is on disk. Closing the card decides nothing; it comes again at the next start.
final class RecoveryDialog {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
  private static final int MOST_ROWS = 40;

  /// What becomes of a design.
  interface Decisions {
    /// Whether it is open now, and safe again.
    boolean restore(Recovery.Offer offer);

    /// Whether it is forgotten.
    boolean refuse(Recovery.Offer offer);
  }

  private final Modal modal;
  private final ZoneId zone;
  private final Decisions decisions;
  private final Parent view;
  private final List<Recovery.Offer> open = new ArrayList<>();

  @FXML private Label title;
  @FXML private ScrollPane scroll;
  @FXML private VBox offers;
  @FXML private Button later;
  @FXML private Button all;

  RecoveryDialog(Modal modal, ZoneId zone, Decisions decisions) {
    this.modal = modal;
    this.zone = zone;
    this.decisions = decisions;
    this.view = Views.load("recovery", this);
  }

  @FXML
  private void initialize() {
    scroll.prefViewportHeightProperty().bind(offers.heightProperty());
    later.setOnAction(event -> modal.close());
    all.setOnAction(event -> {
      for (Recovery.Offer offer : List.copyOf(open)) {
        if (decisions.restore(offer)) {
          gone(offer);
        }
      }
    });
  }

  void show(List<Recovery.Offer> found) {
    open.clear();
    open.addAll(found);
    offers.getChildren().clear();
    for (Recovery.Offer offer : found) {
      OfferView row = new OfferView(offer);
      offers.getChildren().add(row.box);
    }
    title.setText(
        found.size() == 1
            ? "A design has changes that were never saved"
            : Figures.count(found.size(), "design") + " have changes that were never saved");
    all.setText(found.size() == 1 ? "Restore" : "Restore all");
    modal.show(view, Pos.CENTER, all, () -> {});
  }

  private void gone(Recovery.Offer offer) {
    open.remove(offer);
    offers.getChildren().removeIf(node -> node.getUserData() == offer);
    if (open.isEmpty()) {
      modal.close();
    }
  }

  /// One design with its buttons and, on demand, its differences.
  private final class OfferView {
    private final VBox box = new VBox();
    private final VBox rows = new VBox();

    OfferView(Recovery.Offer offer) {
      Label name = new Label(offer.name());
      name.getStyleClass().add("sw-strong");
      List<ChangeRow> differences = offer.differences();
      Label when =
          new Label(
              "Last change "
                  + WHEN.format(offer.at().atZone(zone))
                  + ". "
                  + state(offer, differences));
      when.getStyleClass().add("sw-secondary");
      when.setWrapText(true);
      when.setMinHeight(Region.USE_PREF_SIZE);
      VBox words = new VBox(2, name, when);
      offer
          .file()
          .path()
          .ifPresent(path -> {
            Label where = new Label(path.toString());
            where.getStyleClass().add("sw-secondary");
            words.getChildren().add(1, where);
          });
      Button show = new Button("Show differences");
      show.setVisible(!differences.isEmpty());
      show.setManaged(!differences.isEmpty());
      show.setOnAction(event -> {
        boolean shown = !rows.isVisible();
        rows.setVisible(shown);
        rows.setManaged(shown);
        show.setText(shown ? "Hide differences" : "Show differences");
      });
      Button keep = new Button(offer.disk().isPresent() ? "Keep disk" : "Discard");
      keep.setOnAction(event -> {
        if (decisions.refuse(offer)) {
          gone(offer);
        }
      });
      Button restore = new Button("Restore");
      restore.getStyleClass().add("sw-primary");
      restore.setOnAction(event -> {
        if (decisions.restore(offer)) {
          gone(offer);
        }
      });
      Region spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      HBox buttons = new HBox(8, show, spring, keep, restore);
      buttons.setAlignment(Pos.CENTER_LEFT);
      rows.getStyleClass().add("sw-change-rows");
      rows.setVisible(false);
      rows.setManaged(false);
      differences.stream()
          .limit(MOST_ROWS)
          .forEach(row -> rows.getChildren().add(line(row.text())));
      if (differences.size() > MOST_ROWS) {
        rows.getChildren().add(line("and " + (differences.size() - MOST_ROWS) + " more"));
      }
      box.setUserData(offer);
      box.getStyleClass().add("sw-recovery-offer");
      box.getChildren().addAll(words, rows, buttons);
    }

    private static Label line(String text) {
      Label label = new Label(text);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      return label;
    }

    private static String state(Recovery.Offer offer, List<ChangeRow> differences) {
      if (offer.file().path().isEmpty()) {
        return "It was never saved.";
      }
      if (offer.disk().isEmpty()) {
        return "Its file is gone or cannot be read.";
      }
      return "Against the disk: "
          + ChangeRow.summary(differences)
          + "."
          + (offer.isOvertaken()
              ? " Somebody wrote the file meanwhile; saving will offer to merge."
              : "");
    }
  }
}
