package dev.stillwater.ui;

import dev.stillwater.editor.FixSummary;
import dev.stillwater.editor.FixSummary.Delta;
import dev.stillwater.editor.FixSummary.Turn;
import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.edits.Pickable;
import dev.stillwater.model.Figures;
import dev.stillwater.review.Fix;
import dev.stillwater.review.Review;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

/// A recommendation: what it does, what it would change, what it costs, and the buttons that show
/// it on the drawing or apply it.
final class RecommendationCard {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final Duration HOVER = Duration.millis(160);

  /// What a person can choose: the recommendation as it is, or with the product picked on the card.
  interface Choices {
    void preview(Recommendation recommendation, boolean on);

    void apply(Recommendation recommendation);
  }

  private final Parent view;
  private final Fix fix;
  private final Review review;
  private final Choices choices;
  private final PauseTransition hover = new PauseTransition(HOVER);
  private boolean hovered;
  private Recommendation picked;

  @FXML private Label title;
  @FXML private Label declares;
  @FXML private TextFlow deltas;
  @FXML private VBox notes;
  @FXML private ToggleButton preview;
  @FXML private Button apply;
  @FXML private HBox products;
  @FXML private MenuButton product;

  RecommendationCard(Review review, Fix fix, Choices choices) {
    this.fix = fix;
    this.review = review;
    this.choices = choices;
    this.picked = fix.recommendation();
    this.view = Views.load("recommendation", this);
    show();
  }

  Parent view() {
    return view;
  }

  /// Presses the button that shows it; whether it can be shown.
  boolean preview() {
    boolean can = !preview.isDisabled();
    if (can && !preview.isSelected()) {
      preview.fire();
    }
    return can;
  }

  /// Presses the button that applies it; whether it can be applied.
  boolean apply() {
    boolean can = !apply.isDisabled();
    if (can) {
      apply.fire();
    }
    return can;
  }

  @FXML
  private void initialize() {
    apply.setMinWidth(Region.USE_PREF_SIZE);
    preview.setGraphic(Icons.of("fth-eye"));
    preview.setTooltip(AttributeField.tip("Preview on the drawing"));
    preview.setOnAction(event -> choices.preview(picked, preview.isSelected()));
    apply.setOnAction(event -> choices.apply(picked));
    hover.setOnFinished(event -> {
      hovered = true;
      choices.preview(picked, true);
    });
  }

  private void show() {
    Recommendation recommendation = fix.recommendation();
    boolean refused = recommendation.isRefused();
    Optional<FixSummary> summary = fix.effect().map(effect -> FixSummary.of(review, effect));
    view.pseudoClassStateChanged(BEST, fix.n() == 1 && !refused);
    view.pseudoClassStateChanged(REFUSED, refused);
    title.setText(recommendation.title());
    declares.setVisible(recommendation.declaresOnly());
    declares.setManaged(recommendation.declaresOnly());
    if (fix.n() == 1 && !refused) {
      apply.getStyleClass().add("sw-primary");
    }
    apply.setDisable(refused);
    preview.setDisable(refused);
    apply.setAccessibleText("Apply: " + recommendation.title());
    preview.setAccessibleText("Preview: " + recommendation.title());
    summary.ifPresentOrElse(
        this::showDeltas,
        () -> deltas.getChildren().setAll(text(refused ? "" : "measuring …", "sw-delta")));
    showNotes(recommendation, summary);
    if (!refused) {
      offerProducts();
      view.setOnMouseEntered(event -> hover.playFromStart());
      view.setOnMouseExited(event -> {
        hover.stop();
        if (hovered && !preview.isSelected()) {
          choices.preview(picked, false);
        }
        hovered = false;
      });
    }
  }

  private void offerProducts() {
    if (fix.recommendation().edit() instanceof Pickable pickable && pickable.presets().size() > 1) {
      products.setVisible(true);
      products.setManaged(true);
      product.setText(pickable.preset());
      product.setAccessibleText("Product of: " + fix.recommendation().title());
      ToggleGroup one = new ToggleGroup();
      for (String preset : pickable.presets()) {
        RadioMenuItem item = new RadioMenuItem(preset);
        item.setToggleGroup(one);
        item.setSelected(preset.equals(pickable.preset()));
        item.setOnAction(event -> pick(pickable, preset));
        product.getItems().add(item);
      }
    }
  }

  /// What was measured holds for the product that was measured; any other can be previewed.
  private void pick(Pickable pickable, String preset) {
    boolean usual = preset.equals(pickable.preset());
    picked = usual ? fix.recommendation() : fix.recommendation().with(pickable.with(preset));
    title.setText(picked.title());
    product.setText(preset);
    if (usual && fix.effect().isPresent()) {
      fix.effect().ifPresent(effect -> showDeltas(FixSummary.of(review, effect)));
    } else {
      deltas.getChildren().setAll(text("not measured with " + preset, "sw-delta"));
    }
    if (preview.isSelected()) {
      choices.preview(picked, true);
    }
  }

  private void showDeltas(FixSummary summary) {
    List<Text> texts = new ArrayList<>();
    for (Delta delta : summary.deltas()) {
      separate(texts);
      if (delta.turn() == Turn.SAME) {
        texts.add(text(delta.before() + " " + delta.label() + ", as before", "sw-delta"));
      } else {
        Text before = text(delta.before(), "sw-delta-before");
        before.setStrikethrough(true);
        texts.add(before);
        texts.add(text(" → ", "sw-delta"));
        String turn = delta.turn() == Turn.BETTER ? "sw-delta-better" : "sw-delta-worse";
        texts.add(text(delta.after(), turn));
        texts.add(text(" " + delta.label(), "sw-delta"));
      }
    }
    if (summary.gone() > 0) {
      separate(texts);
      texts.add(text(Figures.count(summary.gone(), "finding") + " gone", "sw-delta"));
    }
    deltas.getChildren().setAll(texts);
  }

  private static void separate(List<Text> texts) {
    if (!texts.isEmpty()) {
      texts.add(text("  ·  ", "sw-delta"));
    }
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }

  private void showNotes(Recommendation recommendation, Optional<FixSummary> summary) {
    notes.getChildren().clear();
    String change = summary.map(FixSummary::change).orElse("");
    if (!change.isEmpty()) {
      note(change, "sw-card-change");
    }
    for (GuardVerdict guard : recommendation.guards()) {
      String head =
          switch (guard.kind()) {
            case WARN -> "Mind: ";
            case ASK -> "First answer: ";
            case REFUSE -> "Refused: ";
          };
      note(
          head + Typography.typeset(guard.text()),
          "sw-guard-" + guard.kind().name().toLowerCase(java.util.Locale.ROOT));
    }
    List<String> follow = summary.map(FixSummary::follow).orElse(List.of());
    if (!follow.isEmpty()) {
      String more = follow.size() > 1 ? " and " + (follow.size() - 1) + " more" : "";
      note(
          "+" + Figures.count(follow.size(), "follow-up") + ": " + follow.getFirst() + more,
          "sw-follow-up");
    }
    if (!recommendation.choice().isEmpty()) {
      note("Why this: " + Typography.typeset(recommendation.choice()), "sw-why");
    }
    if (!recommendation.tradeOff().isEmpty()) {
      note("Trade-off: " + Typography.typeset(recommendation.tradeOff()), "sw-trade-off");
    }
  }

  private void note(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll("sw-note", style);
    notes.getChildren().add(label);
  }
}
