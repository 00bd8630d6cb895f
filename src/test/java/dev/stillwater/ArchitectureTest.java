package dev.stillwater;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The arrows between the packages, and what each of them must not touch, as sentences that fail.
///
/// An arrow that hurts is argued about here first: the reason stands next to the rule.
@AnalyzeClasses(packages = "dev.stillwater", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JACKSON = "tools.jackson..";
  private static final String YAML = "org.snakeyaml..";
  private static final String XML = "javax.xml..";
  private static final String XML_DOM = "org.w3c.dom..";
  private static final String XML_SAX = "org.xml.sax..";
  private static final String MUSTACHE = "com.samskivert.mustache..";
  private static final String[] PDF = {"com.openhtmltopdf..", "org.apache.pdfbox.."};
  private static final String COMMONMARK = "org.commonmark..";
  private static final String[] JAVAFX = {
    "javafx..", "atlantafx..", "org.kordamp.ikonli..", "org.controlsfx..", "impl.org.controlsfx.."
  };
  private static final String[] ELK = {"org.eclipse..", "com.google.common.."};
  private static final String[] AWT = {"java.awt..", "javax.imageio..", "javax.swing..", "sun.."};
  private static final String[] CORE = of("model", "analysis", "edits", "rules");

  // ---- arrows: who may know whom

  @ArchTest
  static final ArchRule model =
      only("model")
          .as("The model imports nothing but java.base")
          .because("it has to outlive every library, file format and screen that is made for it");

  @ArchTest
  static final ArchRule analysis =
      only("analysis", "dev.stillwater.model..", "org.jgrapht..")
          .as("Analysis knows the model and nothing else of ours")
          .because("a result has to follow from the design alone, wherever it is asked for");

  @ArchTest
  static final ArchRule edits =
      only("edits", "dev.stillwater.model..", "dev.stillwater.analysis..")
          .as("Edits know the model and the analysis")
          .because("a recommendation and the editor's hand have to make the very same change");

  @ArchTest
  static final ArchRule rules =
      only("rules", of("model", "analysis", "edits"))
          .as("Rules know the model, the analysis and the edits they recommend")
          .because("a rule that reads files or draws cannot be tested with five lines of design");

  @ArchTest
  static final ArchRule review =
      only("review", of("model", "analysis", "rules", "edits"))
          .as("A review knows the model, the analysis, the rules and the edits")
          .because(
              "it is what window, command line and report have in common, and serves all three");

  @ArchTest
  static final ArchRule drawing =
      only("drawing", with(of("model", "analysis", "rules", "review"), with(ELK, AWT)))
          .as("A drawing knows designs and results, and no toolkit")
          .because(
              "one display list feeds the canvas, the SVG and the PNG, so that they cannot drift");

  @ArchTest
  static final ArchRule report =
      only(
              "report",
              with(
                  of("model", "analysis", "edits", "rules", "review", "drawing"),
                  with(PDF, JACKSON, COMMONMARK, MUSTACHE, XML_DOM, "java.awt..")))
          .as("A report knows the review, the drawing and what is below them")
          .because("reports are made on build servers, where there is no display and no user");

  @ArchTest
  static final ArchRule io =
      only(
              "io",
              "dev.stillwater.model..",
              JACKSON,
              "com.fasterxml.jackson.annotation..",
              YAML,
              XML,
              XML_DOM,
              XML_SAX)
          .as("Reading and writing files knows the model and the parsers, nothing else")
          .because("a file format must not change because a rule or a view did");

  @ArchTest
  static final ArchRule templates =
      only("templates", of("model", "io"))
          .as("Templates know the model and the file format")
          .because("a template is a design file like any other, only bundled");

  @ArchTest
  static final ArchRule ruleFiles =
      only("rulefiles", of("model", "analysis", "rules", "io"))
          .as("Rules files know what reads a file and what rules mean")
          .because("what a team writes has to mean the same in the window and on a build server");

  @ArchTest
  static final ArchRule editor =
      only("editor", of("model", "analysis", "edits", "rules", "review", "drawing"))
          .as("The editor knows neither JavaFX nor files")
          .because("tools, selection and history are tested without a window, in milliseconds");

  @ArchTest
  static final ArchRule cli =
      none("cli", "dev.stillwater.editor..", "dev.stillwater.ui..")
          .as("The command line knows nothing of editor and window")
          .because("it runs where there is no display, and starts without loading a toolkit");

  @ArchTest
  static final ArchRule ui =
      none("ui", "dev.stillwater.cli..")
          .as("The window knows nothing of the command line")
          .because("whatever both need belongs below both");

  @ArchTest
  static final ArchRule main =
      check(
          classes()
              .that()
              .resideInAPackage("dev.stillwater")
              .should()
              .onlyDependOnClassesThat(
                  inJavaBase()
                      .or(
                          resideInAnyPackage(
                              "dev.stillwater",
                              "dev.stillwater.cli..",
                              "dev.stillwater.ui..",
                              "org.jspecify..")))
              .as("Main knows the command line and the window only")
              .because("it decides which of the two starts, and nothing more"));

  @ArchTest
  static final ArchRule cycles =
      slices()
          .matching("dev.stillwater.(*)..")
          .should()
          .beFreeOfCycles()
          .as("There is no cycle between packages")
          .because("packages in a cycle can only be understood, tested and changed together")
          .allowEmptyShould(true);

  // ---- homes: what only one place may touch

  @ArchTest
  static final ArchRule javafx =
      home("JavaFX and its libraries live in ui", of("ui"), JAVAFX)
          .because("everything else has to run on machines that have no display");

  @ArchTest
  static final ArchRule jgrapht =
      home(
              "JGraphT lives in dev.stillwater.analysis, not below it",
              pack("dev.stillwater.analysis"),
              "org.jgrapht..")
          .because(
              "engines run on the compiled arrays, and the library may be replaced in one file");

  @ArchTest
  static final ArchRule elk =
      home(
              "Automatic layout by ELK lives in dev.stillwater.drawing.layout",
              of("drawing.layout"),
              ELK)
          .because("its types and its thirty jars must not leak into what draws");

  @ArchTest
  static final ArchRule awt =
      home("AWT and ImageIO live in drawing", of("drawing", "report.pdf"), AWT)
          .because(
              "they measure fonts and write PNG without a display, and fight with JavaFX"
                  + " elsewhere");

  @ArchTest
  static final ArchRule pdf =
      home("PDF lives in dev.stillwater.report.pdf", of("report.pdf"), PDF)
          .because("a review in another format must not load three megabytes of it");

  @ArchTest
  static final ArchRule picocli =
      home("picocli lives in cli", of("cli"), "picocli..")
          .because("arguments are the command line's own matter");

  @ArchTest
  static final ArchRule foreignFormats =
      home("YAML and XML parsers live in io", of("io", "report.pdf"), YAML, XML, XML_DOM, XML_SAX)
          .because("limits on foreign input are set in one package, or somewhere they are not set");

  @ArchTest
  static final ArchRule jacksonAnnotations =
      home(
              "Jackson annotations live in io",
              of("io"),
              "com.fasterxml.jackson.annotation..",
              "tools.jackson.databind.annotation..")
          .because("the model must not know how it is written down");

  // ---- manners

  @ArchTest
  static final ArchRule streams =
      check(
          noClasses()
              .that(resideInAnyPackage(of("cli")).negate().and(areNot("dev.stillwater.Main")))
              .should(
                  accessTargetWhere(
                      calls(System.class, "out", "err", "exit")
                          .or(calls(Runtime.class, "exit", "halt"))
                          .or(noArgument(Throwable.class, "printStackTrace"))))
              .as("Only cli and Main write to the standard streams or end the process")
              .because(
                  "results and messages share those streams, and a library that exits loses work"));

  @ArchTest
  static final ArchRule clocks =
      never(
              CORE,
              calls(System.class, "currentTimeMillis", "nanoTime")
                  .or(callsNamedIn("java.time", "now"))
                  .or(callsNamedIn("java.time", "systemUTC", "systemDefaultZone", "tick", "system"))
                  .or(noArgument(java.util.Date.class, "<init>"))
                  .or(calls(java.util.Calendar.class, "getInstance")))
          .as("Nothing in model, analysis, edits and rules reads a clock")
          .because("the same design has to give the same bytes tomorrow; time is passed in");

  @ArchTest
  static final ArchRule threads =
      never(
              CORE,
              calls(
                      Thread.class,
                      "<init>",
                      "start",
                      "ofVirtual",
                      "ofPlatform",
                      "startVirtualThread")
                  .or(calls(java.util.concurrent.Executors.class))
                  .or(calls(java.util.concurrent.ForkJoinPool.class))
                  .or(callsNamedIn("java.util.concurrent", "supplyAsync", "runAsync"))
                  .or(callsNamedIn("java.util", "parallelStream", "parallel")))
          .as("Nothing in model, analysis, edits and rules starts a thread")
          .because("who asks decides where work runs; tests run it in place");

  @ArchTest
  static final ArchRule randomness =
      never(
              CORE,
              calls(Math.class, "random")
                  .or(noArgument(java.util.Random.class, "<init>"))
                  .or(noArgument(java.util.SplittableRandom.class, "<init>"))
                  .or(calls(java.util.concurrent.ThreadLocalRandom.class))
                  .or(calls(java.security.SecureRandom.class))
                  .or(calls(java.util.UUID.class, "randomUUID")))
          .as("Nothing in model, analysis, edits and rules draws luck that nobody seeded")
          .because("a finding that comes and goes is not believed; seeds are passed in");

  @ArchTest
  static final ArchRule locales =
      never(
              with(CORE, of("review", "drawing", "report", "io")),
              noArgument(String.class, "toLowerCase")
                  .or(noArgument(String.class, "toUpperCase"))
                  .or(calls(String.class, "formatted"))
                  .or(calls(java.util.Locale.class, "getDefault"))
                  .or(firstArgument(String.class, "format", String.class)))
          .as("Nothing below the edges asks for the machine's locale")
          .because("the same design has to give the same bytes in Istanbul; pass Locale.ROOT");

  @ArchTest
  static final ArchRule names =
      check(
          noClasses()
              .should()
              .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)([A-Z$].*)?")
              .as("No class is a Manager, a Helper, a Util or an Impl")
              .because("such a name says nothing; the field has a noun for it"));

  @ArchTest
  static final ArchRule charters =
      check(
          all(packages())
              .should(haveACharter())
              .as("Every package has a charter that is @NullMarked")
              .because(
                  "what a package is for, and may import, has to stand where one looks first"));

  // ---- words

  private static ArchRule only(String pack, String... allowed) {
    String own = "dev.stillwater." + pack + "..";
    return check(
        classes()
            .that()
            .resideInAPackage(own)
            .should(
                onlyDependOnClassesThat(
                    inJavaBase().or(resideInAnyPackage(with(allowed, own, "org.jspecify.."))))));
  }

  private static ArchRule none(String pack, String... forbidden) {
    return check(
        noClasses()
            .that()
            .resideInAPackage("dev.stillwater." + pack + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden));
  }

  private static ArchRule home(String sentence, String[] home, String... guests) {
    return check(
        noClasses()
            .that()
            .resideOutsideOfPackages(home)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(guests)
            .as(sentence));
  }

  private static ArchRule never(String[] packages, DescribedPredicate<JavaAccess<?>> forbidden) {
    return check(
        classes().that().resideInAnyPackage(packages).should(not(accessTargetWhere(forbidden))));
  }

  /// Packages that nobody has written yet keep their rules.
  private static ArchRule check(ArchRule rule) {
    return rule.allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> inJavaBase() {
    Set<String> packages = Object.class.getModule().getPackages();
    return describe(
        "are in java.base",
        type ->
            packages.contains(type.getBaseComponentType().getPackageName())
                || type.getBaseComponentType().isPrimitive());
  }

  private static DescribedPredicate<JavaClass> areNot(String name) {
    return describe("are not " + name, type -> !type.getName().equals(name));
  }

  /// Access to a member of `owner` with one of the names; to any member if there are no names.
  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    return describe(
        "use " + owner.getSimpleName() + Arrays.toString(names),
        access ->
            access.getTargetOwner().isAssignableTo(owner)
                && (names.length == 0 || Arrays.asList(names).contains(access.getName())));
  }

  private static DescribedPredicate<JavaAccess<?>> callsNamedIn(String pack, String... names) {
    return describe(
        "use " + pack + Arrays.toString(names),
        access ->
            access.getTargetOwner().getPackageName().startsWith(pack)
                && Arrays.asList(names).contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> noArgument(Class<?> owner, String name) {
    return describe(
        "use " + owner.getSimpleName() + "." + name + "()",
        access ->
            access.getTargetOwner().isAssignableTo(owner)
                && access.getName().equals(name)
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty());
  }

  private static DescribedPredicate<JavaAccess<?>> firstArgument(
      Class<?> owner, String name, Class<?> first) {
    return describe(
        "use " + owner.getSimpleName() + "." + name + "(" + first.getSimpleName() + " …)",
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && access.getName().equals(name)
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().getFirst().isEquivalentTo(first));
  }

  private static ClassesTransformer<JavaPackage> packages() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.stream()
            .map(JavaClass::getPackage)
            .collect(toCollection(LinkedHashSet::new));
      }
    };
  }

  private static ArchCondition<JavaPackage> haveACharter() {
    return new ArchCondition<>("have a charter") {
      @Override
      public void check(JavaPackage pack, ConditionEvents events) {
        Path source =
            Path.of("src/main/java", pack.getName().replace('.', '/'), "package-info.java");
        if (!Files.exists(source)) {
          events.add(SimpleConditionEvent.violated(pack, source + " is missing"));
        } else if (!read(source).startsWith("///")) {
          events.add(SimpleConditionEvent.violated(pack, source + " does not begin with ///"));
        } else if (!pack.isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(pack, source + " is not @NullMarked"));
        }
      }
    };
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] of(String... packages) {
    return Stream.of(packages).map(name -> "dev.stillwater." + name + "..").toArray(String[]::new);
  }

  private static String[] pack(String name) {
    return new String[] {name};
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
