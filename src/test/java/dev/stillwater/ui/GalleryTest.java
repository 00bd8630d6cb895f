package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Assessment;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Document;
import dev.stillwater.review.Reviewer;
import dev.stillwater.templates.Template;
import dev.stillwater.templates.TemplateCatalog;
import dev.stillwater.testing.CutText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class GalleryTest {
  private final List<String> chosen = new ArrayList<>();
  private final List<Document> opened = new ArrayList<>();
  private final List<Double> painted = new ArrayList<>();
  private Gallery gallery;
  private StackPane host;

  @Start
  void start(Stage stage) {
    Fonts.load();
    gallery =
        new Gallery(
            TemplateCatalog::shipped,
            (document, size) -> {
              painted.add(size.getWidth());
              return new Region();
            },
            (document, told) ->
                told.accept(
                    Assessment.of(
                        new Reviewer(PresetsJson.shipped()).review(document, LocalDate.EPOCH))),
            new Gallery.Choices() {
              @Override
              public void open(Template template, Document document) {
                chosen.add(template.name());
                opened.add(document);
              }

              @Override
              public void open(Path file) {
                chosen.add(file.toString());
              }

              @Override
              public void insert(Document document) {
                chosen.add("insert " + document.design().name());
              }

              @Override
              public void empty() {
                chosen.add("empty");
              }

              @Override
              public void browse() {
                chosen.add("browse");
              }

              @Override
              public void close() {
                chosen.add("close");
              }
            });
    host = PaneStage.show(stage, gallery.view(), 1100, 700);
    gallery.show(List.of(Path.of("/designs/shop.design.json")), false);
  }

  private static List<String> cards(FxRobot robot) {
    return robot.lookup(".sw-gallery-card").queryAll().stream().map(Node::getId).toList();
  }

  private static String heading(FxRobot robot) {
    return robot.lookup("#gallery-preview .sw-heading").queryAs(Labeled.class).getText();
  }

  private static String text(FxRobot robot, String query) {
    StringBuilder all = new StringBuilder();
    for (Node node : robot.lookup(query + " .label").queryAll()) {
      all.append(((Labeled) node).getText()).append('|');
    }
    return all.toString();
  }

  @Test
  void aClickLooksAndADoubleClickOpens(FxRobot robot) {
    robot.clickOn("#gallery-empty").clickOn("#gallery-browse").clickOn("shop");
    robot.clickOn("#gallery-search").write("loosely");
    robot.clickOn("#gallery-tight-coupling-after");
    assertThat(heading(robot)).isEqualTo("Checkout, loosely coupled");
    assertThat(chosen).containsExactly("empty", "browse", "/designs/shop.design.json");
    Node card = robot.lookup("#gallery-tight-coupling-after").query();
    robot.interact(() -> Event.fireEvent(card, clicks(2)));
    assertThat(chosen).endsWith("tight-coupling-after");
  }

  /// A double click whose halves no slow machine can tear apart.
  private static MouseEvent clicks(int count) {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        count,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  @Test
  void theKeyboardSearchesWalksAndChooses(FxRobot robot) {
    assertThat(robot.lookup("#gallery-search").queryAs(TextField.class).isFocused()).isTrue();
    robot.write("popcount").push(KeyCode.ENTER);
    assertThat(chosen).containsExactly("spotify-2013");
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertThat(chosen).containsExactly("spotify-2013", "spotify-2013");
    robot.clickOn("#gallery-search").push(KeyCode.ESCAPE);
    assertThat(cards(robot).size()).isGreaterThan(20);
    robot.push(KeyCode.ESCAPE);
    assertThat(chosen).as("there is no design to go back to").hasSize(2);
    robot.interact(() -> gallery.show(List.of(), true));
    robot.push(KeyCode.ESCAPE);
    assertThat(chosen).endsWith("close");
  }

  @Test
  void aShelfAndARuleLeaveWhatBelongsToThem(FxRobot robot) {
    robot.clickOn("#gallery-shelf-incidents");
    assertThat(cards(robot)).contains("gallery-roblox-2021").hasSizeGreaterThanOrEqualTo(12);
    MenuButton rules = robot.lookup("#gallery-rule").queryAs(MenuButton.class);
    MenuItem mesh =
        rules.getItems().stream()
            .filter(Menu.class::isInstance)
            .flatMap(menu -> ((Menu) menu).getItems().stream())
            .filter(item -> item.getText().startsWith("OV-009"))
            .findFirst()
            .orElseThrow();
    robot.interact(mesh::fire);
    assertThat(cards(robot)).containsExactly("gallery-aws-kinesis-2020");
    assertThat(rules.getText()).isEqualTo("Rule: OV-009");
    robot.interact(() -> gallery.showRule("REL-LC-003"));
    assertThat(cards(robot)).contains("gallery-tight-coupling-before");
    robot.clickOn("#gallery-search").write("nothing is called so");
    assertThat(robot.lookup("No design is called so.").query().isVisible()).isTrue();
    robot.clickOn("Show all designs");
    assertThat(cards(robot).size()).isGreaterThan(20);
  }

  @Test
  void theCounterExampleIsOneClickAwayAndShowsWhatThePatternBuys(FxRobot robot) {
    robot.clickOn("#gallery-search").write("loosely");
    assertThat(text(robot, "#figures")).contains("none", "◆", "1 of 1 journey");
    robot.clickOn("#preview-without");
    assertThat(robot.lookup("#preview-open").queryAs(Labeled.class).getText())
        .isEqualTo("Open it without loose coupling");
    robot.clickOn("#preview-open");
    assertThat(opened.getLast().design().name()).isEqualTo("Checkout, tightly coupled");
    robot.clickOn("#preview-with").clickOn("#preview-open");
    assertThat(opened.getLast().design().name()).isEqualTo("Checkout, loosely coupled");
  }

  @Test
  void aDesignAsksForItsParameters(FxRobot robot) {
    robot.clickOn("#gallery-search").write("loosely");
    TextInputControl deadline = robot.lookup("#parameter-deadline").query();
    robot.interact(() -> deadline.setText("soon"));
    robot.clickOn("#preview-open");
    assertThat(opened).isEmpty();
    assertThat(robot.lookup(".sw-gallery-problem").queryAll().stream().filter(Node::isVisible))
        .hasSize(1);
    robot.interact(() -> {
      deadline.setText("3s");
      robot.lookup("#parameter-name").queryAs(TextField.class).setText("Tickets");
    });
    robot.clickOn("#preview-open");
    assertThat(opened.getLast().design().name()).isEqualTo("Tickets");
    assertThat(
            opened
                .getLast()
                .design()
                .journeys()
                .get("place-order")
                .get(dev.stillwater.model.JourneyAttributes.DEADLINE)
                .orElseThrow()
                .millis())
        .isEqualTo(3000);
  }

  @Test
  void aDesignCanBeInsertedWhereOneIsOpen(FxRobot robot) {
    assertThat(robot.lookup("#preview-insert").query().isVisible()).isFalse();
    robot.interact(() -> gallery.show(List.of(), true));
    robot.clickOn("#gallery-search").write("loosely");
    robot.clickOn("#preview-insert");
    assertThat(chosen).containsExactly("insert Checkout, loosely coupled");
  }

  @Test
  void picturesArePaintedInTheWidthOfTheirCards(FxRobot robot) {
    robot.clickOn("#gallery-search").write("loosely");
    robot.interact(gallery::paintAll);
    WaitForAsyncUtils.waitForFxEvents();
    double width = robot.lookup("#gallery-tight-coupling-after").queryAs(Region.class).getWidth();
    painted.clear();
    robot.interact(gallery::repaint);
    robot.interact(gallery::paintAll);
    assertThat(painted).hasSizeGreaterThan(20).contains(width - 2);
  }

  @Test
  void nothingIsCutInASmallWindow(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(host::layout);
    assertThat(CutText.in(host)).isEmpty();
  }
}
