package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The presets that hold follow the chosen folder and the design in front.
class PresetsInForceTest {
  @TempDir Path mine;
  @TempDir Path team;

  private static void write(Path folder, String key) throws IOException {
    Files.writeString(
        folder.resolve(PresetsJson.FILE_NAME),
        """
        {"format": "stillwater-presets/1", "presets": [
          {"key": "%s", "title": "Ours", "kind": "queue", "source": "wiki", "date": "2026-01-01",
           "verified": true}]}
        """
            .formatted(key));
  }

  @Test
  void aFolderThatIsChosenHoldsAtOnceAndWhatStandsBesideTheDesignOverIt() throws IOException {
    write(mine, "my-queue");
    write(team, "team-queue");
    AtomicReference<Optional<Path>> folder = new AtomicReference<>(Optional.empty());
    PresetsInForce presets = PresetsInForce.of(folder::get);
    List<Presets> told = new ArrayList<>();
    presets.onChange(told::add);
    presets.lookAgain();
    assertThat(told).isEmpty();
    folder.set(Optional.of(mine));
    presets.lookAgain();
    assertThat(told).hasSize(1);
    assertThat(presets.presets().find("my-queue")).isPresent();
    presets.lookAgain();
    assertThat(told).as("nothing differs").hasSize(1);
    Path design = team.resolve("shop.design.json");
    assertThat(presets.beside(design).find("team-queue")).isPresent();
    assertThat(presets.presets().find("team-queue")).isEmpty();
    presets.follow(Optional.of(design));
    assertThat(presets.presets().find("team-queue")).isPresent();
    assertThat(presets.presets().find("my-queue")).isPresent();
    presets.follow(Optional.empty());
    assertThat(presets.presets().find("team-queue")).isEmpty();
    assertThat(told).hasSize(3);
  }
}
