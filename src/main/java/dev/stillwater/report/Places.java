package dev.stillwater.report;

import dev.stillwater.model.Design;
import dev.stillwater.rules.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the elements of a design stand in its file.
@FunctionalInterface
public interface Places {
  /// Of a design that is in no file.
  Places NOWHERE = (section, id) -> Optional.empty();

  /// A point of a file, both from 1, the column in UTF-16 units.
  record Place(int line, int column) {}

  /// @param section `components`, `links` or `journeys`
  Optional<Place> find(String section, String id);

  /// Where a finding is to be shown: at its subject, else at the first link or component that it
  /// concerns.
  default Optional<Place> of(Finding finding, Design design) {
    return Stream.of(
            List.of(finding.subject()),
            finding.secondSubject().stream().toList(),
            finding.links(),
            finding.components())
        .flatMap(List::stream)
        .flatMap(id -> element(id, design).stream())
        .findFirst();
  }

  /// Where the element with an id stands.
  default Optional<Place> element(String id, Design design) {
    if (design.components().contains(id)) {
      return find("components", id);
    }
    if (design.links().contains(id)) {
      return find("links", id);
    }
    return design.journeys().contains(id) ? find("journeys", id) : Optional.empty();
  }
}
