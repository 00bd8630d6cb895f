package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ImpactCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "shop.design.json";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shop() {
    shell = new Shell(folder);
    shell.run("templates", "tight-coupling-before", "-o", SHOP);
  }

  private JsonNode json(String... arguments) {
    assertThat(shell.run(arguments)).isEqualTo(ExitCode.CLEAN);
    return JSON.readTree(shell.out());
  }

  @Test
  void theTableListsEveryFailureTheWorstFirst() {
    JsonNode rows = json("impact", SHOP, "--format", "json").path("failures");
    int last = Integer.MAX_VALUE;
    for (JsonNode row : rows) {
      assertThat(row.path("lost").size()).isLessThanOrEqualTo(last);
      last = row.path("lost").size();
    }
    assertThat(rows.get(0).path("lost").get(0).path("journey").asString()).isEqualTo("place-order");
  }

  @Test
  void theTableForPeopleLeavesOutWhatCostsNothing() {
    assertThat(shell.run("impact", SHOP)).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("email grey", "is down at", "lose a journey");
    int short_ = shell.out().length();
    assertThat(shell.run("impact", SHOP, "--all")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out().length()).isGreaterThanOrEqualTo(short_);
  }

  @Test
  void aJourneyIsToldWhatStopsItAndWhatWouldKeepItAway() {
    JsonNode stoppers =
        json("impact", SHOP, "--journey", "place-order", "--format", "json").path("stoppedBy");
    boolean emailIsKeptAway = false;
    for (JsonNode stopper : stoppers) {
      if (stopper.path("fails").get(0).asString().equals("email")
          && stopper.path("how").asString().equals("grey")) {
        assertThat(stopper.path("t").asDouble()).isEqualTo(2.0);
        emailIsKeptAway = stopper.path("cheapestAbsorber").has("edit");
        assertThat(stopper.path("cheapestAbsorber").path("effort").asString()).isEqualTo("small");
      }
    }
    assertThat(emailIsKeptAway).isTrue();
    assertThat(shell.run("impact", SHOP, "--journey", "place-order")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("2.0 s  email grey", "small effort");
  }

  @Test
  void aComponentIsToldWhatHurtsItAndWhomItHurts() {
    JsonNode both = json("impact", SHOP, "--component", "order", "--format", "json");
    assertThat(both.path("hurtBy").toString()).contains("email");
    assertThat(shell.run("impact", SHOP, "--component", "email")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("Whom it hurts when it crash", "order");
  }

  @Test
  void pairsSayHowManyWereFollowed() {
    JsonNode pairs = json("impact", SHOP, "--pairs", "--format", "json");
    assertThat(pairs.path("followed").asInt()).isEqualTo(pairs.path("near").asInt());
    assertThat(shell.run("impact", SHOP, "--pairs")).isEqualTo(ExitCode.CLEAN);
    assertThat(shell.out()).contains("pairs that come near each other");
  }

  @Test
  void whatDoesNotExistIsSaidWithWhatDoes() {
    assertThat(shell.run("impact", SHOP, "--journey", "place-ordr")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("has no journey place-ordr", "place-order");
    assertThat(shell.run("impact", SHOP, "--component", "emial")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("email");
    assertThat(shell.run("impact", SHOP, "--pairs", "--journey", "place-order"))
        .isEqualTo(ExitCode.USAGE);
  }
}
