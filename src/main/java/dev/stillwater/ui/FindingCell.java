package dev.stillwater.ui;

import dev.stillwater.editor.DecisionWords;
import dev.stillwater.editor.FindingRows.Row;
import dev.stillwater.model.Figures;
import dev.stillwater.review.DecisionStatus;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the list of findings: mark, subject, message, numbers, rule; or the heading of a group.
final class FindingCell extends ListCell<Row> {
  private static final PseudoClass NESTED = PseudoClass.getPseudoClass("nested");
  private static final PseudoClass SETTLED = PseudoClass.getPseudoClass("settled");
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private static final double INDENT = 18;

  /// What follows the parts of a list: `order@0.0s`.
  private static final Pattern AT_TIMES = Pattern.compile("@[\\d.]+ ?m?s");

  private final Label mark = new Label();
  private final Label subject = new Label();
  private final Label message = new Label();
  private final Label detail = new Label();
  private final Label rule = new Label();
  private final Label decided = new Label();
  private final HBox line = new HBox(mark, subject, message, detail, decided, rule);
  private final DoubleProperty indent = new SimpleDoubleProperty();
  private final FontIcon arrow = Icons.of("fth-chevron-down");
  private final Label title = new Label("", arrow);
  private final Label number = new Label();
  private final HBox heading = new HBox(title, number);
  private final Tooltip tip = AttributeField.tip("");

  private final Reading reading;

  FindingCell(Columns columns, Consumer<Row.Heading> toggle, Reading reading) {
    this.reading = reading;
    decided.getStyleClass().add("sw-decision-badge");
    decided.setMinWidth(Region.USE_PREF_SIZE);
    mark.getStyleClass().add("sw-mark");
    subject.getStyleClass().add("sw-finding-subject");
    message.getStyleClass().add("sw-finding-message");
    detail.getStyleClass().add("sw-finding-detail");
    rule.getStyleClass().add("sw-finding-rule");
    fix(subject, columns.subject.subtract(indent));
    fix(message, columns.message);
    detail.setMaxWidth(Double.MAX_VALUE);
    detail.setMinWidth(0);
    HBox.setHgrow(detail, Priority.ALWAYS);
    line.getStyleClass().add("sw-finding-row");
    number.getStyleClass().add("sw-counter");
    title.getStyleClass().add("sw-finding-group");
    heading.getStyleClass().add("sw-finding-heading");
    setPrefWidth(0);
    setOnMouseClicked(event -> {
      if (getItem() instanceof Row.Heading row) {
        toggle.accept(row);
      }
    });
  }

  private static void fix(Label label, ObservableValue<Number> width) {
    label.minWidthProperty().bind(width);
    label.prefWidthProperty().bind(width);
    label.maxWidthProperty().bind(width);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    setTooltip(null);
    switch (row) {
      case null -> setGraphic(null);
      case Row.Heading group -> {
        title.setText(group.title());
        arrow.setIconLiteral(group.folded() ? "fth-chevron-right" : "fth-chevron-down");
        number.setText(Integer.toString(group.count()));
        setAccessibleText(group.title() + ", " + Figures.count(group.count(), "finding"));
        setGraphic(heading);
      }
      case Row.Item item -> {
        show(item);
        setGraphic(line);
      }
    }
  }

  private void show(Row.Item item) {
    Finding finding = item.finding();
    mark(mark, finding.severity());
    subject.setText(subject(finding));
    message.setText(finding.message());
    detail.setText(secondary(finding));
    rule.setText(finding.rule().shortId());
    indent.set(item.depth() * INDENT);
    line.pseudoClassStateChanged(NESTED, item.depth() > 0);
    line.pseudoClassStateChanged(SETTLED, !item.found().isOpen());
    boolean unread = item.found().isOpen() && !reading.marks().isRead(item.found());
    line.pseudoClassStateChanged(UNREAD, unread);
    String badge = badge(item.found());
    decided.setText(badge);
    decided.setVisible(!badge.isEmpty());
    decided.setManaged(!badge.isEmpty());
    decided.pseudoClassStateChanged(ATTENTION, item.found().lapsedDecision().isPresent());
    setAccessibleText(
        finding.severity().word()
            + ": "
            + subject(finding)
            + ", "
            + finding.message()
            + (badge.isEmpty() ? "" : ", " + badge)
            + (unread ? ", unread" : ""));
    tip.setText(
        finding.message()
            + (finding.detail().isEmpty() ? "" : "\n" + Typography.typeset(finding.detail())));
    setTooltip(tip);
  }

