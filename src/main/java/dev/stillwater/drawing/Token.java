package dev.stillwater.drawing;

import java.util.Locale;

/// A colour by its purpose, with its value in each theme. The style sheet of the window and the
/// variables of an SVG are generated from this list; no other place holds a colour.
public enum Token {
  /// Behind everything.
  CANVAS("#f6f8fa", "#0b0f14"),
  /// The dots of the grid on the canvas.
  GRID("#dfe4e9", "#1a222b"),
  /// Cards, panes, tables.
  PANEL("#ffffff", "#10161d"),
  /// Wells and bars beside panels.
  SUNKEN("#eef1f4", "#0d1218"),
  /// Separators and quiet borders.
  LINE("#d8dee4", "#2b333c"),
  /// The border of a card.
  CARD_LINE("#c4ccd5", "#38424d"),
  /// Borders and marks that carry a meaning of their own.
  STRONG_LINE("#7d8793", "#6b7683"),
  TEXT("#1f2328", "#e6edf3"),
  MUTED("#656d76", "#8d96a0"),
  /// Selection, focus, links to follow.
  ACCENT("#0969da", "#4493f8"),
  ACCENT_FILL("#ddf4ff", "#0f2a4a"),
  /// Text on a button filled with the accent.
  ON_ACCENT("#ffffff", "#05101f"),
  /// The icon of a component's kind.
  ICON("#0969da", "#4493f8"),

  CRITICAL("#a40e26", "#ff7b72"),
  CRITICAL_FILL("#ffebe9", "#2d1315"),
  HIGH("#cf222e", "#f85149"),
  HIGH_FILL("#fff0ee", "#2a1214"),
  MEDIUM("#8f6000", "#d29922"),
  MEDIUM_FILL("#fff8c5", "#272008"),
  LOW("#1b6f7a", "#56b6c2"),
  LOW_FILL("#e3f6f8", "#0e2429"),
  INFO("#656d76", "#8d96a0"),
  INFO_FILL("#eef1f4", "#161d25"),
  OK("#1a7f37", "#3fb950"),
  OK_FILL("#dafbe1", "#0f2417"),

  SILENT("#c21c2b", "#f85149"),
  SILENT_FILL("#ffe3e0", "#3a1518"),
  ERROR("#cf222e", "#f85149"),
  ERROR_FILL("#ffffff", "#10161d"),
  SLOW("#8f5a00", "#e0a02e"),
  SLOW_FILL("#fff4d6", "#2c220f"),
  DEGRADED("#736500", "#e3cf4a"),
  DEGRADED_FILL("#f7efa0", "#37330f"),
  BACKLOG("#0b57b7", "#58a6ff"),
  BACKLOG_FILL("#cfe6ff", "#10305c"),
  FULL("#0a4fa8", "#79b8ff"),
  FULL_FILL("#0a4fa8", "#1f5fb4"),
  /// Text and marks on a component that is full.
  ON_FULL("#ffffff", "#ffffff"),
  LOSS("#a8327c", "#e37bbd"),
  LOSS_FILL("#ffe6f4", "#33152a"),
  STALE("#4d637a", "#93aac2"),
  STALE_FILL("#e6edf4", "#1a2531"),
  /// What absorbs a failure.
  ABSORBER("#1a7f37", "#3fb950"),
  ABSORBER_FILL("#dafbe1", "#0f2417"),

  LINK_TIGHT("#4f5863", "#a3adb8"),
  LINK_LOOSE_SYNC("#4a6372", "#8fb0c0"),
  LINK_LOOSE_ASYNC("#5b5f97", "#a5a9e0"),
  LINK_CONFIG("#6b7480", "#8590a0"),
  LINK_PROBE("#6b7480", "#8590a0"),
  LINK_REPLICATE("#4f5863", "#a3adb8"),
  /// A link that may not be drawn like this.
  LINK_ILLEGAL("#cf222e", "#f85149"),
  /// A link along which a failure travels.
  LINK_CARRYING("#cf222e", "#f85149"),

  ZONE_LINE("#828d99", "#5c6976"),
  ZONE_FILL("#edf1f5", "#10171f"),
  ZONE_TEXT("#57606a", "#98a2ad"),

  ADDED("#1a7f37", "#3fb950"),
  ADDED_FILL("#ecfdf0", "#0f2417"),
  REMOVED("#cf222e", "#f85149"),
  REMOVED_FILL("#fff5f4", "#241214"),
  CHANGED("#0969da", "#4493f8"),
  CHANGED_FILL("#eef7ff", "#0f2136"),

  /// A component that is too small for more than a spot.
  BLOCK("#868f99", "#5f6b78"),
  SELECTION("#0969da", "#4493f8"),
  HOVER("#1f7ae0", "#388bfd"),
  /// Lines that help to align what is dragged.
  SNAP("#bf3989", "#db61a2");

  private final String light;
  private final String dark;

  Token(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /// The name in style sheets, after a prefix: `link-loose-sync`.
  public String css() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String value(Theme theme) {
    return theme == Theme.DARK ? dark : light;
  }
}
