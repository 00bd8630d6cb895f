package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Document;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.templates.TemplateCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The five minutes that must convince: fail, understand, preview, apply, undo, export.
class FixAndDrillTest extends WindowTest {
  @TempDir private Path folder;

  @Start
  void start(Stage shown) {
    open(shown);
  }

  private void openCheckout() {
    Document before = TemplateCatalog.find("tight-coupling-before").orElseThrow().document();
    onWindow(() -> workbench.openFresh(before));
    onWindow(workbench::fit);
  }

  private List<String> findings() {
    return workspace().state().review().orElseThrow().findings().stream()
        .map(ReviewedFinding::key)
        .toList();
  }

  @Test
  void aTemplateOpensFromTheGallery(FxRobot robot) {
    robot.clickOn("#gallery-search").write("loosely coupled");
    robot.clickOn("#gallery-tight-coupling-after").clickOn("#preview-open");
    assertThat(design().name()).isEqualTo("Checkout, loosely coupled");
    assertThat(findings()).isEmpty();
  }

  @Test
  void failingEmailTakesPlaceOrderDownAfterTwoSeconds(FxRobot robot) {
    openCheckout();
    robot.clickOn("#tool-analyse-fail");
    robot.clickOn(middle("email"));
    var drill = workspace().state().drill().orElseThrow();
    assertThat(drill.injection().how()).isEqualTo(Failure.GREY);
    assertThat(drill.result().journey("place-order").t()).isEqualTo(2000);
    assertThat(robot.lookup("#journey-place-order").query().getAccessibleText())
        .contains("down at 2.0 s");
    robot.clickOn("Crash");
    assertThat(workspace().state().drill().orElseThrow().injection().how())
        .isEqualTo(Failure.CRASH);
    robot.clickOn("End");
    assertThat(workspace().state().drill()).isEmpty();
  }

  @Test
  void applyingAFixRemovesItsFindingAndUndoBringsItBack(FxRobot robot) {
    openCheckout();
    String fanOut =
        findings().stream().filter(key -> key.startsWith("REL-LC-003")).findFirst().orElseThrow();
    onWindow(() -> workbench.previewBestFix(fanOut));
    assertThat(workspace().state().preview()).isPresent();
    String before = text();
    onWindow(workbench::applyBestFix);
    assertThat(findings()).doesNotContain(fanOut);
    assertThat(workspace().state().history().undoLabels()).hasSize(1);
    robot.clickOn("#tool-edit-undo");
    assertThat(text()).isEqualTo(before);
    assertThat(findings()).contains(fanOut);
  }

  @Test
  void anotherProductCanBePicked(FxRobot robot) {
    openCheckout();
    String fanOut =
        findings().stream().filter(key -> key.startsWith("REL-LC-003")).findFirst().orElseThrow();
    onWindow(() -> workbench.previewBestFix(fanOut));
    MenuButton product = robot.lookup("#product").queryAs(MenuButton.class);
    assertThat(product.getText()).isEqualTo("sns");
    onWindow(() ->
        product.getItems().stream()
            .filter(item -> item.getText().equals("eventbridge"))
            .forEach(MenuItem::fire));
    assertThat(product.getText()).isEqualTo("eventbridge");
    onWindow(workbench::applyBestFix);
    assertThat(design().components().get("order-events").kind()).isEqualTo(ComponentKind.EVENT_BUS);
  }

  @Test
  void theReviewIsExportedAsOnePage(FxRobot robot) throws Exception {
    openCheckout();
    Path page = folder.resolve("review.html");
    dialogs.target = Optional.of(page);
    robot.clickOn("#tool-file-export");
    robot.clickOn("#export-html");
    assertThat(Files.readString(page)).startsWith("<!").contains("place-order");
    robot.clickOn("#report-close");
    assertThat(robot.lookup("#report").tryQuery()).isEmpty();
  }

  @Test
  void theReviewIsExportedAsItIsChosen(FxRobot robot) throws Exception {
    openCheckout();
    robot.clickOn("#tool-file-export");
    ComboBox<?> severity = robot.lookup("#report-severity").queryAs(ComboBox.class);
    onWindow(() -> severity.getSelectionModel().select(1));
    ComboBox<?> language = robot.lookup("#report-language").queryAs(ComboBox.class);
    onWindow(() -> language.getSelectionModel().select(1));
    TextField title = robot.lookup("#report-title").queryAs(TextField.class);
    onWindow(() -> title.setText("Board paper 7"));
    MenuButton others = robot.lookup("#export-others").queryAs(MenuButton.class);
    List<String> formats = others.getItems().stream().map(MenuItem::getId).toList();
    assertThat(formats)
        .containsExactly("export-md", "export-json", "export-sarif", "export-junit", "export-csv");
    Path file = folder.resolve("review.md");
    dialogs.target = Optional.of(file);
    onWindow(() -> others.getItems().getFirst().fire());
    assertThat(Files.readString(file))
        .startsWith("# Board paper 7: ")
        .contains("Zuerst zu tun", "critical; ", "left out")
        .doesNotContain("· high ·");
    Path pdf = folder.resolve("review.pdf");
    dialogs.target = Optional.of(pdf);
    robot.clickOn("#export-pdf");
    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void aHostileFileLeavesTheOpenDocumentAlone(FxRobot robot) throws Exception {
    openCheckout();
    String before = text();
    Path file = folder.resolve("bad.design.json");
    Files.write(
        file,
        "{\"format\":\"stillwater/1\",\"components\":[{\"id\":\"a\",\"kind\":\"nothing\"}"
            .getBytes(StandardCharsets.UTF_8));
    dialogs.designs = List.of(file);
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    assertThat(text()).isEqualTo(before);
    assertThat(dialogs.asked.getLast()).contains("bad.design.json:1:");
  }

  @Test
  void unsavedChangesAreAskedFor(FxRobot robot) {
    openCheckout();
    robot.clickOn(middle("email"));
    robot.push(KeyCode.DELETE);
    assertThat(design().components().contains("email")).isFalse();
    robot.push(KeyCode.SHORTCUT, KeyCode.N);
    assertThat(dialogs.asked).as("a tab of its own takes nothing away").isEmpty();
    assertThat(design().components().isEmpty()).isTrue();
    onWindow(() -> assertThat(workbench.mayClose()).isFalse());
    assertThat(dialogs.asked).containsExactly("unsaved Checkout, tightly coupled");
    assertThat(design().components().contains("order")).isTrue();
    dialogs.unsaved = Dialogs.Unsaved.DISCARD;
    robot.push(KeyCode.SHORTCUT, KeyCode.W);
    assertThat(design().components().isEmpty()).isTrue();
  }

  @Test
  void everyIconExists(FxRobot robot) {
    for (var action : workbench.actions().all()) {
      action.icon().ifPresent(name -> assertThat(Icons.of(name)).isNotNull());
    }
    assertThat(robot.lookup(".sw-tool").queryAll())
        .allSatisfy(node -> assertThat(((Labeled) node).getTooltip()).isNotNull());
  }
}
