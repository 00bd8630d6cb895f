package dev.stillwater.report;

import dev.stillwater.model.Design;
import dev.stillwater.review.Fix;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RuleStatus;
import dev.stillwater.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The format for code hosts: SARIF 2.1.0, one run, one result for each finding, at the line of its
/// element in the design file.
///
/// What does not count is there and suppressed: a decision in the design is a suppression in the
/// source, a stronger finding or a rules file one from outside; what was known before is unchanged.
public final class SarifReport implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /// In the text of a message `{0}` is a place for an argument, and `[a](b)` a link.
  private static final Pattern ARGUMENT = Pattern.compile("\\{(?=\\d+\\})");

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public String purpose() {
    return "SARIF 2.1.0, for a code host that marks the lines concerned";
  }

  @Override
  public Measuring measuring() {
    return Measuring.QUICK;
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    List<RuleInfo> rules = rules(chapters);
    Map<String, Integer> indexes = new LinkedHashMap<>();
    rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
    Map<String, Integer> artifacts = new LinkedHashMap<>();
    List<Object> results = new ArrayList<>();
    for (Chapter chapter : chapters) {
      int artifact = index(artifacts, uri(chapter.file()));
      for (ReviewedFinding found : chapter.review().findings()) {
        results.add(new Result(chapter, found, artifact, indexes).write());
      }
    }
    Map<String, Object> driver = map("name", "Stillwater");
    presentation.version().ifPresent(version -> driver.put("version", version));
    driver.put("rules", rules.stream().map(SarifReport::rule).toList());
    Map<String, Object> run = map("tool", map("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "artifacts",
        artifacts.keySet().stream()
            .map(uri -> map("location", map("uri", uri), "sourceLanguage", "json"))
            .toList());
    run.put("results", results);
    return JsonText.of(map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The number of a file, which may be named more than once.
  private static int index(Map<String, Integer> artifacts, String uri) {
    Integer known = artifacts.putIfAbsent(uri, artifacts.size());
    return known == null ? artifacts.size() - 1 : known;
  }

  /// All rules that were applied, and those of findings that no status speaks of.
  private static List<RuleInfo> rules(List<Chapter> chapters) {
    Map<String, RuleInfo> rules = new TreeMap<>();
    for (Chapter chapter : chapters) {
      chapter.whole().rules().stream()
          .map(RuleStatus::rule)
          .forEach(rule -> rules.put(rule.id(), rule));
      chapter.review().findings().stream()
          .map(found -> found.finding().rule())
          .forEach(rule -> rules.put(rule.id(), rule));
    }
    return List.copyOf(rules.values());
  }

  private static Map<String, Object> rule(RuleInfo rule) {
    Map<String, Object> result = map("id", rule.id(), "shortDescription", text(rule.title()));
    List<String> help = new ArrayList<>();
    help.add(rule.failure().title() + ".");
    help.add("Test: " + rule.verification().test());
    help.add("`stillwater explain " + rule.id() + "` says why, and what to do.");
    result.put("help", text(String.join(" ", help)));
    result.put("defaultConfiguration", map("level", level(rule.base())));
    List<String> tags = new ArrayList<>(List.of("reliability"));
    rule.practices().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    result.put("properties", map("tags", tags));
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private static Map<String, Object> text(String text) {
    return map("text", message(text));
  }

  private static String message(String text) {
    String line = ARGUMENT.matcher(Wording.line(text)).replaceAll("{{");
    return line.contains("](") ? line.replace("[", "\\[").replace("]", "\\]") : line;
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      result.put((String) pairs[i], pairs[i + 1]);
    }
    return result;
  }

  /// The name of a file as a URI; whatever a URI cannot hold is written as its bytes.
  static String uri(String file) {
    String path = file.replace('\\', '/');
    StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
    if (path.matches("[A-Za-z]:/.*")) {
      out.append("file:///");
    }
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "/-._~".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return out.isEmpty() ? "design" : out.toString();
  }

  /// One finding while it is written.
  private record Result(
      Chapter chapter, ReviewedFinding found, int artifact, Map<String, Integer> indexes) {
    Map<String, Object> write() {
      Finding finding = found.finding();
      Map<String, Object> result = map("ruleId", finding.rule().id());
      result.put("ruleIndex", indexes.get(finding.rule().id()));
      result.put("level", level(finding.severity()));
      result.put("message", text(sentence(finding)));
      result.put("locations", List.of(location(finding)));
      List<Object> related = related(finding);
      if (!related.isEmpty()) {
        result.put("relatedLocations", related);
      }
      result.put("partialFingerprints", map("stillwaterKey/v1", Wording.line(found.key())));
      suppression().ifPresent(it -> result.put("suppressions", List.of(it)));
      if (isCompared()) {
        result.put("baselineState", found.isInBaseline() ? "unchanged" : "new");
      }
      result.put("rank", rank(finding.severity()));
      result.put("properties", properties(finding));
      return result;
    }

    private String sentence(Finding finding) {
      StringBuilder out = new StringBuilder(finding.message()).append('.');
      if (!finding.detail().isBlank()) {
        out.append(' ').append(finding.detail()).append('.');
      }
      best()
          .ifPresent(fix -> {
            out.append(" Fix: ").append(fix.recommendation().title());
            fix.effect()
                .map(Chapter::effect)
                .filter(effect -> !effect.isEmpty())
                .ifPresent(effect -> out.append(" (").append(effect).append(')'));
            out.append('.');
          });
      return out.toString();
    }

    private boolean isCompared() {
      return !chapter.fixed().isEmpty()
          || chapter.whole().findings().stream().anyMatch(ReviewedFinding::isInBaseline);
    }

    private Optional<Fix> best() {
      return chapter.fixes(found).stream()
          .filter(fix -> !fix.recommendation().isRefused())
          .findFirst();
    }

    private Design design() {
      return chapter.review().document().design();
    }

    private Map<String, Object> location(Finding finding) {
      Places.Place place = chapter.places().of(finding, design()).orElse(new Places.Place(1, 1));
      Map<String, Object> result = map("physicalLocation", physical(place));
      Map<String, Object> logical = map("fullyQualifiedName", Wording.line(finding.subject()));
      logical.put("kind", kind(finding.subject()));
      result.put("logicalLocations", List.of(logical));
      return result;
    }

    private Map<String, Object> physical(Places.Place place) {
      return map(
          "artifactLocation",
          map("uri", uri(chapter.file()), "index", artifact),
          "region",
          map("startLine", place.line(), "startColumn", place.column()));
    }

    private String kind(String subject) {
      if (design().components().contains(subject)) {
        return "component";
      }
      if (design().links().contains(subject)) {
        return "link";
      }
      return design().journeys().contains(subject) ? "journey" : "element";
    }

    /// The links of the path, in its order.
    private List<Object> related(Finding finding) {
      List<Object> result = new ArrayList<>();
      for (String link : finding.links()) {
        if (!link.equals(finding.subject())) {
          chapter
              .places()
              .element(link, design())
              .ifPresent(place -> {
                Map<String, Object> entry = map("id", result.size() + 1);
                entry.put("physicalLocation", physical(place));
                entry.put("message", text("On the path: " + link));
                result.add(entry);
              });
        }
      }
      return result;
    }

    private Optional<Object> suppression() {
      Standing standing = found.standing();
      String why = Standings.why(found);
      return switch (standing) {
        case OPEN, BASELINE -> Optional.empty();
        case DECIDED -> Optional.of(suppression("inSource", why));
        case SUPERSEDED, SWITCHED_OFF -> Optional.of(suppression("external", why));
      };
    }

    private static Map<String, Object> suppression(String kind, String why) {
      return map("kind", kind, "status", "accepted", "justification", Wording.line(why));
    }

    private static double rank(Severity severity) {
      return switch (severity) {
        case CRITICAL -> 95;
        case HIGH -> 75;
        case MEDIUM -> 50;
        case LOW -> 25;
        case INFO -> 5;
      };
    }

    private Map<String, Object> properties(Finding finding) {
      Map<String, Object> result = map("severity", finding.severity().word());
      result.put("standing", Standings.word(found.standing()));
      result.put("journeysLost", finding.journeysLost());
      best().ifPresent(fix -> result.put("edit", fix.recommendation().edit().signature()));
      return result;
    }
  }
}
