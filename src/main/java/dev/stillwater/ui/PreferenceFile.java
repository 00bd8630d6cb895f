package dev.stillwater.ui;

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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The readable file in which preferences are kept. A file that cannot be read or written is no
/// reason not to work: the preferences are then those of a first start.
final class PreferenceFile {
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
    List<Path> recent = new ArrayList<>();
    for (int i = 1; properties.getProperty("recent." + i) instanceof String name; i++) {
      try {
        recent.add(Path.of(name));
      } catch (InvalidPathException e) {
        // A name of another system: nothing to open here.
      }
    }
    return new Preferences(
        "dark".equals(properties.getProperty("theme")) ? "dark" : "light",
        recent,
        Boolean.parseBoolean(properties.getProperty("reducedMotion")),
        number(properties, "window.width", Preferences.INITIAL.width()),
        number(properties, "window.height", Preferences.INITIAL.height()),
        Boolean.parseBoolean(properties.getProperty("window.maximized")));
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
    for (int i = 0; i < preferences.recent().size(); i++) {
      String name = preferences.recent().get(i).toString().replace("\\", "\\\\");
      lines.add("recent." + (i + 1) + "=" + name);
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
}
