package dev.stillwater.ui;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Presets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The product presets that hold for the design in front: those of the program, over them those of
/// a folder that the person chose, over them those in the folder of the design. Changed on the
/// thread of the window, asked from any.
final class PresetsInForce {
  private final Supplier<Optional<Path>> folder;
  private final boolean isFixed;
  private final List<Consumer<Presets>> listeners = new ArrayList<>();
  private volatile Presets current;
  private Optional<Path> design = Optional.empty();

  private PresetsInForce(Presets first, Supplier<Optional<Path>> folder, boolean isFixed) {
    this.current = first;
    this.folder = folder;
    this.isFixed = isFixed;
  }

  /// Presets that no file changes.
  static PresetsInForce fixed(Presets presets) {
    return new PresetsInForce(presets, Optional::empty, true);
  }

  /// @param folder that of the person, asked again and again
  static PresetsInForce of(Supplier<Optional<Path>> folder) {
    return new PresetsInForce(
        PresetsJson.of(Optional.empty(), folder.get()).presets(), folder, false);
  }

  Presets presets() {
    return current;
  }

  /// The presets that would hold if a file were in front.
  Presets beside(Path file) {
    return isFixed
        ? current
        : PresetsJson.of(Optional.ofNullable(file.toAbsolutePath().getParent()), folder.get())
            .presets();
  }

  void onChange(Consumer<Presets> listener) {
    listeners.add(listener);
  }

  /// Another file is in front, or none.
  void follow(Optional<Path> file) {
    design = file;
    lookAgain();
  }

  /// Reads the files again; whoever listens is told where something differs.
  void lookAgain() {
    Presets now =
        isFixed
            ? current
            : PresetsJson.of(
                    design
                        .map(Path::toAbsolutePath)
                        .flatMap(it -> Optional.ofNullable(it.getParent())),
                    folder.get())
                .presets();
    if (now != current && !List.copyOf(now.all()).equals(List.copyOf(current.all()))) {
      current = now;
      listeners.forEach(listener -> listener.accept(now));
    }
  }
}
