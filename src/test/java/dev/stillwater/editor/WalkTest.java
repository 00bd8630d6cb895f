package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.Layout.Position;
import dev.stillwater.model.Link;
import dev.stillwater.testing.TestEditor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static TestEditor editor() {
    Design design =
        Design.empty("shop")
            .with(new Component("db", ComponentKind.RELATIONAL_DB))
            .with(new Component("order", ComponentKind.SERVICE))
            .with(new Component("web", ComponentKind.CLIENT))
            .with(new Component("mail", ComponentKind.SERVICE))
            .with(new Link("buy", "web", "order"))
            .with(new Link("save", "order", "db"))
            .with(new Link("tell", "order", "mail"));
    Map<String, Position> at = new LinkedHashMap<>();
    at.put("web", new Position(0, 0));
    at.put("order", new Position(320, 8));
    at.put("db", new Position(640, 0));
    at.put("mail", new Position(640, 200));
    return TestEditor.on(Document.of(design).withLayout(new Layout(at)));
  }

  @Test
  void tabVisitsComponentsInReadingOrderEachWithItsLinks() {
    TestEditor editor = editor();
    List<String> visited = new ArrayList<>();
    for (Optional<Selection> next = Walk.next(editor.state(), true);
        next.isPresent();
        next = Walk.next(editor.state(), true)) {
      editor.select(next.get());
      visited.add(next.get().single().orElseThrow());
    }
    assertThat(visited).containsExactly("web", "buy", "order", "save", "tell", "db", "mail");
    assertThat(Walk.next(editor.state(), false)).contains(Selection.component("db"));
    editor.select(Selection.NONE);
    assertThat(Walk.next(editor.state(), false)).contains(Selection.component("mail"));
  }

  @Test
  void arrowsFollowLinks() {
    TestEditor editor = editor().select(Selection.component("web"));
    assertThat(Walk.along(editor.state(), Walk.Direction.RIGHT))
        .contains(Selection.component("order"));
    assertThat(Walk.along(editor.state(), Walk.Direction.LEFT)).isEmpty();
    editor.select(Selection.component("order"));
    assertThat(Walk.along(editor.state(), Walk.Direction.RIGHT))
        .contains(Selection.component("db"));
    assertThat(Walk.along(editor.state(), Walk.Direction.DOWN))
        .contains(Selection.component("mail"));
    editor.select(Selection.link("save"));
    assertThat(Walk.along(editor.state(), Walk.Direction.LEFT))
        .contains(Selection.component("order"));
    assertThat(Walk.along(editor.state(), Walk.Direction.RIGHT))
        .contains(Selection.component("db"));
  }

  @Test
  void whatIsSelectedIsSaid() {
    TestEditor editor = editor();
    assertThat(Walk.spoken(editor.state())).isEqualTo("Drawing with 4 components and 3 links");
    editor.select(Selection.component("order"));
    assertThat(Walk.spoken(editor.state())).isEqualTo("order, service, 2 links out, 1 links in");
    editor.select(Selection.link("save"));
    assertThat(Walk.spoken(editor.state())).isEqualTo("Link from order to db, tight");
  }
}
