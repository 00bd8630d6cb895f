package dev.stillwater.rules.own;

import dev.stillwater.model.FileTree;
import dev.stillwater.model.FileTree.Spot;
import dev.stillwater.model.Spelling;
import dev.stillwater.rules.Adjustment;
import dev.stillwater.rules.Adjustments;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.rules.Rules;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.own.TestCase.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a team says in one file: rules of its own, what it changes about others, and test cases.
/// One bad entry does not hide the others.
///
/// @param name of the file, as findings and problems call it
/// @param problems of the file alone, in its order
public record RulesFile(
    String name,
    List<Placed<Rule>> rules,
    List<Placed<Adjustment>> adjustments,
    List<TestCase> tests,
    List<FileProblem> problems) {
  /// Something with its place in the file.
  ///
  /// @param head the entry: `rules[2]`
  public record Placed<T>(T value, String head, Spot at) {}

  /// The version of the format that this is.
  public static final String FORMAT = "stillwater-rules/1";

  /// Nobody reads a review by more rules, or tests more cases.
  private static final int MOST = 500;

  private static final List<String> KEYS = List.of("format", "rules", "overrides", "tests");
  private static final List<String> TEST_KEYS = List.of("name", "design", "expect");
  private static final String SILENT = "silent";

  public RulesFile {
    rules = List.copyOf(rules);
    adjustments = List.copyOf(adjustments);
    tests = List.copyOf(tests);
    problems = List.copyOf(problems);
  }

  /// Gives a file its meaning.
  ///
  /// @param name what to call it
  public static RulesFile of(FileTree tree, String name) {
    List<FileProblem> problems = new ArrayList<>();
    Optional<Section> found = Section.of(tree, "", problems);
    if (found.isEmpty()) {
      return new RulesFile(name, List.of(), List.of(), List.of(), problems);
    }
    Section file = found.get();
    file.only(KEYS);
    String format = file.text("format").orElse("none");
    if (!format.equals(FORMAT)) {
      file.error(
          file.spot("format"),
          "format",
          "expected \"" + FORMAT + "\", found " + format,
          "Write format: " + FORMAT + " as the first line.");
    }
    String source = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    Map<String, Placed<Rule>> rules = new LinkedHashMap<>();
    List<Placed<Adjustment>> adjustments = new ArrayList<>();
    List<TestCase> tests = new ArrayList<>();
    for (Section entry : entries(file, "rules", problems)) {
      new RuleReader(entry, source, problems)
          .read()
          .filter(rule -> isNew(rule, rules, entry))
          .ifPresent(rule -> rules.put(rule.info().id(), entry.placed(rule, "id")));
    }
    for (Section entry : entries(file, "overrides", problems)) {
      new AdjustmentReader(entry, source)
          .read()
          .ifPresent(adjustment -> {
            tie(adjustment, adjustments, entry);
            adjustments.add(entry.placed(adjustment, "rule"));
          });
    }
    for (Section entry : entries(file, "tests", problems)) {
      test(entry).ifPresent(tests::add);
    }
    return new RulesFile(name, List.copyOf(rules.values()), adjustments, tests, problems);
  }

  private static List<Section> entries(Section file, String key, List<FileProblem> problems) {
    List<FileTree> list = file.list(key);
    List<Section> result = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (i == MOST) {
        file.error(
            list.get(i).at(), key, "there are more than " + MOST + " " + key, "Split the file.");
        break;
      }
      Section.of(list.get(i), key + "[" + i + "]", problems).ifPresent(result::add);
    }
    return result;
  }

  private static boolean isNew(OwnRule rule, Map<String, Placed<Rule>> rules, Section entry) {
    boolean isNew = !rules.containsKey(rule.info().id());
    if (!isNew) {
      entry.error(
          entry.spot("id"),
          "id",
          "the id stands here for the second time",
          "Give one of the two rules another number.");
    }
    return isNew;
  }

  private static void tie(Adjustment late, List<Placed<Adjustment>> before, Section entry) {
    if (before.stream()
        .map(Placed::value)
        .anyMatch(early -> early.aimsLike(late) && contradict(early, late))) {
      entry.warning(
          entry.at(),
          "",
          "an override above says something else of the same; this one wins",
          "Keep one of the two.");
    }
  }

  private static boolean contradict(Adjustment a, Adjustment b) {
    return (a.off() != null && b.off() != null && !a.off().equals(b.off()))
        || (a.severity() != null && b.severity() != null && a.severity() != b.severity())
        || a.settings().declared().stream()
            .anyMatch(it ->
                b.settings().declares(it) && !a.settings().get(it).equals(b.settings().get(it)));
  }

  // ---- test cases

  private static Optional<TestCase> test(Section entry) {
    entry.only(TEST_KEYS);
    Optional<String> name = entry.needed("name", "Say in a sentence what the case shows.");
    name.ifPresent(entry::names);
    Optional<FileTree> design = entry.get("design");
    if (design.isEmpty() || !(design.get() instanceof FileTree.Fields)) {
      entry.error(
          entry.spot("design"),
          "design",
          "expected a design, found " + design.map(FileTree::shown).orElse("nothing"),
          "Write components and links as in a design file.");
    }
    if (entry.get("expect").isEmpty()) {
      entry.error(entry.at(), "expect", "`expect` is missing", "Write [RULE@subject], or silent.");
    }
    List<Expected> expected = new ArrayList<>();
    for (String text : entry.texts("expect")) {
      if (!text.strip().equals(SILENT)) {
        expected(entry, text.strip()).ifPresent(expected::add);
      }
    }
    return entry.isFaulty() || name.isEmpty() || design.isEmpty()
        ? Optional.empty()
        : Optional.of(new TestCase(name.get(), design.get(), expected, entry.at()));
  }

  /// `TEAM-PCI-001@pay`, also with the severity behind it.
  private static Optional<Expected> expected(Section entry, String text) {
    int at = text.indexOf('@');
    int space = text.lastIndexOf(' ');
    Optional<Severity> severity = Optional.empty();
    String key = text;
    for (Severity option : Severity.values()) {
      if (space > at && text.substring(space + 1).equals(option.word())) {
        severity = Optional.of(option);
        key = text.substring(0, space).strip();
      }
    }
    if (at < 1 || key.endsWith("@")) {
      entry.error(
          entry.spot("expect"),
          "expect",
          "expected RULE@subject, found \"" + text + "\"",
          "Write it as in TEAM-PCI-001@pay, or silent.");
      return Optional.empty();
    }
    return Optional.of(new Expected(key, severity));
  }

  // ---- several files

  /// The rules of several files together.
  ///
  /// @param problems by the name of a file what is wrong with it among the others
  public record Together(RuleSet rules, Map<String, List<FileProblem>> problems) {}

  /// Puts files together: of two rules with one id the first counts, of two overrides that aim
  /// equally the last.
  public static Together together(List<RulesFile> files) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Map<String, List<FileProblem>> problems = new LinkedHashMap<>();
    for (RulesFile file : files) {
      for (Placed<Rule> rule : file.rules) {
        String id = rule.value.info().id();
        if (rules.putIfAbsent(id, rule.value) != null) {
          problems
              .computeIfAbsent(file.name, name -> new ArrayList<>())
              .add(
                  problem(
                      rule, id, "id", "another file has a rule " + id, "Give it another number."));
        }
      }
    }
    List<String> known = new ArrayList<>(rules.keySet());
    Rules.ALL.forEach(rule -> known.add(rule.info().id()));
    List<Adjustment> adjustments = new ArrayList<>();
    for (RulesFile file : files) {
      for (Placed<Adjustment> placed : file.adjustments) {
        Adjustment adjustment = placed.value;
        if (known.stream().noneMatch(adjustment::isFor)) {
          problems
              .computeIfAbsent(file.name, name -> new ArrayList<>())
              .add(
                  problem(
                      placed,
                      adjustment.rule(),
                      "rule",
                      "there is no rule " + adjustment.rule() + " to override",
                      Spelling.nearest(adjustment.rule(), known)
                          .map(meant -> "Did you mean " + meant + "?")
                          .orElse("`stillwater rules` lists them.")));
        } else {
          adjustments.add(adjustment);
        }
      }
    }
    return new Together(
        new RuleSet(List.copyOf(rules.values()), new Adjustments(adjustments)), problems);
  }

  private static FileProblem problem(
      Placed<?> of, String id, String tail, String message, String advice) {
    return new FileProblem(true, of.at, of.head, id, tail, message, advice);
  }
}
