package dev.stillwater.editor;

import java.util.Optional;

/// What lies under the pointer.
public sealed interface Hit {
  record Nothing() implements Hit {}

  record OnComponent(String id) implements Hit {}

  /// The handle at the edge of a component from which a link is drawn.
  record OnHandle(String component) implements Hit {}

  record OnLink(String id) implements Hit {}

  /// The component under the pointer, its handle included.
  default Optional<String> touched() {
    return switch (this) {
      case Nothing n -> Optional.empty();
      case OnComponent on -> Optional.of(on.id());
      case OnHandle on -> Optional.of(on.component());
      case OnLink l -> Optional.empty();
    };
  }
}
