package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.KeyBindings;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.SafeFile;
import dev.stillwater.model.Settings;
import dev.stillwater.model.Timespan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {
  @TempDir Path folder;

  private PreferenceFile file() {
    return new PreferenceFile(
        folder.resolve("stillwater/settings.properties"), new SafeFile(new DiskFileOps()));
  }

  @Test
  void everythingThatIsSetUpComesBack() throws IOException {
    Options options =
        Options.INITIAL
            .withScale(150)
            .withGrid(false)
            .withKeys(new KeyBindings(Map.of("edit.find", "Shortcut+G", "file.print", "")))
            .withThreshold("mttr", "2h")
            .withPresets(Optional.of(Path.of("/team/presets")))
            .dismissing("link")
            .withWindow(
                List.of(Path.of("/a b/ü.design.json"), Path.of("/c\\d.design.json")),
                1,
                List.of(0.61, 0.125, 0.8),
                "history");
    Preferences preferences =
        Preferences.INITIAL
            .withTheme("dark")
            .withReducedMotion(true)
            .withRecent(Path.of("/a b/ü.design.json"))
            .with(options);
    assertThat(file().write(preferences)).isTrue();
    assertThat(file().read()).isEqualTo(preferences);
    assertThat(Files.readString(folder.resolve("stillwater/settings.properties")))
        .contains("threshold.mttr=2h")
        .contains("shortcut.edit.find=Shortcut+G");
  }

  @Test
  void aFileThatSomebodyBrokeIsAFirstStartWithWhatCanBeRead() throws IOException {
    Path path = folder.resolve("stillwater/settings.properties");
    Files.createDirectories(path.getParent());
    assertThat(file().read()).isEqualTo(Preferences.INITIAL);
    Files.writeString(
        path,
        "theme=dark\n"
            + "scale=9999\n"
            + "window.divider.1=7\n"
            + "open.front=x\n"
            + "window.width=-3\n"
            + "shortcut.x=\\u00zz");
    assertThat(file().read()).isEqualTo(Preferences.INITIAL);
    Files.writeString(path, "theme=dark\nscale=9999\nwindow.divider.1=7\nopen.front=x\n");
    assertThat(file().read()).isEqualTo(Preferences.INITIAL.withTheme("dark"));
  }

  @Test
  void newDesignsBeginWithTheThresholdsOfOnesOwn() {
    Options options = Options.INITIAL.withThreshold("mttr", "2h").withThreshold("chain", "soon");
    assertThat(options.settings().get(Settings.MTTR)).contains(Timespan.parse("2h").orElseThrow());
    assertThat(options.settings().get(Settings.CHAIN)).isEmpty();
    assertThat(options.withThreshold("mttr", " ").settings().declared()).isEmpty();
  }

  /// Every library that the pom names for the program is in the list that the window shows.
  @Test
  void theListOfLicencesIsThatOfThePom() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    String dependencies =
        pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
    List<String> lines = AboutDialog.lines();
    for (String dependency : dependencies.split("<dependency>")) {
      if (dependency.contains("<scope>test</scope>") || !dependency.contains("<artifactId>")) {
        continue;
      }
      String artifact = dependency.replaceAll("(?s).*?<artifactId>([^<]*)</artifactId>.*", "$1");
      String group = dependency.replaceAll("(?s).*?<groupId>([^<]*)</groupId>.*", "$1");
      String version =
          dependency.contains("<version>")
              ? dependency.replaceAll("(?s).*?<version>([^<]*)</version>.*", "$1")
              : "${javafx.version}";
      String resolved =
          version.startsWith("${")
              ? pom.replaceAll(
                  "(?s).*<" + version.substring(2, version.length() - 1) + ">([^<]*)<.*", "$1")
              : version;
      assertThat(lines)
          .as("run LicenceList after a change of libraries")
          .anyMatch(line -> line.startsWith(group + ":" + artifact + "\t" + resolved + "\t"));
    }
    assertThat(lines).allMatch(line -> line.split("\t").length == 3);
    assertThat(lines).noneMatch(line -> line.contains("jqwik") || line.contains("testfx"));
  }
}
