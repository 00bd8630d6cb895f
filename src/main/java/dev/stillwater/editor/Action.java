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
/// @param icon the name of its icon; empty for none
/// @param enabled whether it can be done now
public record Action(
    String id,
    String title,
    String group,
    Optional<String> shortcut,
    Optional<String> alternative,
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
        Optional.empty(),
        () -> true,
        run);
  }

  public Action key(String keys) {
    return new Action(
        id, title, group, Optional.of(keys), alternative, icon, enabled, run);
  }

  public Action orKey(String keys) {
    return new Action(id, title, group, shortcut, Optional.of(keys), icon, enabled, run);
  }

  public Action icon(String name) {
    return new Action(
        id, title, group, shortcut, alternative, Optional.of(name), enabled, run);
  }

  public Action when(BooleanSupplier condition) {
    return new Action(id, title, group, shortcut, alternative, icon, condition, run);
  }
}
