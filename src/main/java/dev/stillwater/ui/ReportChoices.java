package dev.stillwater.ui;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.report.FindingFilter;
import dev.stillwater.report.Logo;
import dev.stillwater.report.Presentation;
import dev.stillwater.report.Words;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// What of a review is shown and how it looks: severity, journey, owner, decided findings; title,
/// logo, language.
final class ReportChoices {
  private final FlowPane view = new FlowPane(8, 6);
  private final ComboBox<String> severity;
  private final ComboBox<String> journey;
  private final ComboBox<String> owner;
  private final CheckBox hideAccepted = new CheckBox("Hide accepted");
  private final TextField title = new TextField();
  private final ComboBox<String> language;
  private final Button logoButton = new Button("Logo…");
  private final Map<String, String> journeys = new LinkedHashMap<>();
  private final Presentation usual;
  private @Nullable Logo logo;

  /// @param choosePicture asks for a logo; empty for none
  /// @param changed is called after each choice
  ReportChoices(
      Design design, Presentation usual, Supplier<Optional<Logo>> choosePicture, Runnable changed) {
    this.usual = usual;
    List<String> severities = new ArrayList<>(List.of("All severities"));
    for (Severity each : List.of(Severity.values()).reversed()) {
      severities.add(each == Severity.CRITICAL ? "critical only" : each.word() + " and above");
    }
    severities.removeLast(); // info and above is all
    severity = choice("report-severity", severities, changed);
    for (Journey each : design.journeys()) {
      journeys.put(
          each.name() + (journeys.containsKey(each.name()) ? " (" + each.id() + ")" : ""),
          each.id());
    }
    List<String> names = new ArrayList<>(List.of("All journeys"));
    names.addAll(journeys.keySet());
    journey = choice("report-journey", names, changed);
    TreeSet<String> owners = new TreeSet<>();
    design.components().stream()
        .flatMap(component -> component.get(ComponentAttributes.OWNER).stream())
        .forEach(owners::add);
    List<String> teams = new ArrayList<>(List.of("All owners"));
    teams.addAll(owners);
    owner = choice("report-owner", teams, changed);
    language =
        choice(
            "report-language",
            Words.LANGUAGES.stream()
                .map(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH))
                .toList(),
            changed);
    hideAccepted.setId("report-hide-accepted");
    hideAccepted.setOnAction(event -> changed.run());
    title.setId("report-title");
    title.setPromptText("Reliability review");
    title.setPrefColumnCount(16);
    title.textProperty().addListener((value, before, after) -> changed.run());
    logoButton.setId("report-logo");
    logoButton.setOnAction(event -> {
      logo = logo == null ? choosePicture.get().orElse(null) : null;
      logoButton.setText(logo == null ? "Logo…" : "Remove logo");
      changed.run();
    });
    view.getStyleClass().add("sw-report-choices");
    view.setAlignment(Pos.CENTER_LEFT);
    List<Node> shown = new ArrayList<>(List.of(title, logoButton, language, severity));
    if (names.size() > 2) {
      shown.add(journey);
    }
    if (!owners.isEmpty()) {
      shown.add(owner);
    }
    shown.add(hideAccepted);
    view.getChildren().setAll(shown);
  }

  private static ComboBox<String> choice(String id, List<String> values, Runnable changed) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(values);
    box.getSelectionModel().selectFirst();
    box.setOnAction(event -> changed.run());
    return box;
  }

  Node view() {
    return view;
  }

  private static int chosen(ComboBox<String> box) {
    return Math.max(0, box.getSelectionModel().getSelectedIndex());
  }

  FindingFilter filter() {
    int least = chosen(severity);
    int way = chosen(journey);
    int team = chosen(owner);
    return new FindingFilter(
        least == 0 ? null : List.of(Severity.values()).reversed().get(least - 1),
        way == 0 ? null : List.copyOf(journeys.values()).get(way - 1),
        team == 0 ? null : owner.getItems().get(team),
        hideAccepted.isSelected());
  }

  Presentation presentation() {
    Presentation result =
        usual
            .with(Words.find(Words.LANGUAGES.get(chosen(language))).orElse(Words.ENGLISH))
            .withTitle(title.getText());
    return logo == null ? result : result.with(logo);
  }
}
