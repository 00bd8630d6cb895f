package dev.stillwater.ui;

import dev.stillwater.editor.EditorState;
import dev.stillwater.editor.Inspection;
import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Section;
import dev.stillwater.editor.Inspection.Subject;
import dev.stillwater.editor.JourneyPaths;
import dev.stillwater.editor.Provenance;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right side: everything that can be declared of what is selected, with the value that holds
/// and where it comes from.
///
/// Fields are made once for an attribute and kept; another selection of the same sort, an edit or a
/// review only gives them new values, so nobody who types loses the keyboard.
public final class InspectorPane {
  private static final double MARGIN = 14;

  private final Workspace workspace;
  private final Function<String, Optional<Double>> rate;
  private final JourneyPaths paths;
  private final Parent view;
  private final InspectorHead head;
  private final InspectorJourneys journeys;
  private final FieldMaker maker;
  private final Map<Attribute<?>, AttributeField<?>> fields = new HashMap<>();
  private final Map<Attribute<?>, AttributeField<?>> entryFields = new HashMap<>();
  private final Map<String, SectionView> sectionViews = new LinkedHashMap<>();
  private final Set<String> folded = new LinkedHashSet<>();
  private @Nullable Inspection shown;
  private boolean refreshing;
  private boolean again;

  @FXML private ScrollPane scroll;
  @FXML private VBox body;
  @FXML private VBox headSlot;
  @FXML private VBox introSlot;
  @FXML private VBox sections;

  /// @param rate the requests per second of a link that follow from what is declared before it
  public InspectorPane(Workspace workspace, Function<String, Optional<Double>> rate) {
    this.workspace = workspace;
    this.rate = rate;
    this.paths = new JourneyPaths(workspace.presets());
    this.maker = new FieldMaker(workspace, this::commit);
    this.head = new InspectorHead(workspace, this::commit);
    this.journeys = new InspectorJourneys(workspace, paths, this::commit);
    this.view = Views.load("inspector", this);
    headSlot.getChildren().setAll(head.view());
    workspace.onChange(this::changed);
    refresh();
  }

  /// The scroll bar stands in the margin, so that nothing moves when it comes and goes.
  @FXML
  private void initialize() {
    Insets margin = new Insets(0, MARGIN, 16, MARGIN);
    body.setPadding(margin);
    scroll
        .viewportBoundsProperty()
        .addListener((of, was, is) -> {
          double bar = Math.clamp(scroll.getWidth() - is.getWidth(), 0, MARGIN);
          body.setPadding(new Insets(0, MARGIN - bar, margin.getBottom(), MARGIN));
        });
  }

  public Parent view() {
    return view;
  }

  /// The titles of sections that are folded, to be remembered until the next start.
  public List<String> folded() {
    return List.copyOf(folded);
  }

  public void fold(Collection<String> titles) {
    folded.clear();
    folded.addAll(titles);
    sectionViews.forEach((title, section) -> section.setFolded(folded.contains(title)));
  }

  /// Gives the name of what is selected the keyboard.
  public void editName() {
    head.editName();
  }

  /// Gives an attribute of what is selected the keyboard.
  ///
  /// @param key its key in files: `timeout`
  public void edit(String key) {
    Inspection inspection = shown;
    if (inspection == null) {
      return;
    }
    for (Section section : inspection.sections()) {
      for (Field<?> field : section.fields()) {
        if (field.attribute().key().equals(key)) {
          section(section.title()).setFolded(false);
          AttributeField<?> control = control(section, field);
          reveal(control.view());
          control.focus();
          return;
        }
      }
    }
  }

  private void reveal(Node node) {
    scroll.layout();
    double height = scroll.getContent().getLayoutBounds().getHeight();
    double room = scroll.getViewportBounds().getHeight();
    double y =
        scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
    if (height > room) {
      scroll.setVvalue(Math.clamp((y - room / 3) / (height - room), 0, 1));
    }
  }

