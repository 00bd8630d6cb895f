package dev.stillwater.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Writes the list of libraries and licences that the window shows, out of the poms beside the
/// jars: `LicenceList CLASS-PATH FILE`, with the class path of the runtime.
final class LicenceList {
  private LicenceList() {}

  public static void main(String[] args) throws Exception {
    TreeMap<String, String> lines = new TreeMap<>();
    for (String jar : args[0].split(java.io.File.pathSeparator)) {
      Path pom = Path.of(jar.replaceFirst("(-linux[^/]*|-mac[^/]*|-win[^/]*)?\\.jar$", ".pom"));
      Element project = parse(pom);
      String artifact = text(project, "artifactId").orElseThrow();
      String version =
          text(project, "version").or(() -> parentText(project, "version")).orElseThrow();
      List<String> licences = licences(project, repository(pom));
      if (licences.isEmpty()) {
        throw new IllegalStateException(pom + " and its parents name no licence");
      }
      String group =
          text(project, "groupId").or(() -> parentText(project, "groupId")).orElseThrow();
      lines.put(
          group + ":" + artifact,
          group + ":" + artifact + "\t" + version + "\t" + String.join(" or ", licences));
    }
    Files.writeString(Path.of(args[1]), String.join("\n", lines.values()) + "\n");
  }

  /// The folder of all artifacts: above group, artifact and version.
  private static Path repository(Path pom) {
    Path at = pom;
    while (!at.endsWith("repository")) {
      at = at.getParent();
    }
    return at;
  }

  private static Element parse(Path file) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(file.toFile());
    return document.getDocumentElement();
  }

  private static Optional<Element> child(Element of, String name) {
    for (Node at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element && element.getTagName().equals(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Element of, String name) {
    return child(of, name).map(element -> element.getTextContent().strip().replaceAll("\\s+", " "));
  }

  private static Optional<String> parentText(Element project, String name) {
    return child(project, "parent").flatMap(parent -> text(parent, name));
  }

  private static List<String> licences(Element project, Path repository) throws Exception {
    List<String> names = new ArrayList<>();
    Optional<Element> list = child(project, "licenses");
    if (list.isPresent()) {
      for (Node at = list.get().getFirstChild(); at != null; at = at.getNextSibling()) {
        if (at instanceof Element element) {
          text(element, "name").ifPresent(names::add);
        }
      }
    }
    Optional<Element> parent = child(project, "parent");
    if (names.isEmpty() && parent.isPresent()) {
      String group = text(parent.get(), "groupId").orElseThrow();
      String artifact = text(parent.get(), "artifactId").orElseThrow();
      String version = text(parent.get(), "version").orElseThrow();
      Path pom =
          repository
              .resolve(group.replace('.', '/'))
              .resolve(artifact)
              .resolve(version)
              .resolve(artifact + "-" + version + ".pom");
      if (!Files.exists(pom)) {
        throw new IOException("no pom " + pom);
      }
      return licences(parse(pom), repository);
    }
    return names;
  }
}
