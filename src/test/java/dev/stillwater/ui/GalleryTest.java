package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.testing.Checkout;
import dev.stillwater.testing.CutText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
  private final List<Double> painted = new ArrayList<>();
  private Gallery gallery;
  private StackPane host;

  @Start
  void start(Stage stage) {
    Fonts.load();
    gallery =
        new Gallery(
            List.of(
                entry("tight", "Checkout, tightly coupled", Gallery.Badge.COUNTER_EXAMPLE),
                entry("loose", "Checkout, loosely coupled", Gallery.Badge.REFERENCE),
                entry("queue", "Work levelled by a queue", Gallery.Badge.REFERENCE)),
            (document, size) -> {
              painted.add(size.getWidth());
              return new Region();
            },
            new Gallery.Choices() {
              @Override
              public void open(Gallery.Entry entry) {
                chosen.add(entry.id());
              }

              @Override
              public void open(Path file) {
                chosen.add(file.toString());
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
    host = PaneStage.show(stage, gallery.view(), 960, 640);
    gallery.show(List.of(Path.of("/designs/shop.design.json")), false);
  }

  private static Gallery.Entry entry(String id, String title, Gallery.Badge badge) {
    return new Gallery.Entry(
        id,
        title,
        "One request calls payment, database, mail and loyalty before it answers.",
        badge,
        Checkout::document);
  }

  @Test
  void everythingCanBeChosenByMouse(FxRobot robot) {
    robot.clickOn("#gallery-empty").clickOn("#gallery-browse").clickOn("#gallery-loose");
    robot.clickOn("shop");
    assertThat(chosen).containsExactly("empty", "browse", "loose", "/designs/shop.design.json");
  }

  @Test
  void theKeyboardSearchesWalksAndChooses(FxRobot robot) {
    assertThat(robot.lookup("#gallery-search").queryAs(TextField.class).isFocused()).isTrue();
    robot.write("queue").push(KeyCode.ENTER);
    assertThat(chosen).containsExactly("queue");
    robot.push(KeyCode.ESCAPE).push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.ENTER);
    assertThat(chosen).containsExactly("queue", "loose");
    robot.push(KeyCode.ESCAPE);
    assertThat(chosen).as("there is no design to go back to").hasSize(2);
    robot.interact(() -> gallery.show(List.of(), true));
    robot.push(KeyCode.ESCAPE);
    assertThat(chosen).containsExactly("queue", "loose", "close");
  }

  @Test
  void picturesArePaintedOnceInTheWidthOfTheirCards(FxRobot robot) {
    robot.interact(gallery::paintAll);
    WaitForAsyncUtils.waitForFxEvents();
    double width = robot.lookup("#gallery-tight").queryAs(Region.class).getWidth();
    assertThat(painted.subList(painted.size() - 3, painted.size()))
        .allMatch(paintedWidth -> paintedWidth == width - 2);
    robot.clickOn("#gallery-search").write("nothing is called so");
    assertThat(robot.lookup("No design is called so.").query().isVisible()).isTrue();
  }

  @Test
  void nothingIsCutInASmallWindow(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(host::layout);
    assertThat(CutText.in(host)).isEmpty();
  }
}
