package dev.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures in `diagrams` are what the program makes of the designs beside them or of the
/// templates.
class DiagramsTest {
  @TempDir Path folder;

  private static Map<String, Path> designs() throws IOException {
    Map<String, Path> result = new TreeMap<>();
    for (Path from : List.of(Path.of("templates"), Path.of("diagrams"))) {
      try (Stream<Path> files = Files.list(from)) {
        files
            .filter(file -> file.toString().endsWith(".design.json"))
            .forEach(file -> result.put(name(file, ".design.json"), file));
      }
    }
    return result;
  }

  private static String name(Path file, String extension) {
    return file.getFileName().toString().replace(extension, "");
  }

  @Test
  void everyPictureIsThatOfItsDesign() throws IOException {
    Map<String, Path> designs = designs();
    List<Path> pictures;
    try (Stream<Path> files = Files.list(Path.of("diagrams"))) {
      pictures = files.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
    }
    try (Stream<Path> files = Files.list(Path.of("diagrams"))) {
      assertThat(pictures.stream().map(picture -> name(picture, ".svg")))
          .as("a picture for each design")
          .containsAll(
              files
                  .filter(file -> file.toString().endsWith(".design.json"))
                  .map(file -> name(file, ".design.json"))
                  .toList());
    }
    for (Path picture : pictures) {
      Path design = designs.get(name(picture, ".svg"));
      assertThat(design).as("the design of " + picture).isNotNull();
      Path made = folder.resolve(picture.getFileName());
      new Shell(Path.of("").toAbsolutePath())
          .run("export", design.toString(), "-o", made.toString());
      assertThat(made)
          .as("./stillwater export " + design + " -o " + picture + " makes it anew")
          .hasSameTextualContentAs(picture);
    }
  }
}
