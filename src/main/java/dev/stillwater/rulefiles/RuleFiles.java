package dev.stillwater.rulefiles;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.Place;
import dev.stillwater.io.Position;
import dev.stillwater.io.TreeFile;
import dev.stillwater.model.Design;
import dev.stillwater.model.Problem.Severity;
import dev.stillwater.model.Spelling;
import dev.stillwater.rules.Adjustment;
import dev.stillwater.rules.RuleSet;
import dev.stillwater.rules.own.FileProblem;
import dev.stillwater.rules.own.RulesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules that hold for a design: those of the catalogue, those of `stillwater.rules.yaml` in
/// its folder, those of the rules file with its own name, and those of files that somebody names.
/// Of overrides that aim equally the last wins.
public final class RuleFiles {
  /// The name, without extension, of the file that holds for all designs of a folder.
  public static final String FOLDER = "stillwater";

  private static final List<String> EXTENSIONS = List.of("yaml", "yml", "json");

  private RuleFiles() {}

  /// What came of reading rules files. Rules without a problem count, whatever the others are.
  ///
  /// @param paths the files that were read, in order
  public record Loaded(
      RuleSet rules, List<RulesFile> files, List<Path> paths, List<LocatedProblem> problems) {
    public static final Loaded NONE = new Loaded(RuleSet.BUILT_IN, List.of(), List.of(), List.of());

    public Loaded {
      files = List.copyOf(files);
      paths = List.copyOf(paths);
      problems = List.copyOf(problems);
    }

    /// Warnings about overrides on elements that a design does not have. Files that hold for all
    /// designs of a folder may name elements of any.
    public List<LocatedProblem> strangers(Design design) {
      List<LocatedProblem> result = new ArrayList<>();
      for (RulesFile file : files) {
        if (Path.of(file.name()).getFileName().toString().startsWith(FOLDER + ".rules.")) {
          continue;
        }
        for (RulesFile.Placed<Adjustment> placed : file.adjustments()) {
          if (placed.value().on() instanceof Adjustment.Place.Element element
              && design.find(element.id()).isEmpty()) {
            result.add(
                located(
                    new FileProblem(
                        false,
                        placed.at(),
                        placed.head(),
                        placed.value().rule(),
                        "on",
                        "the design has no element " + element.id() + "; the override does nothing",
                        Spelling.nearest(element.id(), ids(design))
                            .map(meant -> "Did you mean " + meant + "?")
                            .orElse("Remove it, or name an element that is there.")),
                    file.name()));
          }
        }
      }
      return result;
    }

    private static List<String> ids(Design design) {
      List<String> ids = new ArrayList<>(design.components().ids());
      ids.addAll(design.links().ids());
      ids.addAll(design.journeys().ids());
      return ids;
    }

    public boolean hasErrors() {
      return problems.stream().anyMatch(LocatedProblem::isError);
    }
  }

  /// The files that hold for a design because of where they are; those that are there.
  public static List<Path> beside(Path design) {
    Path file = design.toAbsolutePath();
    String name = String.valueOf(file.getFileName()).replaceFirst("(\\.design)?\\.json$", "");
    List<Path> result = new ArrayList<>(in(file.resolveSibling(FOLDER)));
    if (!name.equals(FOLDER)) {
      result.addAll(in(file.resolveSibling(name)));
    }
    return result;
  }

  /// The files that hold for all designs of a folder.
  public static List<Path> of(Path folder) {
    return in(folder.toAbsolutePath().resolve(FOLDER));
  }

  private static List<Path> in(Path stem) {
    return EXTENSIONS.stream()
        .map(extension -> stem.resolveSibling(stem.getFileName() + ".rules." + extension))
        .filter(Files::exists)
        .toList();
  }

  /// Reads files and puts them together.
  ///
  /// @param base where names in problems begin
  public static Loaded load(List<Path> paths, Path base) {
    List<RulesFile> files = new ArrayList<>();
    List<LocatedProblem> problems = new ArrayList<>();
    for (Path path :
        paths.stream().map(it -> it.toAbsolutePath().normalize()).distinct().toList()) {
      String shown = shown(path, base);
      switch (TreeFile.read(path, shown)) {
        case TreeFile.Result.Refused refused -> problems.addAll(refused.problems());
        case TreeFile.Result.Tree tree -> files.add(RulesFile.of(tree.tree(), shown));
      }
    }
    RulesFile.Together together = RulesFile.together(files);
    for (RulesFile file : files) {
      List<FileProblem> all = new ArrayList<>(file.problems());
      all.addAll(together.problems().getOrDefault(file.name(), List.of()));
      all.forEach(problem -> problems.add(located(problem, file.name())));
    }
    return new Loaded(together.rules(), files, paths, problems);
  }

  private static String shown(Path path, Path base) {
    Path root = base.toAbsolutePath().normalize();
    return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
  }

  private static LocatedProblem located(FileProblem problem, String file) {
    return new LocatedProblem(
        problem.isError() ? Severity.ERROR : Severity.WARNING,
        file,
        Optional.of(new Position(problem.at().line(), problem.at().column())),
        new Place(problem.head(), problem.element(), problem.tail()),
        problem.message(),
        problem.advice());
  }
}
