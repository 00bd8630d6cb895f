package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Effects;
import dev.stillwater.editor.FindingRows;
import dev.stillwater.editor.FindingRows.Filter;
import dev.stillwater.editor.FindingRows.Grouping;
import dev.stillwater.editor.FindingRows.Row;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Design;
import dev.stillwater.model.Figures;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of findings and, beside it, why the selected one fired and what would help.
public final class FindingsPane {
  private final Workspace workspace;
  private final Consumer<String> reveal;
  private final Parent view;
  private final Node tools;
  private final FindingDetail detail;
  private final Reading reading;
  private final FindingCell.Columns columns = new FindingCell.Columns();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private final Set<String> folded = new HashSet<>();
  private Grouping grouping = Grouping.JOURNEY;
  private Filter filter = Filter.NONE;
  private boolean filling;
  private List<String> follow = List.of();

  @FXML private SplitPane split;
  @FXML private StackPane listSlot;
  @FXML private ListView<Row> list;
  @FXML private VBox empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button clearFilter;
  @FXML private StackPane detailSlot;

  private final Tools bar;

  /// @param reveal brings an element of the drawing into view
  /// @param explain shows the page of a rule, given its id
  FindingsPane(
      Workspace workspace,
      Effects effects,
      Consumer<String> reveal,
      Consumer<String> explain,
      Reading reading,
      Deciding deciding) {
    this.workspace = workspace;
    this.reveal = reveal;
    this.reading = reading;
    this.detail =
        new FindingDetail(
            workspace, effects, explain, this::applied, new FindingDecision(deciding));
    this.view = Views.load("findings", this);
    this.bar = new Tools();
    this.tools = Views.load("findings-tools", bar);
    detailSlot.getChildren().setAll(detail.view());
    workspace.onChange(this::changed);
    reading.onChange(this::marked);
    fill(workspace.state());
  }

  public Parent view() {
    return view;
  }

  /// Search, grouping and filter; they stand in the line of the tabs.
  public Node tools() {
    return tools;
  }

  /// How many findings there are; the number of rows without a filter.
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /// Goes to the finding after the selected one, around the end.
  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  /// Goes to a finding by its key: highlights its path and selects what it is about.
  public void select(String key) {
    workspace
        .state()
        .review()
        .flatMap(review -> review.findings().stream().filter(f -> f.key().equals(key)).findFirst())
        .ifPresent(this::open);
  }

  /// Shows the best recommendation of the selected finding as a ghost; whether there is one.
  public boolean previewBest() {
    return detail.previewBest();
  }

  /// Applies the best recommendation of the selected finding; whether there is one.
  public boolean applyBest() {
    return detail.applyBest();
  }

  /// Gives the search the keyboard.
  public void search() {
    bar.search.requestFocus();
    bar.search.selectAll();
  }

  @FXML
  private void initialize() {
    SplitPane.setResizableWithParent(detailSlot, false);
    list.setCellFactory(of -> new FindingCell(columns, this::toggle, reading));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((of, was, is) -> {
          if (!filling && is instanceof Row.Item item) {
            open(item.found());
          }
        });
    list.setOnKeyPressed(event -> {
      Row row = list.getSelectionModel().getSelectedItem();
      boolean toggles =
          event.getCode() == KeyCode.SPACE
              || event.getCode() == KeyCode.LEFT
              || event.getCode() == KeyCode.RIGHT;
      if (toggles && row instanceof Row.Heading heading) {
        toggle(heading);
        event.consume();
      }
    });
    list.widthProperty()
        .addListener((of, was, is) -> columns.fit(list.getItems(), is.doubleValue()));
    list.heightProperty()
        .addListener((of, was, is) -> bringIntoView(list.getSelectionModel().getSelectedIndex()));
    clearFilter.setOnAction(event -> bar.clear());
  }

  private void toggle(Row.Heading heading) {
    if (!folded.remove(heading.group())) {
      folded.add(heading.group());
    }
    fill(workspace.state());
  }

  private void changed(EditorState before, EditorState after) {
    if (EditorState.differs(before.review(), after.review())) {
      followUp(after);
      fill(after);
    } else if (!before.focus().equals(after.focus())) {
      select(after);
    }
  }

