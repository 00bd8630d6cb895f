package dev.stillwater.ui;

import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The page of a rule over the window: its severity, what it guards against, and the page itself.
public final class RuleDialog {
  private final Modal modal;
  private final RuleSet rules;
  private final RulePageView page;
  private final Function<String, List<Node>> more;
  private final Parent view;

  @FXML private Label mark;
  @FXML private Label title;
  @FXML private HBox facts;
  @FXML private ScrollPane scroll;
  @FXML private VBox content;
  @FXML private Button close;

  /// Shows pages of the catalogue.
  public RuleDialog(Modal modal, Consumer<String> browse) {
    this(modal, RuleSet.BUILT_IN, browse);
  }

  /// @param rules whose pages there are
  /// @param browse opens an address of the web
  public RuleDialog(Modal modal, RuleSet rules, Consumer<String> browse) {
    this(modal, rules, browse, id -> List.of());
  }

  /// @param more what stands below the page of a rule, given its id
  RuleDialog(
      Modal modal, RuleSet rules, Consumer<String> browse, Function<String, List<Node>> more) {
    this.modal = modal;
    this.rules = rules;
    this.more = more;
    this.page = new RulePageView(target -> follow(target, browse));
    this.view = Views.load("rule-page", this);
  }

  @FXML
  private void initialize() {
    close.setOnAction(event -> modal.close());
  }

  /// Pages name each other by their files: `REL-LC-001.md`.
  private void follow(String target, Consumer<String> browse) {
    String rule = target.endsWith(".md") ? target.substring(0, target.length() - 3) : target;
    if (rules.find(rule).isPresent()) {
      show(rule);
    } else {
      browse.accept(target);
    }
  }

  /// @throws IllegalArgumentException when there is no such rule
  public void show(String id) {
    Rule found = rules.find(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id));
    RuleInfo rule = found.info();
    title.setText(rule.title());
    FindingCell.mark(mark, rule.base());
    facts.getChildren().clear();
    fact(rule.id());
    fact(rule.base().word());
    fact(rule.category().title());
    fact(rule.failure().title());
    rule.practices().forEach(this::fact);
    page.show(withoutTitle(found.page().text()));
    content.getChildren().setAll(page.view());
    content.getChildren().addAll(more.apply(rule.id()));
    scroll.setVvalue(0);
    modal.show(view, Pos.CENTER, close, () -> {});
  }

  private void fact(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sw-tag");
    facts.getChildren().add(label);
  }

  /// The heading of the dialog says it already.
  private static String withoutTitle(String markdown) {
    String text = markdown.stripLeading();
    int end = text.indexOf('\n');
    return text.startsWith("# ") && end > 0 ? text.substring(end) : text;
  }
}
