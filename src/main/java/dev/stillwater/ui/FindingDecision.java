package dev.stillwater.ui;

import dev.stillwater.editor.DecisionWords;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.LapsedDecision;
import dev.stillwater.review.ReviewedFinding;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was decided about a finding and what became of that, and the buttons that decide.
final class FindingDecision {
  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private final Deciding deciding;

  FindingDecision(Deciding deciding) {
    this.deciding = deciding;
  }

  /// The nodes that stand under the reasons of a finding.
  List<Node> of(ReviewedFinding found) {
    if (found.supersededBy() != null || found.off() != null) {
      return List.of();
    }
    Optional<Decision> decided = found.decided();
    if (decided.isPresent()) {
      return List.of(said(decided.get(), "", false), buttonsOf(found, decided.get(), "Reopen"));
    }
    Optional<LapsedDecision> lapsed = found.lapsedDecision();
    if (lapsed.isPresent()) {
      String head =
          lapsed.get().state() == DecisionStatus.State.EXPIRED
              ? "Counts again, because its day is over. "
              : "Counts again, because its facts changed. ";
      return List.of(
          said(lapsed.get().decision(), head + String.join(" ", lapsed.get().why()), true),
          buttonsOf(found, lapsed.get().decision(), "Remove"));
    }
    return List.of(choices(found));
  }

  private static Node said(Decision decision, String why, boolean attention) {
    Label head =
        new Label(DecisionWords.state(decision) + " · " + DecisionWords.circumstances(decision));
    head.getStyleClass().add("sw-decision-head");
    Label reason = new Label(DecisionWords.reason(decision));
    reason.setWrapText(true);
    VBox box = new VBox(head, reason);
    if (!why.isEmpty()) {
      Label because = new Label(Typography.typeset(why));
      because.setWrapText(true);
      because.setMinHeight(Region.USE_PREF_SIZE);
      because.getStyleClass().add("sw-decision-why");
      box.getChildren().add(because);
    }
    box.setId("finding-decision");
    box.getStyleClass().add("sw-decision-said");
    box.pseudoClassStateChanged(ATTENTION, attention);
    return box;
  }

  private Node buttonsOf(ReviewedFinding found, Decision decision, String back) {
    Button reopen = new Button(back);
    reopen.setId("decision-reopen");
    reopen.getStyleClass().add("sw-small-button");
    reopen.setOnAction(event -> deciding.reopen(decision.target()));
    HBox line = new HBox(menu(found, "Decide again"), reopen);
    line.getStyleClass().add("sw-decision-choices");
    return line;
  }

  private Node choices(ReviewedFinding found) {
    Button accept = new Button(DecisionWords.verb(DecisionKind.ACCEPTED));
    accept.setId("decide-accept");
    accept.getStyleClass().add("sw-small-button");
    accept.setOnAction(event -> deciding.decide(found, DecisionKind.ACCEPTED));
    HBox line = new HBox(accept, menu(found, "Decide otherwise"));
    line.getStyleClass().add("sw-decision-choices");
    return line;
  }

  private MenuButton menu(ReviewedFinding found, String title) {
    MenuButton menu = new MenuButton(title);
    menu.setId("decide-menu");
    menu.getStyleClass().add("sw-tab-menu");
    for (DecisionKind kind : DecisionKind.values()) {
      MenuItem item = new MenuItem(DecisionWords.verb(kind));
      item.setOnAction(event -> deciding.decide(found, kind));
      menu.getItems().add(item);
    }
    return menu;
  }
}
