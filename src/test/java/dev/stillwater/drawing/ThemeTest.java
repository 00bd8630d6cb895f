package dev.stillwater.drawing;

import static dev.stillwater.drawing.Token.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  /// Text and what it stands on; WCAG 2.2 asks for 4.5 to 1.
  private static final List<List<Token>> TEXT =
      List.of(
          List.of(TEXT_(), PANEL),
          List.of(TEXT_(), CANVAS),
          List.of(TEXT_(), SUNKEN),
          List.of(MUTED, PANEL),
          List.of(MUTED, CANVAS),
          List.of(MUTED, ZONE_FILL),
          List.of(ACCENT, PANEL),
          List.of(ACCENT, CANVAS),
          List.of(ON_ACCENT, ACCENT),
          List.of(TEXT_(), ACCENT_FILL),
          List.of(CRITICAL, PANEL),
          List.of(HIGH, PANEL),
          List.of(MEDIUM, PANEL),
          List.of(LOW, PANEL),
          List.of(INFO, PANEL),
          List.of(OK, PANEL),
          List.of(CRITICAL, CRITICAL_FILL),
          List.of(HIGH, HIGH_FILL),
          List.of(MEDIUM, MEDIUM_FILL),
          List.of(LOW, LOW_FILL),
          List.of(INFO, INFO_FILL),
          List.of(OK, OK_FILL),
          List.of(SILENT, SILENT_FILL),
          List.of(TEXT_(), SILENT_FILL),
          List.of(ERROR, ERROR_FILL),
          List.of(TEXT_(), ERROR_FILL),
          List.of(SLOW, SLOW_FILL),
          List.of(TEXT_(), SLOW_FILL),
          List.of(DEGRADED, DEGRADED_FILL),
          List.of(TEXT_(), DEGRADED_FILL),
          List.of(BACKLOG, BACKLOG_FILL),
          List.of(TEXT_(), BACKLOG_FILL),
          List.of(ON_FULL, FULL_FILL),
          List.of(LOSS, LOSS_FILL),
          List.of(TEXT_(), LOSS_FILL),
          List.of(STALE, STALE_FILL),
          List.of(TEXT_(), STALE_FILL),
          List.of(ABSORBER, ABSORBER_FILL),
          List.of(ZONE_TEXT, ZONE_FILL),
          List.of(TEXT_(), ADDED_FILL),
          List.of(MUTED, ADDED_FILL),
          List.of(ADDED, CANVAS),
          List.of(TEXT_(), REMOVED_FILL),
          List.of(MUTED, REMOVED_FILL),
          List.of(REMOVED, CANVAS),
          List.of(TEXT_(), CHANGED_FILL),
          List.of(MUTED, CHANGED_FILL),
          List.of(CHANGED, CANVAS),
          List.of(LINK_CARRYING, CANVAS),
          List.of(LINK_ILLEGAL, CANVAS));

  /// Lines and shapes that say something, and what they stand on; WCAG 2.2 asks for 3 to 1.
  private static final List<List<Token>> GRAPHICS =
      List.of(
          List.of(LINK_TIGHT, CANVAS),
          List.of(LINK_TIGHT, ZONE_FILL),
          List.of(LINK_LOOSE_SYNC, CANVAS),
          List.of(LINK_LOOSE_ASYNC, CANVAS),
          List.of(LINK_CONFIG, CANVAS),
          List.of(LINK_PROBE, CANVAS),
          List.of(LINK_REPLICATE, CANVAS),
          List.of(STRONG_LINE, CANVAS),
          List.of(STRONG_LINE, PANEL),
          List.of(ICON, PANEL),
          List.of(SILENT, CANVAS),
          List.of(ERROR, CANVAS),
          List.of(SLOW, CANVAS),
          List.of(DEGRADED, CANVAS),
          List.of(DEGRADED, PANEL),
          List.of(BACKLOG, CANVAS),
          List.of(BACKLOG, PANEL),
          List.of(FULL, CANVAS),
          List.of(FULL_FILL, CANVAS),
          List.of(LOSS, CANVAS),
          List.of(STALE, CANVAS),
          List.of(ZONE_LINE, CANVAS),
          List.of(BLOCK, CANVAS),
          List.of(SELECTION, CANVAS),
          List.of(HOVER, CANVAS),
          List.of(SNAP, CANVAS));

  /// What only sets things apart that are told apart by other means too.
  private static final Set<Token> QUIET = EnumSet.of(GRID, LINE, CARD_LINE);

  private static Token TEXT_() {
    return Token.TEXT;
  }

  @ParameterizedTest
  @EnumSource
  void textCanBeRead(Theme theme) {
    for (List<Token> pair : TEXT) {
      assertThat(theme.contrast(pair.get(0), pair.get(1)))
          .as("%s on %s, %s", pair.get(0), pair.get(1), theme)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSaysSomethingCanBeSeen(Theme theme) {
    for (List<Token> pair : GRAPHICS) {
      assertThat(theme.contrast(pair.get(0), pair.get(1)))
          .as("%s on %s, %s", pair.get(0), pair.get(1), theme)
          .isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void everyTokenIsChecked() {
    Set<Token> unchecked = EnumSet.allOf(Token.class);
    TEXT.forEach(pair -> unchecked.removeAll(pair));
    GRAPHICS.forEach(pair -> unchecked.removeAll(pair));
    unchecked.removeAll(QUIET);
    assertThat(unchecked).isEmpty();
  }

  /// Worked examples of other calculators.
  @Test
  void contrastIsThatOfTheStandard() {
    assertThat(Theme.LIGHT.contrast(PANEL, Token.TEXT)).isCloseTo(15.8, within(0.05));
    assertThat(Theme.LIGHT.contrast(PANEL, PANEL)).isEqualTo(1);
    assertThat(Theme.LIGHT.contrast(PANEL, ACCENT)).isCloseTo(5.19, within(0.05));
  }

  @Test
  void givesTheTokensOfTheDesign() {
    assertThat(Theme.LIGHT.hex(CANVAS)).isEqualTo("#f6f8fa");
    assertThat(Theme.DARK.hex(CANVAS)).isEqualTo("#0b0f14");
    assertThat(Theme.DARK.rgb(ACCENT)).isEqualTo(0x4493f8);
  }

  @Test
  void writesStyleSheets() {
    assertThat(Theme.LIGHT.css())
        .startsWith(".root {\n  -sw-canvas: #f6f8fa;\n")
        .contains("  -sw-link-loose-async: #5b5f97;\n")
        .endsWith("}\n");
    assertThat(Theme.DARK.webCss()).startsWith("--sw-canvas:#0b0f14;").doesNotContain("\n");
    assertThat(Arrays.stream(Token.values()).map(Token::css)).allMatch(n -> n.matches("[a-z-]+"));
  }
}