  /// What was decided, or that it counts again.
  private static String badge(ReviewedFinding found) {
    return found
        .decided()
        .map(DecisionWords::state)
        .orElse(
            found
                .lapsedDecision()
                .map(lapsed ->
                    lapsed.state() == DecisionStatus.State.EXPIRED ? "expired" : "reopened")
                .orElse(""));
  }

  /// Shape and colour of a severity.
  static void mark(Label label, Severity severity) {
    label.setText(severity.mark());
    label.getStyleClass().removeIf(style -> style.startsWith("sw-severity-"));
    label.getStyleClass().add("sw-severity-" + severity.word());
  }

  static String subject(Finding finding) {
    return Typography.typeset(finding.subject());
  }

  /// What fits beside the message: the parts of a list, the moment at which a failure arrives and
  /// whom it costs, else the numbers.
  static String secondary(Finding finding) {
    String lost = String.join(", ", finding.journeysLost());
    String detail = Typography.typeset(finding.detail());
    if (AT_TIMES.matcher(detail).find()) {
      return AT_TIMES.matcher(detail).replaceAll("");
    }
    if (!finding.chain().isEmpty()) {
      String when = Figures.moment(finding.chain().getLast().t());
      return lost.isEmpty() ? when : when + " · " + lost;
    }
    return detail.isEmpty() ? lost : detail.replaceAll(",(?=\\S)", ", ");
  }

  /// The widths that all rows share: subjects and messages as wide as the widest, within bounds,
  /// and the numbers get what is left.
  static final class Columns {
    private static final double FIXED = 16 + 22 + 64 + 3 * 12 + 12;
    private static final double LEAST_SUBJECT = 64;
    private static final double MOST_SUBJECT = 170;
    private static final double LEAST_DETAIL = 90;

    /// Of what is left beside the subject, when not everything fits.
    private static final double DETAIL_SHARE = 0.34;

    private static final int MEASURED = 8;

    /// The first rows stand for all: a large design has thousands, and each is told when it is
    /// looked at.
    private static final int LOOKED_AT = 400;

    private final DoubleProperty subject = new SimpleDoubleProperty(110);
    private final DoubleProperty message = new SimpleDoubleProperty(320);

    void fit(List<Row> rows, double width) {
      if (width <= 0) {
        return;
      }
      List<Row.Item> items =
          rows.stream()
              .filter(Row.Item.class::isInstance)
              .map(Row.Item.class::cast)
              .limit(LOOKED_AT)
              .toList();
      Font strong = Font.font(Fonts.SEMIBOLD, 12.5);
      Font plain = Font.font(Fonts.FAMILY, 12.5);
      double subjects = widest(items, row -> subject(row.finding()), strong);
      double messages = widest(items, row -> row.finding().message(), plain);
      double details = widest(items, row -> secondary(row.finding()), plain);
      double room = width - FIXED;
      double subjectWidth =
          Math.clamp(
              subjects, LEAST_SUBJECT, Math.max(LEAST_SUBJECT, Math.min(MOST_SUBJECT, room / 4)));
      double rest = room - subjectWidth;
      double least = Math.min(details, Math.max(LEAST_DETAIL, rest * DETAIL_SHARE));
      subject.set(Math.ceil(subjectWidth));
      message.set(Math.ceil(Math.max(80, Math.min(messages, rest - least))));
    }

    /// The longest texts are the widest ones, near enough.
    private static double widest(List<Row.Item> rows, Function<Row.Item, String> text, Font font) {
      return rows.stream()
          .map(text)
          .distinct()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .limit(MEASURED)
          .mapToDouble(words -> {
            Text node = new Text(words);
            node.setFont(font);
            return Math.ceil(node.getLayoutBounds().getWidth()) + 2;
          })
          .max()
          .orElse(0);
    }
  }
}
