package dev.stillwater.cli;

import java.util.List;
import picocli.CommandLine.Option;

/// Rules of a team that do not lie beside the design.
final class OwnRulesOption {
  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description = "A file with rules of your own, besides those beside the design.")
  List<String> files = List.of();
}
