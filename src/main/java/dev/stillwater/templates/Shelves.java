package dev.stillwater.templates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a gallery shows of a catalogue: its shelves in order, with what somebody looks for on them.
///
/// @param shelves those on which something is left
public record Shelves(List<Shelf> shelves) {
  /// A category with what stands there.
  public record Shelf(Category category, List<Template> templates) {
    public Shelf {
      templates = List.copyOf(templates);
    }
  }

  /// What somebody looks for.
  ///
  /// @param text words that all have to occur
  /// @param category only this shelf, with everything that names it
  /// @param rule only designs that show this rule
  public record Wanted(String text, Optional<String> category, Optional<String> rule) {
    public static final Wanted ALL = new Wanted("", Optional.empty(), Optional.empty());

    public Wanted withText(String other) {
      return new Wanted(other, category, rule);
    }

    public Wanted withCategory(Optional<String> other) {
      return new Wanted(text, other, rule);
    }

    public Wanted withRule(Optional<String> other) {
      return new Wanted(text, category, other);
    }
  }

  public Shelves {
    shelves = List.copyOf(shelves);
  }

  /// A template that names several categories stands on the shelf of the first, unless one of the
  /// others is looked at alone.
  public static Shelves of(TemplateCatalog catalog, Wanted wanted) {
    Set<Template> found = new LinkedHashSet<>(catalog.search(wanted.text()));
    wanted.rule().ifPresent(rule -> found.retainAll(showing(catalog, rule)));
    List<Shelf> shelves = new ArrayList<>();
    for (Category category : catalog.categories()) {
      if (wanted.category().isPresent() && !wanted.category().get().equals(category.id())) {
        continue;
      }
      List<Template> standing =
          found.stream()
              .filter(template ->
                  (wanted.category().isPresent() && template.categories().contains(category.id()))
                      || catalog.shelf(template).equals(category))
              .toList();
      if (!standing.isEmpty()) {
        shelves.add(new Shelf(category, standing));
      }
    }
    return new Shelves(shelves);
  }

  private static Set<Template> showing(TemplateCatalog catalog, String rule) {
    Set<Template> result = new LinkedHashSet<>();
    catalog.showing(rule).forEach(showing -> result.add(showing.template()));
    return result;
  }

  /// The rules that any design of a catalogue is made to show, in the order of their ids.
  public static Set<String> rules(TemplateCatalog catalog) {
    Set<String> result = new TreeSet<>();
    for (Template template : catalog.templates()) {
      result.addAll(template.shows());
      template.counterExample().ifPresent(other -> result.addAll(other.shows()));
    }
    return result;
  }

  /// What stands there, each once.
  public List<Template> all() {
    Set<Template> result = new LinkedHashSet<>();
    shelves.forEach(shelf -> result.addAll(shelf.templates()));
    return List.copyOf(result);
  }

  public boolean isEmpty() {
    return shelves.isEmpty();
  }
}
