package dev.stillwater.ui;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.FixPreview;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.Fix;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why a finding fired, what would help and by how much, and the failure that shows it.
final class FindingDetail {
  private final Workspace workspace;
  private final Effects effects;
  private final Consumer<String> explain;
  private final Consumer<List<String>> applied;
  private final FindingDecision decisions;
  private final Parent view;
  private final List<RecommendationCard> cards = new ArrayList<>();
  private @Nullable Review review;
  private @Nullable ReviewedFinding found;

  @FXML private ScrollPane scroll;
  @FXML private VBox content;
  @FXML private VBox none;
  @FXML private Label mark;
  @FXML private Label title;
  @FXML private Hyperlink rule;
  @FXML private Label standing;
  @FXML private VBox because;
  @FXML private VBox decision;
  @FXML private VBox recommendations;
  @FXML private VBox chainSection;
  @FXML private VBox chain;
  @FXML private Button play;

  /// @param applied told which findings a recommendation brings when it is applied
  FindingDetail(
      Workspace workspace,
      Effects effects,
      Consumer<String> explain,
      Consumer<List<String>> applied,
      FindingDecision decisions) {
    this.workspace = workspace;
    this.effects = effects;
    this.explain = explain;
    this.applied = applied;
    this.decisions = decisions;
    this.view = Views.load("finding-detail", this);
    effects.onMeasured(this::measured);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    rule.setMinWidth(Region.USE_PREF_SIZE);
    rule.setOnAction(event -> {
      if (found != null) {
        explain.accept(found.finding().rule().id());
      }
    });
    play.setOnAction(event -> {
      if (found != null && !found.finding().probes().isEmpty()) {
        workspace.fail(found.finding().probes().getFirst());
      }
    });
  }

  void show(@Nullable Review of, @Nullable ReviewedFinding next) {
    boolean same =
        found != null && next != null && found.equals(next) && review != null && review == of;
    if (same) {
      return;
    }
    boolean another = found == null || next == null || !found.key().equals(next.key());
    review = of;
    found = next;
    if (another) {
      workspace.preview(Optional.empty());
      scroll.setVvalue(0);
    }
    content.setVisible(next != null);
    none.setVisible(next == null);
    if (of == null || next == null) {
      return;
    }
    Finding finding = next.finding();
    FindingCell.mark(mark, finding.severity());
    title.setText(finding.message());
    rule.setText(finding.rule().shortId());
    rule.setTooltip(AttributeField.tip("Explain this rule: " + finding.rule().title()));
    standing.setText(
        next.superseder()
            .map(key -> "Covered by " + key.replace("REL-", ""))
            .orElse(
                next.switchedOff()
                    .map(off -> "Switched off by " + off.source() + ": " + off.reason())
                    .orElse("")));
    standing.setVisible(!standing.getText().isEmpty());
    standing.setManaged(standing.isVisible());
    List<String> names = names(of.document().design(), finding);
    because
        .getChildren()
        .setAll(MarkedText.of(String.join(" ", finding.because()), names, "sw-because"));
    decision.getChildren().setAll(decisions.of(next));
    showChain(finding);
    showRecommendations(of, finding);
  }

  /// What people call the elements of a finding, and their ids.
  private static List<String> names(Design design, Finding finding) {
    List<String> names = new ArrayList<>(finding.components());
    finding
        .components()
        .forEach(id -> design.components().find(id).ifPresent(c -> names.add(c.name())));
    names.addAll(finding.links());
    names.addAll(finding.journeysLost());
    finding
        .journeysLost()
        .forEach(id -> design.journeys().find(id).ifPresent(j -> names.add(j.name())));
    return names;
  }

  private void showChain(Finding finding) {
    boolean any = !finding.chain().isEmpty();
    chainSection.setVisible(any);
    chainSection.setManaged(any);
    play.setVisible(!finding.probes().isEmpty());
    chain.getChildren().clear();
    for (Fact fact : finding.chain()) {
      chain.getChildren().add(step(fact));
    }
  }

  private Node step(Fact fact) {
    Label time = new Label(Figures.moment(fact.t()));
    time.getStyleClass().add("sw-fact-time");
    Label words = new Label(Typography.typeset(fact.why()));
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(time, words);
    row.getStyleClass().addAll("sw-fact", "sw-fact-link");
    row.setFocusTraversable(true);
    row.setAccessibleText(Figures.moment(fact.t()) + " " + fact.why());
    row.setOnMouseClicked(event -> goTo(fact));
    row.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        goTo(fact);
        event.consume();
      }
    });
    return row;
  }

  /// A component that only an annotation implies is shown as the link that it stands on.
  private void goTo(Fact fact) {
    String id = fact.node().id();
    if (workspace.state().design().components().contains(id)) {
      workspace.select(Selection.component(id));
    } else if (id.endsWith("~via")) {
      String link = id.substring(0, id.length() - "~via".length());
      if (workspace.state().design().links().contains(link)) {
        workspace.select(Selection.link(link));
      }
    }
  }

  private void showRecommendations(Review of, Finding finding) {
    cards.clear();
    List<Fix> fixes = fixes(finding);
    for (Fix fix : fixes) {
      cards.add(
          new RecommendationCard(
              of,
              fix,
              new RecommendationCard.Choices() {
                @Override
                public void preview(Recommendation recommendation, boolean on) {
                  show(finding, recommendation, on);
                }

                @Override
                public void apply(Recommendation recommendation) {
                  FindingDetail.this.apply(fix, recommendation);
                }
              }));
    }
    recommendations.getChildren().setAll(cards.stream().map(RecommendationCard::view).toList());
    if (fixes.isEmpty()) {
      Label no =
          new Label(
              "No change to apply. Where one was refused, the reason stands above; the page of the"
                  + " rule says what else to think about.");
      no.setWrapText(true);
      no.getStyleClass().add("sw-secondary");
      recommendations.getChildren().setAll(no);
    } else if (effects.of(finding.key()).isEmpty()) {
      effects.want(of, finding);
    }
  }

  /// Measured and ranked, or as the rule judged until that is done.
  private List<Fix> fixes(Finding finding) {
    Optional<List<Fix>> known = effects.of(finding.key());
    if (known.isPresent()) {
      return known.get();
    }
    List<Fix> plain = new ArrayList<>();
    for (Recommendation recommendation : finding.recommendations()) {
      plain.add(new Fix(plain.size() + 1, recommendation, null));
    }
    return plain;
  }

  /// Shows the best recommendation as a ghost, its button pressed; whether there is one.
  boolean previewBest() {
    return !cards.isEmpty() && cards.getFirst().preview();
  }

  /// Applies the best recommendation; whether there is one.
  boolean applyBest() {
    return !cards.isEmpty() && cards.getFirst().apply();
  }

  private void measured(String key) {
    Review of = review;
    if (of != null && found != null && found.key().equals(key)) {
      showRecommendations(of, found.finding());
    }
  }

  private void show(Finding finding, Recommendation recommendation, boolean on) {
    if (!on) {
      workspace.preview(Optional.empty());
      return;
    }
    Document document = workspace.state().document();
    Document edited = workspace.edited(document, recommendation.edit());
    workspace.preview(Optional.of(new FixPreview(finding.key(), recommendation, edited)));
  }

  private void apply(Fix fix, Recommendation recommendation) {
    boolean measured = recommendation == fix.recommendation();
    applied.accept(
        fix.effect()
            .filter(effect -> measured)
            .map(effect -> effect.findingsNew())
            .orElse(List.of()));
    workspace.preview(Optional.empty());
    workspace.apply(recommendation.edit());
  }
}
