package dev.stillwater.templates;

import dev.stillwater.io.DesignJson;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.Place;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import dev.stillwater.io.TreeFile;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.FileTree;
import dev.stillwater.model.Problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder in which somebody keeps templates: `NAME.design.json`, each with a sidecar
/// `NAME.template.json` or without.
public final class OwnTemplates {
  /// The name of the folder in the configuration folder.
  public static final String FOLDER = "templates";

  private static final int LINE = 120;

  private final Path folder;

  public OwnTemplates(Path folder) {
    this.folder = folder;
  }

  /// What was found there. Templates without an error count, whatever the others are.
  record Loaded(List<Template> templates, List<LocatedProblem> problems) {
    static final Loaded NOTHING = new Loaded(List.of(), List.of());
  }

  Loaded load() {
    List<Template> templates = new ArrayList<>();
    List<LocatedProblem> problems = new ArrayList<>();
    for (Path design : designs()) {
      switch (DesignJson.read(design, PresetsJson.shipped())) {
        case ReadResult.Refused refused -> problems.addAll(refused.problems());
        case ReadResult.Opened opened ->
            templates.add(template(design, opened.document(), problems));
      }
    }
    return new Loaded(templates, problems);
  }

  private List<Path> designs() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(TemplateCatalog.DESIGN))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // nobody has saved one yet
    }
  }

  private static Template template(Path design, Document document, List<LocatedProblem> problems) {
    String file = design.getFileName().toString();
    String name = file.substring(0, file.length() - TemplateCatalog.DESIGN.length());
    Path sidecar = design.resolveSibling(name + TemplateCatalog.SIDECAR);
    FileTree.Fields fields = new FileTree.Fields(Map.of(), Map.of(), FileTree.Spot.START);
    if (Files.exists(sidecar)) {
      switch (TreeFile.read(sidecar, sidecar.toString())) {
        case TreeFile.Result.Refused refused -> problems.addAll(refused.problems());
        case TreeFile.Result.Tree(FileTree.Fields read) -> fields = read;
        case TreeFile.Result.Tree(FileTree other) ->
            problems.add(
                new LocatedProblem(
                    Severity.ERROR,
                    sidecar.toString(),
                    Optional.empty(),
                    Place.FILE,
                    "expected fields, found " + other.shown(),
                    "The design is offered without what it says."));
      }
    }
    SidecarReader reader = new SidecarReader(sidecar.toString(), fields);
    Template template =
        reader.read(
            name,
            document.design().name(),
            firstSentence(document.design().description()),
            new DesignSource.Kept(design),
            path -> new DesignSource.Kept(design.resolveSibling(path)));
    problems.addAll(reader.problems());
    return template;
  }

  private static String firstSentence(String description) {
    int end = description.indexOf(". ");
    String sentence = end < 0 ? description : description.substring(0, end + 1);
    return sentence.length() <= LINE ? sentence : sentence.substring(0, LINE - 1) + "…";
  }

  /// Keeps a design as a template: the file of the design, and beside it what is known of it. One
  /// of the same name is replaced.
  ///
  /// @param name how it will be called; see [#nameFor]
  /// @param findings the keys of its findings
  public SaveResult save(String name, Document document, List<String> findings) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      return new SaveResult.Failed(
          "The folder " + folder + " cannot be made: " + e.getMessage() + ".", Optional.empty());
    }
    SaveResult design = write(name + TemplateCatalog.DESIGN, DesignJson.write(document));
    return design instanceof SaveResult.Saved
        ? write(
            name + TemplateCatalog.SIDECAR, TreeFile.write(sidecar(document.design(), findings)))
        : design;
  }

  private static Map<String, Object> sidecar(Design design, List<String> findings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("format", SidecarReader.FORMAT);
    fields.put("title", design.name());
    fields.put("categories", List.of(Category.OWN.id()));
    fields.put("demonstrates", firstSentence(design.description()));
    fields.put("parameters", List.of());
    fields.put("findings", findings);
    return fields;
  }

  private SaveResult write(String file, byte[] content) {
    Path path = folder.resolve(file);
    try {
      Optional<String> present =
          Files.exists(path)
              ? Optional.of(SafeFile.hash(Files.readAllBytes(path)))
              : Optional.empty();
      return new SafeFile(new DiskFileOps()).save(path, content, present);
    } catch (IOException e) {
      return new SaveResult.Failed(path + " cannot be read: " + e.getMessage(), Optional.empty());
    }
  }

  /// The name that suits a title and is good for a file: `Checkout, EU` becomes `checkout-eu`.
  public static String nameFor(String title) {
    String name =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "template" : name.substring(0, Math.min(60, name.length()));
  }
}
