package dev.stillwater.ui;

import dev.stillwater.editor.Collapsing;
import dev.stillwater.editor.Editing;
import dev.stillwater.editor.Inspection.Subject;
import dev.stillwater.editor.Reshaping;
import dev.stillwater.editor.Selection;
import dev.stillwater.editor.Workspace;
import dev.stillwater.editor.Zoning;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Ids;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.ZoneAttributes;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// The top of the inspector: the name, to be changed in place, and what the thing is.
final class InspectorHead {
  private final Workspace workspace;
  private final AttributeField.Commits commits;
  private final Parent view;
  private final MenuButton kinds = new MenuButton();
  private @Nullable Subject subject;
  private String loaded = "";

  @FXML private TextField name;
  @FXML private Label error;
  @FXML private FlowPane about;

  InspectorHead(Workspace workspace, AttributeField.Commits commits) {
    this.workspace = workspace;
    this.commits = commits;
    this.view = Views.load("inspector-head", this);
  }

  Parent view() {
    return view;
  }

  @FXML
  private void initialize() {
    kinds.getStyleClass().addAll("sw-kind");
    kinds.setId("kind");
    kinds.setAccessibleText("Kind of component");
    name.setOnAction(event -> {
      settle();
      name.selectAll();
    });
    name.focusedProperty()
        .addListener((of, was, is) -> {
          if (!is) {
            settle();
          }
        });
    name.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !name.getText().equals(loaded)) {
            complain("");
            load(loaded);
            event.consume();
          }
        });
  }

  void editName() {
    if (name.isEditable()) {
      name.requestFocus();
      name.selectAll();
    }
  }

  void show(Subject next) {
    Subject before = subject;
    subject = next;
    boolean typing = name.isFocused() && !name.getText().equals(loaded);
    boolean same =
        before != null && before.getClass() == next.getClass() && id(before).equals(id(next));
    if (!(typing && same)) {
      complain("");
      load(title(next));
    }
    name.setEditable(!(next instanceof Subject.OfSeveral));
    name.setFocusTraversable(name.isEditable());
    if (before == null || !before.equals(next)) {
      about.getChildren().setAll(about(next));
    }
  }

  private static String id(Subject subject) {
    return switch (subject) {
      case Subject.OfDesign d -> "";
      case Subject.OfComponent c -> c.component().id();
      case Subject.OfLink l -> l.link().id();
      case Subject.OfJourney j -> j.journey().id();
      case Subject.OfZone z -> z.zone().id();
      case Subject.OfSeveral s -> String.join(" ", s.components()) + s.links();
    };
  }

  private static String title(Subject subject) {
    return switch (subject) {
      case Subject.OfDesign d -> d.design().name();
      case Subject.OfComponent c -> c.component().name();
      case Subject.OfLink l -> l.link().id();
      case Subject.OfJourney j -> j.journey().name();
      case Subject.OfZone z -> z.zone().name();
      case Subject.OfSeveral s -> counts(s);
    };
  }

  private static String counts(Subject.OfSeveral several) {
    List<String> parts = new ArrayList<>();
    if (!several.components().isEmpty()) {
      parts.add(Figures.count(several.components().size(), "component"));
    }
    if (!several.links().isEmpty()) {
      parts.add(Figures.count(several.links().size(), "link"));
    }
    return String.join(", ", parts);
  }

  private List<Node> about(Subject of) {
    return switch (of) {
      case Subject.OfDesign d -> List.of(wrapped(counts(d.design())));
      case Subject.OfComponent c -> List.of(kind(c.component()));
      case Subject.OfLink l ->
          List.of(muted("link ·"), end(l.link().from()), muted("→"), end(l.link().to()));
      case Subject.OfJourney j -> List.of(wrapped(about(j.journey())));
      case Subject.OfZone z -> about(z);
      case Subject.OfSeveral s -> narrowing(s);
    };
  }

  private static String counts(Design design) {
    return "design · "
        + Figures.count(design.components().size(), "component")
        + " · "
        + Figures.count(design.links().size(), "link")
        + " · "
        + Figures.count(design.journeys().size(), "journey");
  }

  private static String about(Journey journey) {
    return journey
        .get(JourneyAttributes.ENTRY)
        .map(entry -> "journey · everything behind " + entry)
        .orElseGet(() -> "journey · path of " + Figures.count(journey.namedLinks().size(), "link"));
  }

  private List<Node> about(Subject.OfZone of) {
    String id = of.zone().id();
    String inside =
        Figures.count(of.components(), "component")
            + (of.zones() == 0 ? "" : " · " + Figures.count(of.zones(), "zone"))
            + " inside";
    Hyperlink collapse = new Hyperlink(of.isCollapsed() ? "Expand" : "Collapse");
    collapse.setId("collapse-zone");
    collapse.setOnAction(event -> {
      Document document = workspace.state().document();
      workspace.commit(Collapsing.label(document, id), Collapsing.toggled(document, id));
    });
    Hyperlink members = new Hyperlink("Select what is inside");
    members.setDisable(of.components() == 0);
    members.setOnAction(event ->
        workspace.select(Selection.ofComponents(Zoning.members(workspace.state().design(), id))));
    return List.of(wrapped("zone " + id + " · " + inside), collapse, muted("·"), members);
  }

  /// With components and links mixed there is little in common to declare; one click leaves those
  /// of one sort.
  private List<Node> narrowing(Subject.OfSeveral several) {
    if (several.components().isEmpty() || several.links().isEmpty()) {
      List<String> names = several.components().isEmpty() ? several.links() : several.components();
      Label which =
          wrapped(
              String.join(", ", names.subList(0, Math.min(8, names.size())))
                  + (names.size() > 8 ? ", …" : ""));
      return several.links().isEmpty()
          ? List.of(kinds(several.components()), which)
          : List.of(which);
    }
    Hyperlink components = new Hyperlink("Only the components");
    components.setOnAction(event -> workspace.select(Selection.ofComponents(several.components())));
    Hyperlink links = new Hyperlink("Only the links");
    links.setOnAction(event ->
        workspace.select(new Selection(List.of(), several.links(), java.util.Optional.empty())));
    return List.of(components, muted("·"), links);
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("sw-secondary");
    return label;
  }

  /// A line as wide as the inspector, and as high as it needs to be.
  private Label wrapped(String text) {
    Label label = muted(text);
    label.setWrapText(true);
    label.prefWidthProperty().bind(about.widthProperty());
    return label;
  }

  private Node end(String component) {
    Hyperlink end = new Hyperlink(component);
    end.setMnemonicParsing(false);
    end.getStyleClass().add("sw-end");
    end.setOnAction(event -> workspace.select(Selection.component(component)));
    return end;
  }

  private Node kind(Component component) {
    return kinds(List.of(component.id()));
  }

  /// What the components are, to be changed for all of them.
  private Node kinds(List<String> ids) {
    Design design = workspace.state().design();
    List<ComponentKind> now =
        ids.stream()
            .flatMap(id -> design.components().find(id).stream())
            .map(Component::kind)
            .distinct()
            .toList();
    kinds.setText(now.size() == 1 ? now.getFirst().noun() : now.size() + " kinds, mixed");
    List<MenuItem> items = new ArrayList<>();
    ComponentKind.Family family = null;
    for (ComponentKind kind : ComponentKind.values()) {
      if (family != null && family != kind.family()) {
        items.add(new SeparatorMenuItem());
      }
      family = kind.family();
      RadioMenuItem item = new RadioMenuItem(kind.title());
      item.setSelected(now.size() == 1 && kind == now.getFirst());
      item.setOnAction(event -> change(ids, kind));
      items.add(item);
    }
    kinds.getItems().setAll(items);
    return kinds;
  }

  private void change(List<String> ids, ComponentKind kind) {
    String what =
        ids.size() == 1
            ? workspace.state().design().components().get(ids.getFirst()).name()
            : Figures.count(ids.size(), "component");
    commits.commit(
        "Change " + what + " to " + kind.noun(),
        document -> Reshaping.kind(document, ids, kind),
        null);
  }

  /// Takes over a name that was typed.
  void settle() {
    String typed = name.getText().strip();
    Subject of = subject;
    if (of == null || typed.equals(loaded)) {
      if (!name.getText().equals(loaded)) {
        load(loaded);
      }
      return;
    }
    if (typed.isEmpty()) {
      complain("");
      load(loaded);
      return;
    }
    switch (of) {
      case Subject.OfDesign d -> {
        loaded = typed;
        commits.commit(
            "Rename the design",
            document -> document.withDesign(document.design().withName(typed)),
            null);
      }
      case Subject.OfComponent c -> rename(c.component(), typed);
      case Subject.OfLink l -> rename(l.link(), typed);
      case Subject.OfJourney j -> {
        loaded = typed;
        commits.commit(
            "Rename " + j.journey().name(),
            document ->
                Editing.set(document, List.of(j.journey().id()), JourneyAttributes.NAME, typed),
            null);
      }
      case Subject.OfZone z -> {
        loaded = typed;
        commits.commit(
            "Rename zone " + z.zone().id() + " to " + typed,
            document -> Editing.set(document, List.of(z.zone().id()), ZoneAttributes.NAME, typed),
            null);
      }
      case Subject.OfSeveral s -> load(loaded);
    }
  }

  private void rename(Component component, String typed) {
    loaded = typed;
    Document before = workspace.state().document();
    List<String> ids = List.copyOf(before.design().components().ids());
    Document after = Editing.rename(before, component.id(), typed);
    String id =
        after.design().components().ids().stream()
            .filter(other -> !ids.contains(other))
            .findFirst()
            .orElse(component.id());
    commits.commit("Rename " + component.name(), document -> after, null);
    workspace.select(Selection.component(id));
  }

  /// A link has no name but its id, so that has to be legal and free.
  private void rename(Link link, String typed) {
    if (!Ids.legal(typed)) {
      complain("A link is named with letters, digits and . _ - > : only, no spaces.");
    } else if (workspace.state().design().find(typed).isPresent()) {
      complain("There is already something called " + typed + ".");
    } else {
      complain("");
      loaded = typed;
      commits.commit(
          "Rename " + link.id(), document -> Editing.renameLink(document, link.id(), typed), null);
      workspace.select(Selection.link(typed));
    }
  }

  private void complain(String reason) {
    error.setText(reason);
    error.setVisible(!reason.isEmpty());
    error.setManaged(!reason.isEmpty());
  }

  private void load(String text) {
    loaded = text;
    if (!name.getText().equals(text)) {
      name.setText(text);
    }
  }
}
