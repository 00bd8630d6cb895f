package dev.stillwater.ui;

import dev.stillwater.editor.Inspection.Shown;
import dev.stillwater.editor.Spelling;
import dev.stillwater.editor.Workspace;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Design;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.RealTimeClass;
import dev.stillwater.model.ValueType;
import dev.stillwater.model.Word;
import java.util.ArrayList;
import java.util.List;

/// Makes the control that fits the type of an attribute.
final class FieldMaker {
  private final Workspace workspace;
  private final AttributeField.Commits commits;

  FieldMaker(Workspace workspace, AttributeField.Commits commits) {
    this.workspace = workspace;
    this.commits = commits;
  }

  AttributeField<?> make(Attribute<?> attribute) {
    return switch (attribute.type()) {
      case ValueType.Text text when text.multiline() -> new LongTextField(as(attribute), commits);
      case ValueType.Text text -> new TypedField<>(attribute, commits);
      case ValueType.Reference reference ->
          new ReferenceField(as(attribute), commits, () -> suggestions(reference.target()));
      case ValueType.Flag flag -> flag(as(attribute));
      case ValueType.Choice<?> choice -> choice(attribute, choice.options());
      case ValueType.Duration d -> new TypedField<>(attribute, commits);
      case ValueType.Whole w -> new TypedField<>(attribute, commits);
      case ValueType.Real r -> new TypedField<>(attribute, commits);
      case ValueType.Names n -> new TypedField<>(attribute, commits);
      case ValueType.Day d -> new TypedField<>(attribute, commits);
      case ValueType.Entries e -> new TypedField<>(attribute, commits);
    };
  }

  @SuppressWarnings("unchecked")
  private static <T> Attribute<T> as(Attribute<?> attribute) {
    return (Attribute<T>) attribute;
  }

  private ChoiceField<Boolean> flag(Attribute<Boolean> attribute) {
    return new ChoiceField<>(
        attribute,
        commits,
        List.of(
            new ChoiceField.Option<>(true, "Yes", attribute.help()),
            new ChoiceField.Option<>(false, "No", "")),
        false,
        shown -> "");
  }

  /// Unknown is no option: whoever does not know declares nothing.
  private <T> AttributeField<T> choice(Attribute<T> attribute, List<?> words) {
    List<ChoiceField.Option<T>> options = new ArrayList<>();
    for (Object word : words) {
      if (word instanceof Word named && !named.name().equals("UNKNOWN")) {
        @SuppressWarnings("unchecked")
        T value = (T) word;
        options.add(option(attribute, value));
      }
    }
    boolean wide = attribute == LinkAttributes.COUPLING || attribute == JourneyAttributes.CLASS;
    return new ChoiceField<>(attribute, commits, options, wide, shown -> note(attribute, shown));
  }

  /// For what a word alone does not say.
  private static String note(Attribute<?> attribute, Shown<?> shown) {
    if (attribute == JourneyAttributes.CLASS) {
      return shown instanceof Shown.Known<?> known && known.value() instanceof RealTimeClass real
          ? RealTimeWords.help(real)
          : "Does somebody wait for the answer?";
    }
    return "";
  }

  private static <T> ChoiceField.Option<T> option(Attribute<T> attribute, T value) {
    if (value instanceof Coupling coupling) {
      return switch (coupling) {
        case TIGHT ->
            new ChoiceField.Option<>(value, "Tight", "A direct call; both ends share fate.");
        case LOOSE_SYNC ->
            new ChoiceField.Option<>(
                value, "Loose sync", "An intermediary stands between; the caller still waits.");
        case LOOSE_ASYNC ->
            new ChoiceField.Option<>(
                value,
                "Loose async",
                "A broker stands between; the caller goes on after the acknowledgement.");
      };
    }
    if (value instanceof RealTimeClass real) {
      return new ChoiceField.Option<>(value, RealTimeWords.title(real), RealTimeWords.help(real));
    }
    return new ChoiceField.Option<>(value, Spelling.of(attribute, value), "");
  }

  private List<ReferenceField.Suggestion> suggestions(ValueType.Reference.Target target) {
    Design design = workspace.state().design();
    return switch (target) {
      case COMPONENT ->
          design.components().stream()
              .map(c -> new ReferenceField.Suggestion(c.id(), c.name()))
              .toList();
      case LINK ->
          design.links().stream()
              .map(
                  link -> new ReferenceField.Suggestion(link.id(), link.from() + " → " + link.to()))
              .toList();
      case PRESET ->
          workspace.presets().all().stream()
              .map(preset -> new ReferenceField.Suggestion(preset.key(), preset.title()))
              .toList();
    };
  }
}
