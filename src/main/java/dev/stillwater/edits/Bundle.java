package dev.stillwater.edits;

import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import java.util.List;

/// Several edits under one name, applied in order: what a fix means, as one step.
///
/// @param name the name of the fix: `SetIdempotency`
/// @param arguments what stands in the parentheses of the signature, its subject first
public record Bundle(String name, String arguments, String title, List<Edit> parts)
    implements Edit {
  public Bundle {
    parts = List.copyOf(parts);
  }

  @Override
  public String signature() {
    return name + "(" + arguments + ")";
  }

  @Override
  public Design apply(Design design) {
    Design result = design;
    for (Edit part : parts) {
      result = part.apply(result);
    }
    return result;
  }
}
