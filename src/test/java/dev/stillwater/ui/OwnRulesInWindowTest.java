package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/// Rules of a team in the window: read with the design, read again when their file changed.
class OwnRulesInWindowTest extends WindowTest {
  private static final String DESIGN =
      """
      {
        "format": "stillwater/1",
        "name": "Shop",
        "components": [
          {"id": "pay", "kind": "service", "tags": ["pci"]}
        ]
      }
      """;

  private static final String RULES =
      """
      format: stillwater-rules/1
      rules:
        - id: TEAM-PCI-001
          title: Card data without an owner
          severity: high
          for: component
          applies when: tags has "pci"
          violated when: owner is unknown
      """;

  @TempDir static Path folder;

  @Start
  void start(Stage shown) {
    open(shown);
  }

  private List<String> findings() {
    return workspace().state().review().orElseThrow().open().stream()
        .map(found -> found.key())
        .filter(key -> key.startsWith("TEAM-"))
        .toList();
  }

  @Test
  void rulesBesideTheDesignAreJudgedByAndFollowTheirFile() throws IOException {
    Path design = Files.writeString(folder.resolve("shop.design.json"), DESIGN);
    Path rules = Files.writeString(folder.resolve("shop.rules.yaml"), RULES);
    onWindow(() -> workbench.openAll(List.of(design)));
    assertThat(findings()).containsExactly("TEAM-PCI-001@pay");
    assertThat(dialogs.asked).isEmpty();

    Files.writeString(rules, RULES.replace("owner is unknown", "ownr is unknown"));
    onWindow(() -> workbench.lookAtDisk());
    assertThat(findings()).isEmpty();
    assertThat(dialogs.asked)
        .singleElement()
        .asString()
        .contains("Some of your rules do not count", "shop.rules.yaml:8:20", "Did you mean owner?");

    Files.writeString(rules, RULES.replace("pci", "gold").replace("high", "low"));
    onWindow(() -> workbench.lookAtDisk());
    assertThat(findings()).isEmpty();

    onWindow(() -> workbench.openEmpty());
    assertThat(findings()).isEmpty();
  }
}
