package dev.stillwater.rules.own;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.AttributeTable;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.FileTree;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.Spelling;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one rule of a rules file.
final class RuleReader {
  static final String APPLIES = "applies when";
  static final String VIOLATED = "violated when";
  static final String FALSE_POSITIVE = "false positive";

  private static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "severity",
          "for",
          APPLIES,
          VIOLATED,
          "message",
          "why",
          FALSE_POSITIVE,
          "fix",
          "verify",
          "failure",
          "practices",
          "reading");
  private static final List<String> FIX_KEYS = List.of("set", "edit", "on", "trade-off", "declare");
  private static final List<String> VERIFY_KEYS = List.of("test", "alarm", "experiment");
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-\\d{3}");
  private static final Pattern PRACTICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
  private static final String EXACTLY = "exactly ";

  /// What stands for a first condition that nobody wrote.
  private static final Typed ALWAYS =
      new Typed(new Type.Truth(), (world, thing) -> Value.TRUE, "", List.of());

  private final Section section;
  private final String file;
  private final List<FileProblem> problems;

  RuleReader(Section section, String file, List<FileProblem> problems) {
    this.section = section;
    this.file = file;
    this.problems = problems;
  }

  /// The rule; empty, and problems, where something is wrong with it.
  Optional<OwnRule> read() {
    section.text("id").ifPresent(section::names);
    section.only(KEYS);
    Optional<String> id = id();
    Optional<String> title =
        section
            .needed("title", "Say in a few words what is wrong: Card data without an owner.")
            .map(text -> text.replaceAll("\\s+", " "));
    Optional<Severity> severity = severity();
    Optional<Sort> sort =
        section.needed("for", "Write component, link or journey.").isPresent()
            ? section.word("for", Sort.class)
            : Optional.empty();
    section.needed(VIOLATED, "Write what is wrong, as in owner is unknown.");
    Verification verification = verification();
    FailureCategory failure =
        section
            .word("failure", FailureCategory.class)
            .orElse(FailureCategory.MISCONFIGURATION_AND_BUGS);
    List<String> practices = practices();
    if (sort.isEmpty()) {
      return Optional.empty();
    }
    Sort of = sort.get();
    Optional<Typed> applies =
        section.get(APPLIES).isEmpty()
            ? Optional.of(ALWAYS)
            : section.expression(APPLIES, text -> Typed.condition(text, of));
    Optional<Typed> violated = section.expression(VIOLATED, text -> Typed.condition(text, of));
    Optional<Message> message =
        section.get("message").isEmpty()
            ? title.map(text -> new Message(List.of(new Message.Piece.Plain(text))))
            : section.expression("message", text -> Message.parse(text, of));
    List<Remedy> remedies = remedies(of);
    if (section.isFaulty()
        || id.isEmpty()
        || title.isEmpty()
        || severity.isEmpty()
        || applies.isEmpty()
        || violated.isEmpty()
        || message.isEmpty()) {
      return Optional.empty();
    }
    RuleInfo info =
        new RuleInfo(id.get(), title.get(), severity.get(), failure, practices, verification);
    OwnPage page =
        new OwnPage(
            info,
            of,
            section.text("why").orElse("The file gives no reason."),
            applies.get().source(),
            violated.get().source(),
            section.text(FALSE_POSITIVE),
            remedies,
            section.texts("reading"),
            file);
    return Optional.of(
        new OwnRule(
            info,
            page.page(),
            of,
            applies.get(),
            violated.get(),
            message.get(),
            section.text("severity").orElse("").startsWith(EXACTLY),
            remedies));
  }

  private Optional<String> id() {
    Optional<String> id = section.needed("id", "Write one of your own, as in TEAM-PCI-001.");
    if (id.isPresent() && id.get().startsWith(RuleInfo.CATALOGUE)) {
      section.error(
          section.spot("id"),
          "id",
          "ids that begin with REL- belong to the catalogue",
          "Begin with a name of your own, as in TEAM-PCI-001.");
    } else if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      section.error(
          section.spot("id"),
          "id",
          "expected capitals and a number of three digits, found \"" + id.get() + "\"",
          "Write it as in TEAM-PCI-001.");
    }
    return id;
  }

  private List<String> practices() {
    List<String> practices = section.texts("practices");
    for (String practice : practices) {
      if (!PRACTICE.matcher(practice).matches()) {
        section.error(
            section.spot("practices"),
            "practices",
            "\"" + practice + "\" is no name of a practice",
            "Use letters, digits, hyphens and points, as in REL05-BP01.");
      }
    }
    return practices;
  }

  private Optional<Severity> severity() {
    return section
        .needed("severity", "Write critical, high, medium, low or info.")
        .flatMap(text ->
            section.word(
                "severity",
                text.startsWith(EXACTLY) ? text.substring(EXACTLY.length()).strip() : text,
                Severity.class));
  }

  private Verification verification() {
    Optional<FileTree> given = section.get("verify");
    if (given.isPresent() && !(given.get() instanceof FileTree.Fields)) {
      section.error(
          given.get().at(),
          "verify",
          "expected fields, found " + given.get().shown(),
          "Write {test: …, alarm: …, experiment: …}.");
    }
    if (!(given.orElse(null) instanceof FileTree.Fields fields)) {
      return new Verification("", "", "");
    }
    List<FileProblem> found = new ArrayList<>();
    Section verify = new Section(fields, "", found);
    verify.only(VERIFY_KEYS);
    Verification result =
        new Verification(
            verify.text("test").orElse(""),
            verify.text("alarm").orElse(""),
            verify.text("experiment").orElse(""));
    note(found, "verify");
    return result;
  }

  /// Notes what is wrong inside a field as a fault of the rule.
  private void note(List<FileProblem> found, String field) {
    found.forEach(problem ->
        section.error(
            problem.at(),
            problem.tail().isEmpty() ? field : field + "." + problem.tail(),
            problem.message(),
            problem.advice()));
  }

  // ---- fixes

  private List<Remedy> remedies(Sort sort) {
    List<Remedy> result = new ArrayList<>();
    List<FileTree> fixes = section.list("fix");
    for (FileTree fix : fixes) {
      if (fix instanceof FileTree.Fields fields) {
        remedy(fields, sort).ifPresent(result::add);
      } else {
        section.error(
            fix.at(),
            "fix",
            "expected a change with what it costs, found " + fix.shown(),
            "Write - edit: InsertQueue and below it trade-off: …");
      }
    }
    return result;
  }

  private Optional<Remedy> remedy(FileTree.Fields fields, Sort sort) {
    List<FileProblem> found = new ArrayList<>();
    Section fix = new Section(fields, "", found);
    Optional<Remedy> remedy = remedy(fix, sort);
    note(found, "fix");
    return fix.isFaulty() ? Optional.empty() : remedy;
  }

  private static Optional<Remedy> remedy(Section fix, Sort sort) {
    fix.only(FIX_KEYS);
    String tradeOff =
        fix.needed("trade-off", "Say in one sentence what it costs, or what must be done besides.")
            .orElse("");
    boolean declares = fix.text("declare").filter("true"::equals).isPresent();
    String end = fix.text("on").orElse("");
    Optional<Vocabulary.Step> step = Vocabulary.of(sort).step(end);
    if (!end.isEmpty() && step.isEmpty()) {
      List<String> steps = Vocabulary.of(sort).steps();
      fix.error(
          fix.spot("on"),
          "on",
          "a " + sort.word() + " has no " + end,
          steps.isEmpty() ? "Leave it out." : "Write " + String.join(" or ", steps) + ".");
      return Optional.empty();
    }
    Sort of = step.map(Vocabulary.Step::to).orElse(sort);
    if (fix.get("set").isPresent() == fix.get("edit").isPresent()) {
      fix.error(fix.at(), "", "expected either `set` or `edit`", "Write set: {timeout: 2s}.");
      return Optional.empty();
    }
    if (fix.get("edit").isPresent()) {
      return edit(fix, of, end, tradeOff);
    }
    return settings(fix, "set", of.table(), "a " + of.word())
        .map(values -> Remedy.set(values, end, tradeOff, declares));
  }

  private static Optional<Remedy> edit(Section fix, Sort of, String end, String tradeOff) {
    String name = fix.text("edit").orElse("");
    List<String> known = Remedy.names(of);
    if (known.contains(name)) {
      return Optional.of(Remedy.named(name, end, tradeOff));
    }
    fix.error(
        fix.spot("edit"),
        "edit",
        "no edit of a " + of.word() + " has the name \"" + name + "\"",
        known.isEmpty()
            ? "Set attributes instead."
            : Spelling.nearest(name, known)
                .map(meant -> "Did you mean " + meant + "?")
                .orElse("Known are: " + String.join(", ", known) + "."));
    return Optional.empty();
  }

  /// Values of attributes, each in the spelling of design files.
  static Optional<Attributes> settings(
      Section section, String key, AttributeTable table, String whose) {
    FileTree tree = section.get(key).orElseThrow();
    if (!(tree instanceof FileTree.Fields fields) || fields.fields().isEmpty()) {
      section.error(
          tree.at(), key, "expected attributes and values, found " + tree.shown(), "Write {…}.");
      return Optional.empty();
    }
    Attributes values = Attributes.none(table);
    List<String> keys = table.all().stream().map(Attribute::key).toList();
    for (String name : fields.fields().keySet()) {
      FileTree given = fields.get(name).orElseThrow();
      Optional<Attribute<?>> attribute = table.find(name);
      if (attribute.isEmpty()) {
        section.error(
            given.at(),
            key + "." + name,
            whose + " has no attribute " + name,
            Spelling.nearest(name, keys)
                .map(meant -> "Did you mean " + meant + "?")
                .orElse("`stillwater schema` lists the attributes."));
        continue;
      }
      Optional<Object> plain = given.plain();
      Parsed<Attributes> with =
          plain.isPresent()
              ? values.withPlain(attribute.get(), plain.get())
              : Parsed.bad("expected a value, found nothing");
      switch (with) {
        case Parsed.Ok<Attributes> ok -> values = ok.value();
        case Parsed.Bad<Attributes> bad ->
            section.error(
                given.at(), key + "." + name, bad.reason(), "Write it as in a design file.");
      }
    }
    return Optional.of(values);
  }
}
