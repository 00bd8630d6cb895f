package dev.stillwater.rules;

import java.util.List;

/// What a rule is called and where it belongs. Its page is the resource `rules/<id>.md`.
///
/// @param id stable and public: `REL-LC-001`
/// @param title what is wrong, without numbers: `Synchronous call where an acknowledgement
///   suffices`
/// @param base the severity before importance and missing declarations are considered
/// @param practices best practices of the AWS Well-Architected Framework: `REL04-BP02`
public record RuleInfo(
    String id,
    String title,
    Severity base,
    FailureCategory failure,
    List<String> practices,
    Verification verification) {
  /// The beginning that the ids of the catalogue share, and no others have.
  public static final String CATALOGUE = "REL-";

  public boolean isOwn() {
    return !id.startsWith(CATALOGUE);
  }

  /// The id without the beginning that the catalogue shares: `LC-001`, `TEAM-PCI-001`.
  public String shortId() {
    return isOwn() ? id : id.substring(CATALOGUE.length());
  }

  public Category category() {
    return isOwn() ? Category.OWN : Category.valueOf(id.split("-")[1]);
  }
}
