package dev.stillwater.editor;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Something that a person can do: one entry of menus, command palette and shortcut list alike.
///
/// @param id stable: `edit.undo`
/// @param title in the imperative: `Undo`
/// @param group the menu that it stands in: `Edit`
/// @param shortcut in the notation of key combinations: `Shortcut+Z`; empty for none
/// @param alternative a second shortcut
/// @param local whether the shortcuts work only while the drawing has the keyboard
/// @param icon the name of its icon; empty for none
/// @param enabled whether it can be done now
public record Action(
    String id,
    String title,
    String group,
    Optional<String> shortcut,
    Optional<String> alternative,
    boolean local,
    Optional<String> icon,
    BooleanSupplier enabled,
    Runnable run) {
  public static Action of(String id, String title, String group, Runnable run) {
    return new Action(
        id,
        title,
        group,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        () -> true,
        run);
  }

  public Action key(String keys) {
    return new Action(id, title, group, Optional.of(keys), alternative, local, icon, enabled, run);
  }

  public Action orKey(String keys) {
    return new Action(id, title, group, shortcut, Optional.of(keys), local, icon, enabled, run);
  }

  public Action icon(String name) {
    return new Action(
        id, title, group, shortcut, alternative, local, Optional.of(name), enabled, run);
  }

  public Action when(BooleanSupplier condition) {
    return new Action(id, title, group, shortcut, alternative, local, icon, condition, run);
  }

  /// The same, with shortcuts that work only while the drawing has the keyboard.
  public Action onCanvas() {
    return new Action(id, title, group, shortcut, alternative, true, icon, enabled, run);
  }
}
