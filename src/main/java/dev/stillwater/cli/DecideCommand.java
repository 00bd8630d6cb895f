package dev.stillwater.cli;

import dev.stillwater.analysis.Progress;
import dev.stillwater.io.DesignJson;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.model.FindingKey;
import dev.stillwater.review.DecisionDraft;
import dev.stillwater.review.Review;
import dev.stillwater.review.Reviewer;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater decide FILE TARGET --accept --reason WHY`: writes a decision into a design.
@CommandLine.Command(
    name = "decide",
    description =
        "Decide about a finding, and write the decision into the design. What is decided no longer"
            + " counts; it counts again when its day is over or its numbers or path change.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater decide shop.design.json REL-TR-001@mail --accept --reason \"low volume\" -o"
          + " shop.design.json",
      "  stillwater decide shop.design.json REL-TR-001@* --in-progress --ticket OPS-7 --reason"
          + " \"sprint 12\" --expires 2027-03-31",
      "  stillwater decide shop.design.json *@tag:legacy --suppress --reason \"replaced in June\"",
      "  stillwater decide shop.design.json REL-TR-001@mail --reopen -o shop.design.json"
    })
final class DecideCommand extends Command {
  /// What to decide; exactly one of them.
  static final class Choice {
    @Option(names = "--accept", description = "The risk is taken.")
    boolean accept;

    @Option(names = "--false-positive", description = "It does not apply here.")
    boolean falsePositive;

    @Option(names = "--mitigated", description = "It is handled elsewhere.")
    boolean mitigated;

    @Option(names = "--in-progress", description = "Somebody works on it; needs --ticket.")
    boolean inProgress;

    @Option(names = "--suppress", description = "It is not to be shown.")
    boolean suppress;

    @Option(names = "--reopen", description = "Take a decision back.")
    boolean reopen;

    @Nullable DecisionKind kind() {
      if (accept) {
        return DecisionKind.ACCEPTED;
      }
      if (falsePositive) {
        return DecisionKind.FALSE_POSITIVE;
      }
      if (mitigated) {
        return DecisionKind.MITIGATED;
      }
      if (inProgress) {
        return DecisionKind.IN_PROGRESS;
      }
      return suppress ? DecisionKind.SUPPRESSED : null;
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A design file; - reads standard input.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description =
          "RULE@SUBJECT or RULE@SUBJECT@SECOND, as a review prints it. * stands for a whole part,"
              + " tag:NAME for what carries a tag.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String target;

  @ArgGroup(multiplicity = "1", heading = "What was decided, one of:%n")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  Choice choice;

  @Option(names = "--reason", paramLabel = "WHY", description = "Why; nobody decides without.")
  String reason = "";

  @Option(names = "--author", paramLabel = "WHO", description = "Who decides. Default: $USER.")
  @Nullable String author;

  @Option(
      names = "--ticket",
      paramLabel = "TICKET",
      description = "Where the work goes on; with --in-progress it has to be there.")
  String ticket = "";

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "The last day it holds, as in 2027-03-31. Default: none.")
  @Nullable LocalDate expires;

  @CommandLine.Mixin OwnRulesOption rules = new OwnRulesOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where the design goes, perhaps the file itself. Default: standard output.")
  @Nullable String output;

  DecideCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (FindingKey.parse(target).isEmpty()) {
      throw misused("\"" + target + "\" is no target; write RULE@SUBJECT or RULE@SUBJECT@SECOND.");
    }
    DesignInput input = new DesignInput(this, rules.files);
    Optional<DesignInput.Loaded> loaded = input.read(file);
    if (loaded.isEmpty() || !input.rulesAreWhole()) {
      return ExitCode.USAGE;
    }
    Document document = loaded.get().document();
    DecisionKind kind = choice.kind();
    Document result = kind == null ? reopened(document) : decided(loaded.get(), kind);
    new Output(this, output).write(DesignJson.write(result));
    return ExitCode.CLEAN;
  }

  private Document reopened(Document document) {
    Document result = document.withoutDecision(target);
    if (result == document) {
      throw misused("there is no decision about " + target + ".");
    }
    tell("Reopened " + target);
    return result;
  }

  private Document decided(DesignInput.Loaded loaded, DecisionKind kind) {
    Reviewer reviewer = new Reviewer(loaded.presets(), loaded.rules());
    Review review = reviewer.review(loaded.document(), session.today(), Progress.UNWATCHED);
    String who = author == null ? session.variable("USER").orElse("") : author;
    DecisionDraft draft = new DecisionDraft(target, kind, reason, who, ticket, expires);
    draft
        .problem(review, session.today())
        .ifPresent(problem -> {
          throw misused(reason.isBlank() ? problem + " (--reason)" : problem);
        });
    tell("Decided about " + Figures.count(draft.covered(review).size(), "finding"));
    return draft.taken(loaded.document(), review, session.today());
  }
}
