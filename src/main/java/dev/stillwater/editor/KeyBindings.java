package dev.stillwater.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Shortcuts that a person has chosen in the place of ours, by the id of the action. Immutable.
///
/// @param own keys in the notation of key combinations; an empty text takes the shortcut away
public record KeyBindings(Map<String, String> own) {
  public static final KeyBindings NONE = new KeyBindings(Map.of());

  public KeyBindings {
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /// With another shortcut of an action; ours when it is the one that we gave it.
  public KeyBindings with(Action ours, String keys) {
    Map<String, String> copy = new LinkedHashMap<>(own);
    if (normal(keys).equals(normal(ours.shortcut().orElse("")))) {
      copy.remove(ours.id());
    } else {
      copy.put(ours.id(), keys);
    }
    return new KeyBindings(copy);
  }

  public KeyBindings without(String action) {
    Map<String, String> copy = new LinkedHashMap<>(own);
    copy.remove(action);
    return new KeyBindings(copy);
  }

  /// The actions with the shortcuts that hold. Whoever chooses one for an action gets no second.
  public List<Action> applied(List<Action> actions) {
    return actions.stream().map(this::applied).toList();
  }

  private Action applied(Action action) {
    String keys = own.get(action.id());
    return keys == null
        ? action
        : new Action(
            action.id(),
            action.title(),
            action.group(),
            keys.isEmpty() ? Optional.empty() : Optional.of(keys),
            Optional.empty(),
            action.local(),
            action.icon(),
            action.enabled(),
            action.run());
  }

  /// The other action that has some keys already, as shortcut or as alternative.
  ///
  /// @param actions with the shortcuts that hold
  public static Optional<Action> taken(List<Action> actions, String id, String keys) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    return actions.stream()
        .filter(action -> !action.id().equals(id))
        .filter(action ->
            action.shortcut().filter(k -> normal(k).equals(normal(keys))).isPresent()
                || action.alternative().filter(k -> normal(k).equals(normal(keys))).isPresent())
        .findFirst();
  }

  /// One spelling for the same keys: `Shift+Shortcut+z` is `SHIFT+SHORTCUT+Z`, `Ctrl` the shortcut
  /// key of every system but one.
  static String normal(String keys) {
    List<String> parts = new ArrayList<>(Arrays.asList(keys.toUpperCase(Locale.ROOT).split("\\+")));
    String key = parts.removeLast().replace(' ', '_');
    TreeSet<String> modifiers = new TreeSet<>();
    for (String part : parts) {
      modifiers.add(part.equals("CTRL") ? "SHORTCUT" : part);
    }
    modifiers.add(key.startsWith("DIGIT") ? key.substring(5) : key);
    return String.join("+", modifiers);
  }
}
