package dev.stillwater.cli;

import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.io.DesignJson;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.Drawings;
import dev.stillwater.review.Fix;
import dev.stillwater.review.PlanStep;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.Reviewer;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater fix FILE`: lists the changes that findings recommend, and makes them.
@CommandLine.Command(
    name = "fix",
    description = "Make the changes that findings recommend, and write the design that results.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater fix shop.design.json --list                  which changes there are, measured",
      "  stillwater fix shop.design.json --apply RP-002@mail -o better.design.json",
      "                                                          the best change of one finding",
      "  stillwater fix shop.design.json --apply REL-TR-001@mail#2 --apply LC-002@checkout -o - ",
      "                                                          the second best, then another",
      "  stillwater fix shop.design.json --plan -o better.design.json",
      "                                                          what the review says to do first",
      "",
      "Each change is judged on top of those before it. One that a guard refuses is not made, and",
      "nothing is written then. Nothing changes FILE itself unless -o names it."
    })
final class FixCommand extends Command {
  private static final Pattern WANTED = Pattern.compile("(.+?)(?:#([0-9]{1,4}))?", Pattern.DOTALL);

  /// What to do, one of them.
  static final class Wish {
    @Option(
        names = "--apply",
        paramLabel = "RULE@SUBJECT[#n]",
        required = true,
        description =
            "Make the nth change that a finding recommends, the best without #n; may be given more"
                + " than once.")
    List<String> apply = List.of();

    @Option(names = "--plan", required = true, description = "Make all changes of the plan.")
    boolean plan;

    @Option(names = "--list", required = true, description = "List the changes, make none.")
    boolean list;
  }

  @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @CommandLine.ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  Wish wish;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "A file instead of standard output; it may be FILE itself.")
  @Nullable String output;

  FixCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    DesignInput input = new DesignInput(this, List.of());
    Optional<DesignInput.Loaded> loaded = input.read(file);
    if (loaded.isEmpty() || !input.rulesAreWhole()) {
      return ExitCode.USAGE;
    }
    Reviewer reviewer = new Reviewer(loaded.get().presets(), loaded.get().rules());
    Document document = loaded.get().document();
    if (wish.list) {
      list(chapter(document, reviewer));
      return ExitCode.CLEAN;
    }
    if (loaded.get().readOnly()) {
      throw misused(file + " was written by a newer version, in a way that this one cannot save.");
    }
    Document fixed = wish.plan ? planned(document, reviewer) : applied(document, reviewer);
    Document placed = document.layout().positions().isEmpty() ? fixed : Drawings.placed(fixed);
    new Output(this, output).write(DesignJson.write(placed));
    return ExitCode.CLEAN;
  }

  private Chapter chapter(Document document, Reviewer reviewer) {
    try (ProgressLine progress = ProgressLine.of(this, "Reviewing " + file)) {
      return Chapter.of(file, document, reviewer, session.today(), progress);
    }
  }

  private void list(Chapter chapter) {
    Paint paint = paint();
    StringBuilder out = new StringBuilder();
    for (ReviewedFinding found : chapter.review().open()) {
      out.append(
              paint.severity(found.finding().severity(), found.finding().severity().mark() + " "))
          .append(paint.strong(Safe.line(found.key())))
          .append("  ")
          .append(Safe.line(found.finding().message()))
          .append('\n');
      List<Fix> fixes = chapter.fixes(found);
      for (Fix fix : fixes) {
        out.append("  ").append(line(fix, paint)).append('\n');
      }
      if (fixes.isEmpty()) {
        out.append("  ").append(paint.muted(noChange(found))).append('\n');
      }
    }
    session.out().print(out);
  }

  private static String line(Fix fix, Paint paint) {
    String number = "#" + fix.n() + " ";
    String title = Safe.line(fix.recommendation().title());
    if (fix.recommendation().isRefused()) {
      return paint.muted(number + title + " (refused: " + refusal(fix.recommendation()) + ")");
    }
    String effect = fix.effect().map(Chapter::effect).orElse("");
    return number + title + (effect.isEmpty() ? "" : paint.muted("  (" + effect + ")"));
  }

  private static String refusal(Recommendation recommendation) {
    return String.join(
        " ",
        recommendation.guards().stream()
            .filter(guard -> guard.kind() == GuardVerdict.Kind.REFUSE)
            .map(guard -> Safe.line(guard.text()) + " (" + guard.guard() + ")")
            .toList());
  }

  /// Why a finding offers no change; what a guard refuses is among the reasons.
  private static String noChange(ReviewedFinding found) {
    return ("no change: "
            + String.join(" ", found.finding().because().stream().map(Safe::line).toList()))
        .stripTrailing();
  }

  private Document planned(Document document, Reviewer reviewer) {
    Chapter chapter = chapter(document, reviewer);
    if (chapter.plan().isEmpty()) {
      tell("There is nothing to do that a change of the design would mend.");
    }
    Design design = document.design();
    for (PlanStep step : chapter.plan()) {
      for (Recommendation recommendation : step.recommendations()) {
        design = recommendation.edit().apply(design);
        said(recommendation, "");
      }
    }
    return document.withDesign(design);
  }

  private Document applied(Document document, Reviewer reviewer) {
    Document at = document;
    for (String wanted : wish.apply) {
      Chapter chapter = chapter(at, reviewer);
      Fix fix = find(wanted, chapter);
      Recommendation recommendation = fix.recommendation();
      if (recommendation.isRefused()) {
        throw misused(wanted + " is refused: " + refusal(recommendation));
      }
      at = at.withDesign(recommendation.edit().apply(at.design()));
      said(recommendation, fix.effect().map(Chapter::effect).orElse(""));
    }
    return at;
  }

  private void said(Recommendation recommendation, String effect) {
    tell(
        "Applied: "
            + Safe.line(recommendation.title())
            + (effect.isEmpty() ? "" : " (" + effect + ")"));
    for (GuardVerdict guard : recommendation.guards()) {
      tell("  " + Safe.line(guard.text()) + " (" + guard.guard() + ")");
    }
    if (recommendation.declaresOnly()) {
      tell("  This only declares; it has to be true.");
    }
  }

  private Fix find(String wanted, Chapter chapter) {
    Matcher matcher = WANTED.matcher(wanted);
    if (!matcher.matches() || !wanted.contains("@")) {
      throw misused(wanted + " is not RULE@SUBJECT or RULE@SUBJECT#n.");
    }
    String key = matcher.group(1);
    List<ReviewedFinding> findings = chapter.review().findings();
    ReviewedFinding found =
        named(key, findings)
            .or(() -> named(RuleInfo.CATALOGUE + key, findings))
            .orElseThrow(() -> unknown(wanted, key, findings));
    List<Fix> fixes = chapter.fixes(found);
    if (fixes.isEmpty()) {
      throw misused(Safe.line(found.key()) + " offers " + noChange(found));
    }
    int n = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    return fixes.stream()
        .filter(fix -> fix.n() == n)
        .findFirst()
        .orElseThrow(() ->
            misused(found.key() + " has the changes #1 to #" + fixes.size() + ", not #" + n + "."));
  }

  /// The finding with a key, or the only one whose key goes on with a second subject.
  private static Optional<ReviewedFinding> named(String key, List<ReviewedFinding> findings) {
    List<ReviewedFinding> longer =
        findings.stream().filter(found -> found.key().startsWith(key + "@")).toList();
    return findings.stream()
        .filter(found -> found.key().equals(key))
        .findFirst()
        .or(() -> longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty());
  }

  private RuntimeException unknown(String wanted, String key, List<ReviewedFinding> findings) {
    List<String> keys = new ArrayList<>();
    findings.forEach(found -> keys.add(found.key()));
    String near = Suggestions.sentence(key, keys);
    return misused(
        "there is no finding "
            + wanted
            + "."
            + (near.isEmpty() ? " stillwater fix " + file + " --list shows all." : near));
  }
}
