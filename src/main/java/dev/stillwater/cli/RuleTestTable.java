package dev.stillwater.cli;

import dev.stillwater.io.PresetsJson;
import dev.stillwater.model.Figures;
import dev.stillwater.rulefiles.RuleFiles;
import dev.stillwater.rulefiles.RuleTests;
import dev.stillwater.rules.own.RulesFile;
import java.util.Optional;

/// The test cases of rules files, run and told: one line for each case, below a failed one what is
/// missing, what is too much, and which fix does not help.
final class RuleTestTable {
  private final Command command;
  private final RuleFiles.Loaded loaded;
  private final Paint paint;
  private int passed;
  private int failed;

  RuleTestTable(Command command, RuleFiles.Loaded loaded) {
    this.command = command;
    this.loaded = loaded;
    this.paint = command.paint();
  }

  ExitCode run() {
    if (loaded.paths().isEmpty()) {
      throw command.misused(
          "there is nothing to test: name a file, as in `stillwater rules --test"
              + " shop.rules.yaml`.");
    }
    PresetsJson.Loaded presets =
        PresetsJson.of(
            Optional.of(command.session.folder()), command.session.configurationFolder());
    for (RulesFile file : loaded.files()) {
      line(paint.strong(Safe.line(file.name())));
      RuleTests tests = new RuleTests(file, loaded.rules(), presets.presets());
      tests.run().forEach(this::outcome);
      tests.untested().forEach(id -> line(paint.muted("  – no case expects " + id)));
    }
    String sum = Figures.count(passed, "case") + " passed";
    line(failed == 0 ? paint.good(sum) : sum + ", " + paint.bad(failed + " failed"));
    if (loaded.hasErrors()) {
      return ExitCode.USAGE;
    }
    return failed == 0 ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private void outcome(RuleTests.Outcome outcome) {
    boolean good = outcome.passed();
    passed += good ? 1 : 0;
    failed += good ? 0 : 1;
    line((good ? paint.good("  ✓ ") : paint.bad("  ✗ ")) + Safe.line(outcome.of().name()));
    outcome.missing().forEach(it -> line("      missing     " + Safe.line(it.toString())));
    outcome.unexpected().forEach(key -> line("      unexpected  " + Safe.line(key)));
    outcome.useless().forEach(fix -> line("      no help     " + Safe.line(fix)));
    outcome
        .unread()
        .forEach(problem -> line("      " + problem.toString().replace("\n", "\n      ")));
  }

  private void line(String line) {
    command.session.out().println(line);
  }
}
