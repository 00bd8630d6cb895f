package dev.stillwater.ui;

import dev.stillwater.editor.KeyBindings;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person set up, and where the window was left. Immutable.
///
/// @param scale of the whole window, in per cent: 100 to 200
/// @param grid whether the drawing shows its grid
/// @param thresholds what a new design declares of its settings: key and text
/// @param presets a folder with a `presets.json` of one's own; empty for the usual place
/// @param dismissed the hints that nobody wants to see again
/// @param open the files that were open, from left to right
/// @param front the index of the one in front; negative for none
/// @param pane the id of the lower pane that was shown; empty for the first
public record Options(
    int scale,
    boolean grid,
    KeyBindings keys,
    Map<String, String> thresholds,
    Optional<Path> presets,
    Set<String> dismissed,
    List<Path> open,
    int front,
    List<Double> dividers,
    String pane) {
  public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

  public static final Options INITIAL =
      new Options(
          100,
          true,
          KeyBindings.NONE,
          Map.of(),
          Optional.empty(),
          Set.of(),
          List.of(),
          -1,
          List.of(),
          "");

  public Options {
    thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
    dismissed = Collections.unmodifiableSet(new LinkedHashSet<>(dismissed));
    open = List.copyOf(open);
    dividers = List.copyOf(dividers);
  }

  public Options withScale(int other) {
    return new Options(
        other, grid, keys, thresholds, presets, dismissed, open, front, dividers, pane);
  }

  public Options withGrid(boolean shown) {
    return new Options(
        scale, shown, keys, thresholds, presets, dismissed, open, front, dividers, pane);
  }

  public Options withKeys(KeyBindings other) {
    return new Options(
        scale, grid, other, thresholds, presets, dismissed, open, front, dividers, pane);
  }

  /// With a threshold for new designs; an empty text takes it away.
  public Options withThreshold(String key, String text) {
    Map<String, String> copy = new LinkedHashMap<>(thresholds);
    if (text.isBlank()) {
      copy.remove(key);
    } else {
      copy.put(key, text.strip());
    }
    return new Options(scale, grid, keys, copy, presets, dismissed, open, front, dividers, pane);
  }

  public Options withPresets(Optional<Path> folder) {
    return new Options(
        scale, grid, keys, thresholds, folder, dismissed, open, front, dividers, pane);
  }

  /// Without a hint, for good.
  public Options dismissing(String hint) {
    Set<String> copy = new LinkedHashSet<>(dismissed);
    copy.add(hint);
    return new Options(scale, grid, keys, thresholds, presets, copy, open, front, dividers, pane);
  }

  public Options withWindow(List<Path> files, int inFront, List<Double> at, String lower) {
    return new Options(
        scale,
        grid,
        keys,
        thresholds,
        presets,
        dismissed,
        new ArrayList<>(files),
        inFront,
        at,
        lower);
  }

  /// The settings that a new design begins with.
  public Attributes settings() {
    Attributes result = Attributes.none(Settings.TABLE);
    for (Attribute<?> attribute : Settings.TABLE.all()) {
      result = parsed(result, attribute, thresholds.get(attribute.key()));
    }
    return result;
  }

  private static <T> Attributes parsed(
      Attributes into, Attribute<T> attribute, @Nullable String text) {
    return text != null && attribute.type().parse(text) instanceof Parsed.Ok<T> ok
        ? into.with(attribute, ok.value())
        : into;
  }
}
