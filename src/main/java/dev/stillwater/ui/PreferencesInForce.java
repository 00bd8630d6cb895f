package dev.stillwater.ui;

import dev.stillwater.drawing.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the person chose, as it is in force in a window now. Whoever shows something of it listens.
final class PreferencesInForce {
  private final Consumer<Preferences> remember;
  private final List<BiConsumer<Preferences, Preferences>> listeners = new ArrayList<>();
  private Preferences current;

  /// @param remember writes what was changed
  PreferencesInForce(Preferences first, Consumer<Preferences> remember) {
    this.current = first;
    this.remember = remember;
  }

  Preferences get() {
    return current;
  }

  Options options() {
    return current.options();
  }

  Theme theme() {
    return current.isDark() ? Theme.DARK : Theme.LIGHT;
  }

  /// Is told what was in force before and what is now.
  void onChange(BiConsumer<Preferences, Preferences> listener) {
    listeners.add(listener);
  }

  void change(UnaryOperator<Preferences> change) {
    Preferences before = current;
    current = change.apply(before);
    remember.accept(current);
    listeners.forEach(listener -> listener.accept(before, current));
  }
}
