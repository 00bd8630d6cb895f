package dev.stillwater.drawing;

import dev.stillwater.drawing.layout.Arrangement;
import dev.stillwater.drawing.layout.AutomaticLayout;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Counts what is hard to read in the drawings of the project, as they are stored and as the
/// program would lay them out: `DrawingSurvey [DIR]`, with pictures into a folder if one is named.
public final class DrawingSurvey {
  private DrawingSurvey() {}

  /// The designs of the project by name: all templates with their counter-examples, and all
  /// diagrams.
  static Map<String, Document> documents() throws IOException {
    Map<String, Document> result = new LinkedHashMap<>();
    for (String folder : List.of("templates", "templates/counter-examples", "diagrams")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(".design.json")).sorted().toList()) {
          String name = file.getFileName().toString().replace(".design.json", "");
          result.put(folder.endsWith("examples") ? "counter-" + name : name, read(file));
        }
      }
    }
    return result;
  }

  private static Document read(Path file) throws IOException {
    return switch (DesignJson.read(file, PresetsJson.shipped())) {
      case ReadResult.Opened opened -> opened.document();
      case ReadResult.Refused refused -> throw new IllegalStateException(file + ": " + refused);
    };
  }

  /// The ways in which a design can be laid out.
  static Map<String, Layout> layouts(Document document) {
    Map<String, Layout> result = new LinkedHashMap<>();
    if (!document.layout().positions().isEmpty()) {
      result.put("stored", document.layout());
    }
    for (Arrangement.Flow flow : Arrangement.Flow.values()) {
      result.put(
          flow.name().toLowerCase(java.util.Locale.ROOT),
          AutomaticLayout.arrange(document.design(), Arrangement.USUAL.with(flow), () -> false));
    }
    return result;
  }

  static Scene drawn(Design design, Layout layout) {
    return new SceneBuilder()
        .build(
            SceneInput.of(design, layout, PresetsJson.shipped())
                .withBadges(Pictures.badges(design)));
  }

  /// How many links have something to say beside their lines.
  static long wanted(Design design) {
    return design.links().stream()
        .filter(link -> !LinkText.of(link, LinkStyle.of(design, link)).label().isEmpty())
        .count();
  }

  public static void main(String[] args) throws IOException {
    Map<String, Document> all = documents();
    Designs.otelDemo().ifPresent(design -> all.put("compose-otel", Document.of(design)));
    all.put("shop", Document.of(Designs.shop()));
    all.put("grown-50", Document.of(Designs.grown(50, 100, 7)));
    all.put("grown-200", Document.of(Designs.grown(200, 400, 7)));
    Map<String, Map<DrawingFaults.Kind, Integer>> sums = new LinkedHashMap<>();
    for (Map.Entry<String, Document> entry : all.entrySet()) {
      Design design = entry.getValue().design();
      for (Map.Entry<String, Layout> layout : layouts(entry.getValue()).entrySet()) {
        Scene scene = drawn(design, layout.getValue());
        Map<DrawingFaults.Kind, Integer> count = DrawingFaults.count(scene);
        long labels = DrawingFaults.of(scene, Item.Kind.LABEL).size();
        long wanted = wanted(design);
        System.out.printf(
            "%-36s %-7s labels %3d of %3d %s%n",
            entry.getKey(), layout.getKey(), labels, wanted, count.isEmpty() ? "" : count);
        if (args.length > 1 && entry.getKey().matches(args[1])) {
          DrawingFaults.in(scene).forEach(fault -> System.out.println("    " + fault));
        }
        count.forEach((kind, number) ->
            sums.computeIfAbsent(layout.getKey(), k -> new LinkedHashMap<>())
                .merge(kind, number, Integer::sum));
        if (args.length > 0 && (args.length == 1 || entry.getKey().matches(args[1]))) {
          Files.write(
              Files.createDirectories(Path.of(args[0]))
                  .resolve(entry.getKey() + "-" + layout.getKey() + ".png"),
              PngWriter.write(scene, Theme.LIGHT, all.size() > 100 ? 0.5 : 1.2, 24));
        }
      }
    }
    System.out.println(sums);
  }
}
