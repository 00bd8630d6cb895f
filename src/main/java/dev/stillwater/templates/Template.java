package dev.stillwater.templates;

import dev.stillwater.model.Document;
import dev.stillwater.model.FileTree;
import dev.stillwater.model.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A design to begin with or to learn from, and what can be said of it without opening it.
///
/// @param name how it is called on the command line: `tight-coupling-before`
/// @param title what people call it; the name of its design
/// @param categories ids, the first is where it stands
/// @param demonstrates one line on what it shows
/// @param words further words to find it by
/// @param parameters what it asks for when it is loaded, besides a name
/// @param shows the rules that it is made to keep
/// @param findings the keys of all its findings: `REL-QU-003@jobs`
/// @param more its sidecar whole, for who knows more fields than these
public record Template(
    String name,
    String title,
    Kind kind,
    List<String> categories,
    String demonstrates,
    List<String> words,
    List<Parameter> parameters,
    List<String> shows,
    List<String> findings,
    Optional<CounterExample> counterExample,
    DesignSource source,
    FileTree.Fields more) {
  /// What a template is good for.
  public enum Kind implements Word {
    /// To begin with: nothing in it is high or critical.
    REFERENCE,
    /// To learn from: it shows what goes wrong.
    COUNTER_EXAMPLE,
    /// To learn from: a design as it was before an outage that became public.
    INCIDENT,
    /// A worked example, such as a system that everybody can read.
    EXAMPLE
  }

  public Template {
    categories = List.copyOf(categories);
    words = List.copyOf(words);
    parameters = List.copyOf(parameters);
    shows = List.copyOf(shows);
    findings = List.copyOf(findings);
  }

  /// The name of its file.
  public String fileName() {
    return source.fileName();
  }

  /// Its file, byte for byte.
  public byte[] bytes() {
    return source.bytes();
  }

  public Document document() {
    return source.document();
  }

  /// Where it stands.
  public String category() {
    return categories.getFirst();
  }

  /// Everything it can be asked for: a name, and its own parameters.
  public List<Parameter> questions() {
    return Stream.concat(Stream.of(Parameter.NAME), parameters.stream()).toList();
  }

  /// The rules that speak up in its counter-example and not in itself.
  public Set<String> broughtByAbsence() {
    Set<String> result = new LinkedHashSet<>();
    counterExample.ifPresent(other -> {
      result.addAll(rules(other.findings()));
      result.removeAll(rules(findings));
    });
    return result;
  }

  /// The rules of findings, from their keys.
  static Set<String> rules(List<String> keys) {
    Set<String> result = new LinkedHashSet<>();
    for (String key : keys) {
      int at = key.indexOf('@');
      result.add(at < 0 ? key : key.substring(0, at));
    }
    return result;
  }
}