  /// After a recommendation was applied its first follow-up speaks.
  private void followUp(EditorState state) {
    if (follow.isEmpty() || !state.isReviewed()) {
      return;
    }
    List<String> keys = follow;
    follow = List.of();
    state
        .review()
        .flatMap(review -> review.open().stream().filter(f -> keys.contains(f.key())).findFirst())
        .ifPresent(found -> workspace.focus(Optional.of(found.key())));
  }

  private void applied(List<String> brings) {
    follow = brings;
  }

  private void fill(EditorState state) {
    Review review = state.review().orElse(null);
    FindingRows rows =
        review == null
            ? new FindingRows(List.of(), 0, 0)
            : FindingRows.of(
                review, grouping, filter, folded, reading.marks(), state.focus().orElse(""));
    count.set(rows.all());
    filling = true;
    try {
      if (!list.getItems().equals(rows.rows())) {
        list.getItems().setAll(rows.rows());
        columns.fit(rows.rows(), list.getWidth());
      }
    } finally {
      filling = false;
    }
    bar.show(rows);
    showEmpty(state, review, rows);
    select(state);
  }

  private void select(EditorState state) {
    Row wanted = null;
    for (Row row : list.getItems()) {
      if (row instanceof Row.Item item
          && state.focus().filter(item.found().key()::equals).isPresent()) {
        wanted = item;
      }
    }
    filling = true;
    try {
      if (wanted == null) {
        list.getSelectionModel().clearSelection();
      } else if (!Objects.equals(wanted, list.getSelectionModel().getSelectedItem())) {
        list.getSelectionModel().select(wanted);
        bringIntoView(list.getItems().indexOf(wanted));
      }
    } finally {
      filling = false;
    }
    detail.show(state.review().orElse(null), wanted instanceof Row.Item item ? item.found() : null);
  }

  /// Highlights the path of a finding and selects what it is about.
  private void open(ReviewedFinding found) {
    Design design = workspace.state().design();
    Finding finding = found.finding();
    workspace.update(state ->
        state
            .with(subject(design, finding).orElse(state.selection()))
            .withFocus(Optional.of(found.key())));
    detail.show(workspace.state().review().orElse(null), found);
    reading.read(List.of(found));
    workspace.state().selection().single().ifPresent(reveal);
  }

  private static Optional<Selection> subject(Design design, Finding finding) {
    String subject = finding.subject();
    if (design.components().contains(subject)) {
      return Optional.of(Selection.component(subject));
    }
    if (design.links().contains(subject)) {
      return Optional.of(Selection.link(subject));
    }
    if (design.journeys().contains(subject)) {
      return Optional.of(Selection.journey(subject));
    }
    return finding.links().stream()
        .filter(design.links()::contains)
        .findFirst()
        .map(Selection::link)
        .or(() ->
            finding.components().stream()
                .filter(design.components()::contains)
                .findFirst()
                .map(Selection::component));
  }

  /// What is filtered to be unread stays until something else is asked for; its mark goes.
  private void marked() {
    if (filter.shown() != FindingRows.Shown.UNREAD) {
      fill(workspace.state());
    }
    list.refresh();
  }

  /// Marks every finding that counts as looked at.
  void readAll() {
    workspace.state().review().ifPresent(review -> reading.read(review.findings()));
    fill(workspace.state());
  }

  private void step(int by) {
    List<Row> rows = list.getItems();
    int at = list.getSelectionModel().getSelectedIndex();
    int start = at < 0 && by < 0 ? 0 : at;
    for (int i = 1; i <= rows.size(); i++) {
      int index = Math.floorMod(start + by * i, rows.size());
      if (rows.get(index) instanceof Row.Item) {
        list.getSelectionModel().select(index);
        bringIntoView(index);
        return;
      }
    }
  }

  /// Scrolls only as far as needed; the list's own way puts the row at the top.
  private void bringIntoView(int index) {
    if (index >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(index);
    }
  }

  private void showEmpty(EditorState state, @Nullable Review review, FindingRows rows) {
    boolean none = rows.rows().isEmpty();
    list.setVisible(!none);
    empty.setVisible(none);
    clearFilter.setVisible(false);
    clearFilter.setManaged(false);
    if (!none) {
      return;
    }
    if (review == null) {
      emptyTitle.setText("Not judged yet");
      emptyText.setText("The rules are looking at the design.");
    } else if (rows.all() > 0 || filter.isActive()) {
      emptyTitle.setText("No finding passes the filter");
      emptyText.setText(
          rows.all() == 1 ? "One finding is hidden." : rows.all() + " findings are hidden.");
      clearFilter.setVisible(true);
      clearFilter.setManaged(true);
    } else if (state.design().components().isEmpty()) {
      emptyTitle.setText("Nothing to judge yet");
      emptyText.setText("Place components and link them. Findings appear here while you draw.");
    } else {
      emptyTitle.setText("No findings");
      emptyText.setText(clean(review));
    }
  }

