package dev.stillwater.templates;

import dev.stillwater.io.LocatedProblem;
import dev.stillwater.io.TreeFile;
import dev.stillwater.model.FileTree;
import dev.stillwater.templates.Showing.How;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// All templates, in the order in which they are offered: those that come with the program, and
/// those that somebody keeps.
///
/// @param problems what is wrong with the files of somebody's own
public record TemplateCatalog(
    List<Category> categories, List<Template> templates, List<LocatedProblem> problems) {
  /// The list of what a folder of the program offers: categories, and names in order.
  public static final String LIST = "catalogue.json";

  /// What stands behind the name of a template in the name of its sidecar.
  public static final String SIDECAR = ".template.json";

  /// What stands behind it in the name of its design.
  public static final String DESIGN = ".design.json";

  private static final List<String> FOLDERS =
      List.of("/dev/stillwater/templates/", "/dev/stillwater/diagrams/");

  public TemplateCatalog {
    categories = List.copyOf(categories);
    templates = List.copyOf(templates);
    problems = List.copyOf(problems);
  }

  /// Holds the templates of the program from the first use on.
  private static final class Program {
    static final TemplateCatalog CATALOG = read();

    private static TemplateCatalog read() {
      List<Category> categories = new ArrayList<>();
      List<Template> templates = new ArrayList<>();
      for (String folder : FOLDERS) {
        resource(folder + LIST)
            .ifPresent(list -> {
              FileTree.Fields fields = fields(list, folder + LIST);
              for (FileTree item : items(fields, "categories")) {
                FileTree.Fields category = (FileTree.Fields) item;
                categories.add(
                    new Category(
                        text(category, "id"), text(category, "title"), text(category, "line")));
              }
              for (FileTree item : items(fields, "templates")) {
                templates.add(template(folder, text(item)));
              }
            });
      }
      return new TemplateCatalog(categories, templates, List.of());
    }

    private static Template template(String folder, String name) {
      String sidecar = folder + name + SIDECAR;
      byte[] bytes =
          resource(sidecar)
              .orElseThrow(() -> new IllegalStateException("the program lacks " + sidecar));
      SidecarReader reader = new SidecarReader(sidecar, fields(bytes, sidecar));
      Template template =
          reader.read(
              name,
              "",
              "",
              new DesignSource.Shipped(folder, name + DESIGN),
              path -> new DesignSource.Shipped(folder, path));
      if (!reader.problems().isEmpty()) {
        throw new IllegalStateException(reader.problems().getFirst().toString());
      }
      return template;
    }

    private static Optional<byte[]> resource(String path) {
      try (InputStream in = TemplateCatalog.class.getResourceAsStream(path)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static FileTree.Fields fields(byte[] bytes, String path) {
      return switch (TreeFile.read(bytes, path)) {
        case TreeFile.Result.Tree tree -> (FileTree.Fields) tree.tree();
        case TreeFile.Result.Refused refused ->
            throw new IllegalStateException(refused.problems().getFirst().toString());
      };
    }

    private static List<FileTree> items(FileTree.Fields fields, String key) {
      return fields.get(key).map(list -> ((FileTree.Items) list).items()).orElse(List.of());
    }

    private static String text(FileTree.Fields fields, String key) {
      return text(
          fields
              .get(key)
              .orElseThrow(() -> new IllegalStateException("a category without " + key)));
    }

    private static String text(FileTree value) {
      return (String) ((FileTree.Scalar) value).value();
    }
  }

  /// Those that come with the program.
  public static TemplateCatalog shipped() {
    return Program.CATALOG;
  }

  /// Those that come with the program, and behind them those in the folder [OwnTemplates#FOLDER] of
  /// a configuration folder. A folder that is not there is no problem.
  public static TemplateCatalog of(Optional<Path> configurationFolder) {
    TemplateCatalog program = shipped();
    OwnTemplates.Loaded own =
        configurationFolder
            .map(folder -> new OwnTemplates(folder.resolve(OwnTemplates.FOLDER)).load())
            .orElse(OwnTemplates.Loaded.NOTHING);
    return new TemplateCatalog(
        own.templates().isEmpty()
            ? program.categories()
            : Stream.concat(program.categories().stream(), Stream.of(Category.OWN)).toList(),
        Stream.concat(program.templates().stream(), own.templates().stream()).toList(),
        own.problems());
  }

  /// The one with this name among those of the program.
  public static Optional<Template> find(String name) {
    return shipped().named(name);
  }

  /// The template with this name; somebody's own hides one of the program.
  public Optional<Template> named(String name) {
    return templates.reversed().stream()
        .filter(template -> template.name().equals(name))
        .findFirst();
  }

  /// What stands on a shelf: the templates whose first category it is.
  public List<Template> in(Category category) {
    return templates.stream().filter(it -> shelf(it).equals(category)).toList();
  }

  /// The shelf of a template; that of one's own where it names a category that nobody has.
  public Category shelf(Template template) {
    return categories.stream()
        .filter(category -> category.id().equals(template.category()))
        .findFirst()
        .orElse(Category.OWN);
  }

  /// The templates in which every typed word occurs: in name, title, line, categories, words,
  /// counter-example or rules.
  public List<Template> search(String typed) {
    List<String> words =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return templates.stream()
        .filter(template -> {
          String all = words(template).toLowerCase(Locale.ROOT);
          return words.stream().allMatch(all::contains);
        })
        .toList();
  }

  private String words(Template template) {
    List<String> all = new ArrayList<>();
    all.add(template.name());
    all.add(template.title());
    all.add(template.demonstrates());
    all.addAll(template.words());
    all.addAll(template.shows());
    categories.stream()
        .filter(category -> template.categories().contains(category.id()))
        .forEach(category -> all.add(category.title()));
    template
        .counterExample()
        .ifPresent(other -> {
          all.add("without " + other.without());
          all.addAll(other.shows());
        });
    return String.join(" ", all);
  }

  /// Where one sees what a rule is about, each template once: first what was made to show it, and
  /// of that first the pairs with and without it.
  public List<Showing> showing(String rule) {
    List<Showing> result = new ArrayList<>();
    for (Template template : templates) {
      how(template, rule)
          .ifPresent(how -> result.add(new Showing(template, how, isMain(template, how, rule))));
    }
    result.sort(
        Comparator.<Showing, Boolean>comparing(showing -> !showing.isMain())
            .thenComparing(Showing::how));
    return result;
  }

  private static Optional<How> how(Template template, String rule) {
    if (Template.rules(template.findings()).contains(rule)) {
      return switch (template.kind()) {
        case REFERENCE -> Optional.empty(); // accepted there, for a reason that is another lesson
        case COUNTER_EXAMPLE, INCIDENT, EXAMPLE -> Optional.of(How.BROKEN);
      };
    }
    if (template.broughtByAbsence().contains(rule)) {
      return Optional.of(How.BROKEN_WITHOUT);
    }
    return template.shows().contains(rule) ? Optional.of(How.KEPT) : Optional.empty();
  }

  private static boolean isMain(Template template, How how, String rule) {
    return switch (how) {
      case BROKEN_WITHOUT -> template.counterExample().orElseThrow().shows().contains(rule);
      case BROKEN, KEPT -> template.shows().contains(rule);
    };
  }
}
