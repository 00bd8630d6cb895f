package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.testing.Checkout;
import java.util.List;
import org.junit.jupiter.api.Test;

class TabsTest {
  private final Workspace workspace = Checkout.workspace();
  private final Tabs<String> tabs = new Tabs<>(workspace, "checkout");

  private static Document document(String component) {
    return Document.of(
        Design.empty(component).with(new Component(component, ComponentKind.SERVICE)));
  }

  private void edit() {
    workspace.commit(
        "Set replicas",
        Editing.set(
            workspace.state().document(), List.of("order"), ComponentAttributes.REPLICAS, 7));
  }

  private List<String> files() {
    return tabs.all().stream().map(Tabs.Tab::file).toList();
  }

  @Test
  void eachTabKeepsItsHistorySelectionAndViewport() {
    int first = tabs.front().number();
    workspace.select(Selection.component("order"));
    edit();
    workspace.show(new Viewport(40, 50, 2, 500, 400));
    EditorState left = workspace.state();
    int second = tabs.open(History.opened(document("shop")), "shop").number();
    assertThat(workspace.state().history().canUndo()).isFalse();
    assertThat(workspace.state().selection().isEmpty()).isTrue();
    workspace.show(workspace.state().viewport().resized(800, 600));
    tabs.show(first);
    assertThat(workspace.state().history()).isSameAs(left.history());
    assertThat(workspace.state().selection()).isEqualTo(left.selection());
    assertThat(workspace.state().viewport()).isEqualTo(new Viewport(40, 50, 2, 800, 600));
    workspace.undo();
    tabs.show(second);
    tabs.show(first);
    assertThat(workspace.state().history().canRedo()).isTrue();
  }

  @Test
  void aGestureEndsWhereItBegan() {
    int first = tabs.front().number();
    Document before = workspace.state().document();
    workspace.send(new Input.Press(new Point(0, 0), new Hit.Nothing(), Input.Keys.NONE, 1));
    tabs.open(History.opened(document("shop")), "shop");
    assertThat(workspace.state().tool()).isEqualTo(new Tool.Selecting());
    tabs.show(first);
    assertThat(workspace.state().tool().isGesture()).isFalse();
    assertThat(workspace.state().document()).isSameAs(before);
  }

  @Test
  void whatStoodToTheRightComesToTheFront() {
    tabs.open(History.opened(document("a")), "a");
    int b = tabs.open(History.opened(document("b")), "b").number();
    int a = tabs.all().get(1).number();
    tabs.show(a);
    tabs.close(a, document("new"), "new");
    assertThat(files()).containsExactly("checkout", "b");
    assertThat(tabs.front().number()).isEqualTo(b);
    tabs.close(b, document("new"), "new");
    assertThat(tabs.front().file()).isEqualTo("checkout");
    tabs.close(tabs.front().number(), document("new"), "new");
    assertThat(files()).containsExactly("new");
    assertThat(workspace.state().design().components().contains("new")).isTrue();
  }

  @Test
  void movingATabLeavesTheOneInFrontThere() {
    int a = tabs.open(History.opened(document("a")), "a").number();
    tabs.open(History.opened(document("b")), "b");
    tabs.move(a, 0);
    assertThat(files()).containsExactly("a", "checkout", "b");
    assertThat(tabs.front().file()).isEqualTo("b");
    assertThat(tabs.beside(1).file()).isEqualTo("a");
    assertThat(tabs.beside(-1).file()).isEqualTo("checkout");
  }

  @Test
  void aTabIsDirtyUntilItsStepsAreUndone() {
    edit();
    assertThat(tabs.front().isDirty()).isTrue();
    tabs.open(History.opened(document("a")), "a");
    assertThat(tabs.front().isDirty()).isFalse();
    assertThat(tabs.all().getFirst().isDirty()).isTrue();
    tabs.show(tabs.all().getFirst().number());
    workspace.undo();
    assertThat(tabs.front().isDirty()).isFalse();
  }
}
