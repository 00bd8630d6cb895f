package dev.stillwater.cli;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.drawing.PngWriter;
import dev.stillwater.drawing.Scene;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.SvgWriter;
import dev.stillwater.drawing.Theme;
import dev.stillwater.report.Drawings;
import dev.stillwater.report.export.DesignExports;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `stillwater export FILE`: the drawing as a picture, or the design for other tools.
@CommandLine.Command(
    name = "export",
    description = "Write a design as a picture or for another tool. Needs no display.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  stillwater export shop.design.json -o shop.svg",
      "  stillwater export shop.design.json -o shop.png --theme dark --scale 2",
      "  stillwater export shop.design.json --format mermaid     to paste into a wiki",
      "  stillwater export shop.design.json -o shop.graphml      for yEd, Gephi or NetworkX",
      "  stillwater export shop.design.json -o shop.csv          for a spreadsheet"
    })
final class ExportCommand extends Command {
  private static final double MOST_SCALE = 8;
  private static final double MARGIN = 24;

  /// What to write.
  enum Format {
    SVG,
    PNG,
    MERMAID,
    GRAPHML,
    CSV
  }

  @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  String file;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "svg, png, mermaid, graphml or csv. Default: by the extension of -o, else svg.")
  @Nullable Format format;

  @CommandLine.Mixin OutputOption output = new OutputOption();

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      description =
          "light or dark. Default: light; an SVG without it has both and follows its reader.")
  @Nullable Theme theme;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many pixels of a PNG a unit of the drawing has. Default: 1.")
  double scale = 1;

  ExportCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Output out = output.of(this);
    Format chosen = chosen(out);
    if (!(scale > 0 && scale <= MOST_SCALE)) {
      throw misused("--scale has to be above 0 and at most 8.");
    }
    if (chosen == Format.PNG && out.isStandardOutput() && session.isTerminal()) {
      throw misused("a PNG is nothing for a terminal; name a file with -o.");
    }
    Optional<DesignInput.Loaded> loaded = new DesignInput(this).read(file);
    if (loaded.isEmpty()) {
      return ExitCode.USAGE;
    }
    out.write(
        switch (chosen) {
          case SVG -> svg(scene(loaded.get()), loaded.get().document().design().name());
          case PNG ->
              PngWriter.write(
                  scene(loaded.get()), theme == null ? Theme.LIGHT : theme, scale, MARGIN);
          case MERMAID, GRAPHML, CSV -> text(chosen, loaded.get());
        });
    return ExitCode.CLEAN;
  }

  private static Scene scene(DesignInput.Loaded loaded) {
    return new SceneBuilder()
        .build(SceneInput.of(Drawings.placed(loaded.document()), loaded.presets()));
  }

  private static byte[] text(Format format, DesignInput.Loaded loaded) {
    DependencyGraph graph = DependencyGraph.of(loaded.document().design(), loaded.presets());
    return DesignExports.find(format.name().toLowerCase(Locale.ROOT))
        .orElseThrow()
        .write(graph)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] svg(Scene scene, String name) {
    SvgWriter.Options options = SvgWriter.Options.of(name);
    return SvgWriter.write(scene, theme == null ? options : options.with(theme))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Format chosen(Output out) {
    Format wanted = format;
    if (wanted != null) {
      return wanted;
    }
    return switch (out.extension().orElse("svg").toLowerCase(Locale.ROOT)) {
      case "svg" -> Format.SVG;
      case "png" -> Format.PNG;
      case "mmd", "mermaid" -> Format.MERMAID;
      case "graphml" -> Format.GRAPHML;
      case "csv" -> Format.CSV;
      default ->
          throw misused(
              "no format has this extension; name one with --format: svg, png, mermaid, graphml,"
                  + " csv");
    };
  }
}
