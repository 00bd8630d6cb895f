package dev.stillwater.rules.own;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Adjustment;
import dev.stillwater.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one override of a rules file.
final class AdjustmentReader {
  private static final List<String> KEYS =
      List.of("rule", "on", "off", "severity", "settings", "reason");

  /// What the ripple and the response times rest on: it cannot differ from rule to rule.
  private static final Set<String> OF_THE_DESIGN =
      Set.of("grey", "mttr", "outage", "detection", "minShare", "unboundedAttempts");

  private static final Pattern RULE = Pattern.compile("[A-Z0-9-]+|[A-Z0-9-]*\\*");
  private static final String TAG = "tag:";

  private final Section section;
  private final String file;

  AdjustmentReader(Section section, String file) {
    this.section = section;
    this.file = file;
  }

  /// The override; empty, and problems, where something is wrong with it.
  Optional<Adjustment> read() {
    section.text("rule").ifPresent(section::names);
    section.only(KEYS);
    Optional<String> rule =
        section.needed("rule", "Write an id, as in REL-LC-007, or its beginning and *: REL-TR-*.");
    if (rule.isPresent() && !RULE.matcher(rule.get()).matches()) {
      section.error(
          section.spot("rule"),
          "rule",
          "\"" + rule.get() + "\" is no id of a rule",
          "Write it as in REL-LC-007, or its beginning and *: REL-TR-*.");
    }
    Optional<String> reason =
        section.needed("reason", "Say why: whoever reads the review will ask.");
    Optional<Boolean> off = off();
    Optional<Severity> severity = section.word("severity", Severity.class);
    Attributes settings = settings();
    if (section.get("off").isEmpty()
        && section.get("severity").isEmpty()
        && section.get("settings").isEmpty()) {
      section.error(
          section.at(),
          "",
          "the override changes nothing",
          "Write off: true, severity: low, or settings: {chatty: 20}.");
    }
    Adjustment.Place on = place();
    if (section.isFaulty() || rule.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Adjustment(
            rule.get(), on, off.orElse(null), severity.orElse(null), settings, reason.get(), file));
  }

  private Optional<Boolean> off() {
    return section
        .text("off")
        .flatMap(text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> {
                section.error(
                    section.spot("off"),
                    "off",
                    "expected true or false, found \"" + text + "\"",
                    "Write off: true.");
                yield Optional.empty();
              }
            });
  }

  private Attributes settings() {
    Attributes none = Attributes.none(Settings.TABLE);
    if (section.get("settings").isEmpty()) {
      return none;
    }
    Attributes settings =
        RuleReader.settings(section, "settings", Settings.TABLE, "a design").orElse(none);
    settings
        .declared()
        .forEach(attribute -> {
          if (OF_THE_DESIGN.contains(attribute.key())) {
            section.error(
                section.spot("settings"),
                "settings." + attribute.key(),
                attribute.key() + " is an assumption that all results rest on",
                "Set it in the settings of the design.");
          }
        });
    return settings;
  }

  private Adjustment.Place place() {
    String on = section.text("on").orElse("");
    if (on.isEmpty()) {
      return new Adjustment.Place.Everywhere();
    }
    return on.startsWith(TAG)
        ? new Adjustment.Place.Tagged(on.substring(TAG.length()).strip())
        : new Adjustment.Place.Element(on);
  }
}
