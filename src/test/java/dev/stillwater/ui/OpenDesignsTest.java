package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Editing;
import dev.stillwater.io.DesignJson;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Several designs in one window: nothing of one reaches another, and nothing is lost on the way
/// out.
class OpenDesignsTest extends WindowTest {
  @TempDir Path folder;

  @Start
  void start(Stage shown) {
    open(shown);
  }

  private Path file(String component) throws Exception {
    Path path = folder.resolve(component + ".design.json");
    Files.write(
        path,
        DesignJson.write(
            Document.of(
                Design.empty(component).with(new Component(component, ComponentKind.SERVICE)))));
    return path;
  }

  private List<String> titles(FxRobot robot) {
    return robot.lookup(".sw-doc-tab").queryAll().stream()
        .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
        .map(tab -> ((Label) tab.lookup(".label")).getText() + (isMarked(tab) ? " •" : ""))
        .toList();
  }

  private static boolean isMarked(Node tab) {
    return tab.lookup(".sw-doc-dot").isVisible();
  }

  @Test
  void filesOpenBesideEachOtherAndChangesAreAskedForOnce(FxRobot robot) throws Exception {
    Path shop = file("shop");
    Path bank = file("bank");
    onWindow(() -> workbench.openAll(List.of(shop, bank)));
    assertThat(titles(robot)).containsExactly("shop.design.json", "bank.design.json");
    onWindow(() -> workbench.openAll(List.of(shop)));
    assertThat(titles(robot)).hasSize(2);
    assertThat(design().name()).isEqualTo("shop");
    robot.clickOn(middle("shop"));
    rename(robot, "store");
    assertThat(titles(robot)).containsExactly("shop.design.json •", "bank.design.json");
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(design().name()).isEqualTo("bank");
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    robot.push(KeyCode.SHORTCUT, KeyCode.W);
    assertThat(dialogs.asked).as("nothing would be lost").isEmpty();
    assertThat(design().components().contains("store")).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.W);
    assertThat(dialogs.asked).containsExactly("unsaved shop");
    assertThat(titles(robot)).hasSize(1);
    dialogs.unsaved = Dialogs.Unsaved.SAVE;
    robot.clickOn(titles(robot).isEmpty() ? "" : ".sw-doc-tab", MouseButton.MIDDLE);
    assertThat(Files.readString(shop)).contains("store");
    assertThat(robot.lookup("#gallery").tryQuery()).isPresent();
  }

  @Test
  void whatIsBeingTypedBelongsToTheDesignInFront(FxRobot robot) throws Exception {
    Path shop = file("shop");
    Path bank = file("bank");
    onWindow(() -> workbench.openAll(List.of(bank, shop)));
    robot.clickOn(middle("shop"));
    onWindow(() -> workbench.editAttribute("replicas"));
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write("7");
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(text()).contains("bank").doesNotContain("7");
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(text()).contains("\"replicas\": 7");
    robot.clickOn(middle("shop"));
    onWindow(() -> workbench.editAttribute("replicas"));
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write("9");
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(Files.readString(shop)).contains("\"replicas\": 9");
  }

  private void edit(int replicas) {
    workspace()
        .commit(
            "Set replicas",
            Editing.set(document(), List.of("shop"), ComponentAttributes.REPLICAS, replicas));
  }

  private void write(Path file, Document changed) throws Exception {
    Files.write(file, DesignJson.write(changed));
  }

  @Test
  void whatSomebodyElseWroteIsTakenOverOrMerged(FxRobot robot) throws Exception {
    Path shop = file("shop");
    onWindow(() -> workbench.openAll(List.of(shop)));
    robot.clickOn(middle("shop"));
    Document first = document();
    write(shop, Editing.set(first, List.of("shop"), ComponentAttributes.REPLICAS, 3));
    onWindow(() -> workbench.lookAtDisk());
    assertThat(text()).contains("\"replicas\": 3");
    assertThat(workspace().state().selection().hasComponent("shop")).isTrue();
    assertThat(workspace().state().history().isDirty()).isFalse();
    onWindow(() -> edit(5));
    write(shop, Editing.set(document(), List.of("shop"), ComponentAttributes.OWNER, "team-a"));
    write(
        shop,
        Editing.set(
            Editing.set(first, List.of("shop"), ComponentAttributes.REPLICAS, 3),
            List.of("shop"),
            ComponentAttributes.OWNER,
            "team-a"));
    dialogs.merge = true;
    onWindow(() -> workbench.lookAtDisk());
    assertThat(dialogs.asked).containsExactly("merge shop.design.json");
    assertThat(text()).contains("\"replicas\": 5").contains("team-a");
    onWindow(workbench::lookAtDisk);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(Files.readString(shop)).contains("\"replicas\": 5").contains("team-a");
    assertThat(dialogs.asked).hasSize(1);
  }

  @Test
  void bothChangedTheSameAndSavingAsksWhichHolds(FxRobot robot) throws Exception {
    Path shop = file("shop");
    onWindow(() -> workbench.openAll(List.of(shop)));
    Document first = document();
    onWindow(() -> edit(5));
    write(shop, Editing.set(first, List.of("shop"), ComponentAttributes.REPLICAS, 8));
    dialogs.conflict = Dialogs.Conflict.MERGE;
    robot.clickOn(middle("shop"));
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(dialogs.asked)
        .containsExactly("conflict shop.design.json", "resolve component:shop:Replicas");
    assertThat(Files.readString(shop)).as("nothing was chosen").contains("\"replicas\": 8");
    dialogs.choice = java.util.Optional.of(dev.stillwater.model.DocumentMerge.Side.MINE);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(Files.readString(shop)).contains("\"replicas\": 5");
    assertThat(workspace().state().history().isDirty()).isFalse();
  }

  @Test
  void marksOfGitAreSaidByElement(FxRobot robot) throws Exception {
    Path shop = file("shop");
    onWindow(() -> workbench.openAll(List.of(shop)));
    String content = Files.readString(shop);
    Files.writeString(
        shop,
        content.replaceFirst(
            "( *\\{\"id\": \"shop\".*\n)", "<<<<<<< HEAD\n$1=======\n$1>>>>>>> other\n"));
    onWindow(workbench::lookAtDisk);
    assertThat(dialogs.asked).hasSize(1);
    assertThat(dialogs.asked.getFirst()).contains("merge conflict").contains("\"shop\"");
    assertThat(design().components().contains("shop")).isTrue();
  }

  @Test
  void aRestoredCopyGoesIntoTheTabOfItsFile(FxRobot robot) throws Exception {
    Path shop = file("shop");
    onWindow(() -> workbench.openAll(List.of(shop)));
    Document mine = Editing.set(document(), List.of("shop"), ComponentAttributes.REPLICAS, 6);
    OpenFile known = workbench.files().tabs().front().file();
    onWindow(() -> workbench.files().openUnsaved(mine, known));
    assertThat(titles(robot)).containsExactly("shop.design.json •");
    assertThat(workspace().state().history().undoLabels())
        .containsExactly("Restore unsaved changes");
    onWindow(() -> workbench.workspace().undo());
    write(shop, Editing.set(document(), List.of("shop"), ComponentAttributes.OWNER, "x"));
    onWindow(() -> workbench.lookAtDisk());
    onWindow(() -> workbench.files().openUnsaved(mine, known));
    assertThat(titles(robot)).containsExactly("shop.design.json •");
    dialogs.merge = true;
    onWindow(() -> workbench.lookAtDisk());
    assertThat(text()).contains("\"replicas\": 6").contains("\"owner\": \"x\"");
  }
}
