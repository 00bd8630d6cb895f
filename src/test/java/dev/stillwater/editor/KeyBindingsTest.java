package dev.stillwater.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {
  private static final Action SAVE =
      Action.of("file.save", "Save", "File", () -> {}).key("Shortcut+S");
  private static final Action REDO =
      Action.of("edit.redo", "Redo", "Edit", () -> {}).key("Shortcut+Shift+Z").orKey("Shortcut+Y");
  private static final List<Action> OURS = List.of(SAVE, REDO);

  @Test
  void anotherShortcutTakesThePlaceOfOurs() {
    KeyBindings keys = KeyBindings.NONE.with(REDO, "Shortcut+R");
    Action redo = keys.applied(OURS).getLast();
    assertThat(redo.shortcut()).contains("Shortcut+R");
    assertThat(redo.alternative()).isEmpty();
    assertThat(keys.applied(OURS).getFirst()).isEqualTo(SAVE);
    assertThat(keys.with(REDO, "").applied(OURS).getLast().shortcut()).isEmpty();
    assertThat(keys.with(REDO, "Shift+Shortcut+z").own()).as("ours again").isEmpty();
    assertThat(keys.without("edit.redo")).isEqualTo(KeyBindings.NONE);
  }

  @Test
  void whatIsTakenIsFoundHoweverItIsSpelled() {
    assertThat(KeyBindings.taken(OURS, "file.save", "Shift+Ctrl+Z")).contains(REDO);
    assertThat(KeyBindings.taken(OURS, "file.save", "Shortcut+y")).contains(REDO);
    assertThat(KeyBindings.taken(OURS, "edit.redo", "Shortcut+Y")).isEmpty();
    assertThat(KeyBindings.taken(OURS, "file.save", "")).isEmpty();
    KeyBindings freed = new KeyBindings(Map.of("edit.redo", ""));
    assertThat(KeyBindings.taken(freed.applied(OURS), "file.save", "Shortcut+Y")).isEmpty();
  }
}
