package dev.stillwater.editor;

import dev.stillwater.editor.Inspection.Field;
import dev.stillwater.editor.Inspection.Origin;
import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.editor.Inspection.Subject;
import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import java.util.Optional;

/// Says in a sentence or two where a value that the inspector shows comes from.
public final class Provenance {
  private Provenance() {}

  public static String of(Field<?> field, Subject subject, Design design, Presets presets) {
    return switch (field.shown()) {
      case Shown.Undeclared<?> none -> "Nobody has declared it; it is unknown.";
      case Shown.Mixed<?> mixed -> mixed.values() + " different values.";
      case Shown.Known<?> known -> known(known.origin(), subject, design, presets);
    };
  }

  private static String known(Origin origin, Subject subject, Design design, Presets presets) {
    return switch (origin) {
      case DECLARED -> "Declared in this design.";
      case PRESET ->
          component(subject, design)
              .flatMap(presets::of)
              .map(Provenance::preset)
              .orElse("From a preset.");
      case DEFAULT -> "What is assumed where nobody declares it.";
      case DERIVED -> "Follows from what is drawn and declared elsewhere.";
    };
  }

  private static Optional<Component> component(Subject subject, Design design) {
    return switch (subject) {
      case Subject.OfComponent one -> Optional.of(one.component());
      case Subject.OfSeveral several ->
          several.components().stream().findFirst().flatMap(design.components()::find);
      case Subject.OfDesign d -> Optional.empty();
      case Subject.OfLink l -> Optional.empty();
      case Subject.OfJourney j -> Optional.empty();
      case Subject.OfZone z -> Optional.empty();
    };
  }

  private static String preset(Preset preset) {
    return "From the preset "
        + preset.key()
        + " ("
        + preset.title()
        + "), read on "
        + preset.date()
        + " at "
        + preset.source()
        + (preset.verified() ? "." : "; a secondary source.");
  }
}
