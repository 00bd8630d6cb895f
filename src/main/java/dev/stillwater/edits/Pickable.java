package dev.stillwater.edits;

import dev.stillwater.model.Edit;
import java.util.List;

/// An edit that adds a product where several would do.
public interface Pickable extends Edit {
  /// The key of the preset that it adds.
  String preset();

  /// The keys of the presets to pick from, the usual one first.
  List<String> presets();

  /// The same edit with another product.
  ///
  /// @throws IllegalArgumentException when the preset is none of [#presets]
  Edit with(String preset);

  /// What stands in the signature behind the subject: nothing for the usual product.
  static String argument(String preset, List<String> presets) {
    return preset.equals(presets.getFirst()) ? "" : ", " + preset;
  }

  /// The preset itself, when it is one of those to pick from.
  static String checked(String preset, List<String> presets) {
    if (!presets.contains(preset)) {
      throw new IllegalArgumentException("no product " + preset + " here");
    }
    return preset;
  }
}