  private void changed(EditorState before, EditorState after) {
    boolean design = before.design() != after.design();
    boolean selection = before.selection() != after.selection();
    boolean collapsed =
        after.selection().zone().isPresent()
            && before.document().layout() != after.document().layout();
    if (design || selection || collapsed) {
      refresh();
    }
    if (design || selection || EditorState.differs(before.review(), after.review())) {
      journeys.show(after);
    }
  }

  private void commit(String label, UnaryOperator<Document> change, @Nullable String merge) {
    workspace.commit(label, change.apply(workspace.state().document()), merge);
  }

  /// Typing that is not committed yet belongs to what was selected before; taking it over changes
  /// the document, so what is shown is read only afterwards.
  private void refresh() {
    if (refreshing) {
      again = true;
      return;
    }
    refreshing = true;
    try {
      do {
        again = false;
        EditorState state = workspace.state();
        Inspection next = inspection(state);
        if (leaves(next)) {
          settle();
        }
        if (!again) {
          show(next);
        }
      } while (again);
    } finally {
      refreshing = false;
    }
  }

  private Inspection inspection(EditorState state) {
    return state
        .selection()
        .zone()
        .flatMap(state.design().zones()::find)
        .map(zone -> Inspection.zone(state.document(), zone))
        .orElseGet(
            () -> Inspection.of(state.design(), state.selection(), workspace.presets(), rate));
  }

  private boolean leaves(Inspection next) {
    return shown != null && !sameSubject(shown.subject(), next.subject());
  }

  private static boolean sameSubject(Subject a, Subject b) {
    return switch (a) {
      case Subject.OfDesign d -> b instanceof Subject.OfDesign;
      case Subject.OfComponent c ->
          b instanceof Subject.OfComponent other
              && other.component().id().equals(c.component().id());
      case Subject.OfLink l ->
          b instanceof Subject.OfLink other && other.link().id().equals(l.link().id());
      case Subject.OfJourney j ->
          b instanceof Subject.OfJourney other && other.journey().id().equals(j.journey().id());
      case Subject.OfZone z ->
          b instanceof Subject.OfZone other && other.zone().id().equals(z.zone().id());
      case Subject.OfSeveral s -> a.equals(b);
    };
  }

  /// Shows the values that hold now, when presets changed.
  void again() {
    refresh();
  }

  /// Takes over what is still being typed.
  void settle() {
    head.settle();
    Inspection before = shown;
    if (before != null) {
      for (Section section : before.sections()) {
        section.fields().forEach(field -> control(section, field).settle());
      }
    }
  }

  private void show(Inspection next) {
    Inspection before = shown;
    shown = next;
    head.show(next.subject());
    if (before == null || !before.hasSameShape(next)) {
      build(next);
      introSlot.getChildren().setAll(journeys.viewFor(next.subject()));
    }
    for (Section section : next.sections()) {
      section
          .fields()
          .forEach(field -> {
            AttributeField<?> control = control(section, field);
            control.show(field);
            control.explain(
                Provenance.of(
                    field, next.subject(), workspace.state().design(), workspace.presets()));
          });
    }
    if (before == null || !sameSubject(before.subject(), next.subject())) {
      scroll.setVvalue(0);
    }
    journeys.show(workspace.state());
  }

  private void build(Inspection next) {
    List<Node> nodes = new ArrayList<>();
    for (Section section : next.sections()) {
      SectionView sectionView = section(section.title());
      sectionView.setContent(
          section.fields().stream().map(field -> control(section, field).view()).toList());
      nodes.add(sectionView.view());
    }
    sections.getChildren().setAll(nodes);
  }

  private SectionView section(String title) {
    return sectionViews.computeIfAbsent(
        title,
        t -> {
          SectionView section = new SectionView(t, isFolded -> remember(t, isFolded));
          section.setFolded(folded.contains(t));
          return section;
        });
  }

  private void remember(String title, boolean isFolded) {
    if (isFolded) {
      folded.add(title);
    } else {
      folded.remove(title);
    }
  }

  /// The attributes of a journey have two fields each: one where the journey itself is selected,
  /// one on its entry link.
  private AttributeField<?> control(Section section, Field<?> field) {
    return (section.title().equals(Inspection.JOURNEY) ? entryFields : fields)
        .computeIfAbsent(field.attribute(), maker::make);
  }
}