  /// What stands behind an empty list: passed, not applicable and not answered are different
  /// things.
  private static String clean(Review review) {
    int passed = count(review, RuleStatus.State.PASSED);
    int idle = count(review, RuleStatus.State.NOT_APPLICABLE);
    int open = review.questions().size();
    int off = review.count(ReviewedFinding.Standing.SWITCHED_OFF);
    String text =
        Figures.count(passed, "rule")
            + " looked and found nothing, "
            + idle
            + " had nothing to look at."
            + (off == 0
                ? ""
                : " " + Figures.count(off, "finding") + " switched off by a rules file.");
    return open == 0
        ? text
        : text
            + " "
            + Figures.count(open, "question")
            + (open == 1 ? " is" : " are")
            + " open: what is undeclared may hide something.";
  }

  private static int count(Review review, RuleStatus.State state) {
    return (int) review.rules().stream().filter(rule -> rule.state() == state).count();
  }

  /// The controls in the line of the tabs.
  private final class Tools {
    @FXML private HBox bar;
    @FXML private TextField search;
    @FXML private Label shown;
    @FXML private MenuButton group;
    @FXML private MenuButton severity;

    @FXML
    private void initialize() {
      ToggleGroup groups = new ToggleGroup();
      for (Grouping choice : Grouping.values()) {
        RadioMenuItem item = new RadioMenuItem(capital(choice.title()));
        item.setToggleGroup(groups);
        item.setSelected(choice == grouping);
        item.setOnAction(event -> {
          grouping = choice;
          group.setText("Group: " + choice.title());
          fill(workspace.state());
        });
        group.getItems().add(item);
      }
      group.setText("Group: " + grouping.title());
      ToggleGroup levels = new ToggleGroup();
      for (Severity least :
          List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
        RadioMenuItem item =
            new RadioMenuItem(
                least == Severity.INFO
                    ? "All severities"
                    : least.mark()
                        + "  "
                        + capital(least.word())
                        + (least == Severity.CRITICAL ? "" : " and above"));
        item.setToggleGroup(levels);
        item.setSelected(least == Severity.INFO);
        item.setUserData(least);
        item.setOnAction(event -> use(filter.withLeast(least)));
        severity.getItems().add(item);
      }
      severity.getItems().add(new SeparatorMenuItem());
      ToggleGroup standings = new ToggleGroup();
      for (FindingRows.Shown choice : FindingRows.Shown.values()) {
        RadioMenuItem item = new RadioMenuItem(choice.title());
        item.setToggleGroup(standings);
        item.setSelected(choice == FindingRows.Shown.OPEN);
        item.setUserData(choice);
        item.setOnAction(event -> use(filter.with(choice)));
        severity.getItems().add(item);
      }
      MenuItem readAll = new MenuItem("Mark all as read");
      readAll.setOnAction(event -> readAll());
      severity.getItems().addAll(new SeparatorMenuItem(), readAll);
      search.textProperty().addListener((of, was, is) -> use(filter.withText(is)));
      search.setOnKeyPressed(event -> {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
          search.clear();
          event.consume();
        }
      });
    }

    private void use(Filter next) {
      filter = next;
      fill(workspace.state());
    }

    private void clear() {
      filter = Filter.NONE;
      search.clear();
      severity
          .getItems()
          .forEach(item -> {
            if (item instanceof RadioMenuItem radio) {
              radio.setSelected(
                  radio.getUserData() == Severity.INFO
                      || radio.getUserData() == FindingRows.Shown.OPEN);
            }
          });
      fill(workspace.state());
    }

    private void show(FindingRows rows) {
      boolean active = filter.isActive();
      shown.setText(active ? rows.shown() + " of " + rows.all() : "");
      shown.setManaged(active);
      severity.setText(
          "Filter"
              + (filter.least() == Severity.INFO ? "" : ": " + filter.least().mark())
              + (filter.shown() == FindingRows.Shown.OPEN
                  ? ""
                  : ": " + filter.shown().name().toLowerCase(Locale.ROOT)));
      bar.setDisable(false);
    }
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
