package dev.stillwater.ui;

import dev.stillwater.editor.KeyBindings;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The readable file in which preferences are kept. A file that cannot be read or written is no
/// reason not to work: the preferences are then those of a first start.
final class PreferenceFile {
  private static final String SHORTCUT = "shortcut.";
  private static final String THRESHOLD = "threshold.";
  private static final String DISMISSED = "hint.dismissed.";

  private final Path file;
  private final SafeFile safe;

  PreferenceFile(Path file, SafeFile safe) {
    this.file = file;
    this.safe = safe;
  }

  /// The usual place: below `XDG_CONFIG_HOME`, the home directory, or `APPDATA`.
  static Path usual(Map<String, String> environment, Path home) {
    return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
        .or(() -> Optional.ofNullable(environment.get("APPDATA")))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .orElse(home.resolve(".config"))
        .resolve("stillwater")
        .resolve("settings.properties");
  }

  Preferences read() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      return Preferences.INITIAL;
    }
    List<Path> recent = paths(properties, "recent.");
    return new Preferences(
        "dark".equals(properties.getProperty("theme")) ? "dark" : "light",
        recent,
        Boolean.parseBoolean(properties.getProperty("reducedMotion")),
        number(properties, "window.width", Preferences.INITIAL.width()),
        number(properties, "window.height", Preferences.INITIAL.height()),
        Boolean.parseBoolean(properties.getProperty("window.maximized")),
        options(properties));
  }

  /// The paths of numbered keys.
  private static List<Path> paths(Properties properties, String prefix) {
    List<Path> paths = new ArrayList<>();
    for (int i = 1; properties.getProperty(prefix + i) instanceof String name; i++) {
      path(name).ifPresent(paths::add);
    }
    return paths;
  }

  /// A name of another system is no path here.
  private static Optional<Path> path(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Options options(Properties properties) {
    Map<String, String> keys = new TreeMap<>();
    Map<String, String> thresholds = new TreeMap<>();
    Set<String> dismissed = new TreeSet<>();
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (name.startsWith(SHORTCUT)) {
        keys.put(name.substring(SHORTCUT.length()), value);
      } else if (name.startsWith(THRESHOLD)) {
        thresholds.put(name.substring(THRESHOLD.length()), value);
      } else if (name.startsWith(DISMISSED)) {
        dismissed.add(name.substring(DISMISSED.length()));
      }
    }
    List<Double> dividers = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      double at = share(properties, "window.divider." + i);
      if (at >= 0) {
        dividers.add(at);
      }
    }
    int scale = (int) whole(properties, "scale", 100);
    return new Options(
        Options.SCALES.contains(scale) ? scale : 100,
        !"false".equals(properties.getProperty("grid")),
        new KeyBindings(keys),
        thresholds,
        path(properties.getProperty("presets", "")),
        dismissed,
        paths(properties, "open."),
        (int) whole(properties, "open.front", 0) - 1,
        dividers.size() == 3 ? dividers : List.of(),
        properties.getProperty("window.pane", ""));
  }

  private static long whole(Properties properties, String key, long otherwise) {
    try {
      return Long.parseLong(properties.getProperty(key, "").strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static double share(Properties properties, String key) {
    try {
      double value = Double.parseDouble(properties.getProperty(key, ""));
      return value >= 0 && value <= 1 ? value : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static double number(Properties properties, String key, double otherwise) {
    try {
      double value = Double.parseDouble(properties.getProperty(key, ""));
      return value >= 600 && value <= 20_000 ? value : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /// Writes the preferences; whether that worked.
  boolean write(Preferences preferences) {
    List<String> lines = new ArrayList<>();
    lines.add("# What the Stillwater workbench remembers; safe to edit or delete.");
    lines.add("theme=" + preferences.theme());
    lines.add("reducedMotion=" + preferences.reducedMotion());
    lines.add("window.width=" + Math.round(preferences.width()));
    lines.add("window.height=" + Math.round(preferences.height()));
    lines.add("window.maximized=" + preferences.maximized());
    Options options = preferences.options();
    lines.add("scale=" + options.scale());
    lines.add("grid=" + options.grid());
    options.presets().ifPresent(folder -> lines.add("presets=" + value(folder.toString())));
    options.keys().own().forEach((id, keys) -> lines.add(SHORTCUT + id + "=" + value(keys)));
    options.thresholds().forEach((key, text) -> lines.add(THRESHOLD + key + "=" + value(text)));
    options.dismissed().forEach(hint -> lines.add(DISMISSED + hint + "=true"));
    for (int i = 0; i < options.dividers().size(); i++) {
      lines.add(
          "window.divider."
              + (i + 1)
              + "="
              + String.format(Locale.ROOT, "%.3f", options.dividers().get(i)));
    }
    lines.add("window.pane=" + value(options.pane()));
    lines.add("open.front=" + (options.front() + 1));
    for (int i = 0; i < options.open().size(); i++) {
      lines.add("open." + (i + 1) + "=" + value(options.open().get(i).toString()));
    }
    for (int i = 0; i < preferences.recent().size(); i++) {
      lines.add("recent." + (i + 1) + "=" + value(preferences.recent().get(i).toString()));
    }
    byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Optional<String> there =
          Files.exists(file)
              ? Optional.of(SafeFile.hash(Files.readAllBytes(file)))
              : Optional.empty();
      return safe.save(file, content, there) instanceof SaveResult.Saved;
    } catch (IOException e) {
      return false;
    }
  }

  /// As the reader of the file wants it: in a file of this format a backslash begins an escape.
  private static String value(String text) {
    return text.replace("\\", "\\\\").replace("\n", " ");
  }
}
