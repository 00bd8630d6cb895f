package dev.stillwater.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a report looks like beside what it says. Formats for programs take the version from it and
/// leave the rest.
///
/// @param tool who wrote it: `Stillwater 0.1.0`
/// @param title instead of "Reliability review" and the name of the design; null for those
/// @param logo a picture in the head; null for none
/// @param page the frame of a page in HTML; null for the usual one
/// @param reviewers whose names stand on the lines for signatures
public record Presentation(
    Words words,
    String tool,
    @Nullable String title,
    @Nullable Logo logo,
    @Nullable PageTemplate page,
    List<String> reviewers) {
  /// The usual one, of nobody's.
  public static final Presentation PLAIN =
      new Presentation(Words.ENGLISH, "Stillwater", null, null, null, List.of());

  public Presentation {
    reviewers = List.copyOf(reviewers);
  }

  /// The usual one by a version of the tool.
  public static Presentation by(String version) {
    return new Presentation(Words.ENGLISH, "Stillwater " + version, null, null, null, List.of());
  }

  public Presentation with(Words other) {
    return new Presentation(other, tool, title, logo, page, reviewers);
  }

  /// @param other blank for the usual one
  public Presentation withTitle(String other) {
    return new Presentation(words, tool, other.isBlank() ? null : other, logo, page, reviewers);
  }

  public Presentation with(Logo other) {
    return new Presentation(words, tool, title, other, page, reviewers);
  }

  public Presentation with(PageTemplate other) {
    return new Presentation(words, tool, title, logo, other, reviewers);
  }

  public Presentation withReviewers(List<String> others) {
    return new Presentation(words, tool, title, logo, page, others);
  }

  /// What stands above the name of the design, on one line.
  public String heading() {
    return ownTitle().map(Wording::line).orElse(words.of("report"));
  }

  Optional<String> ownTitle() {
    return Optional.ofNullable(title);
  }

  Optional<Logo> ownLogo() {
    return Optional.ofNullable(logo);
  }

  /// The frame of a page in HTML.
  PageTemplate frame() {
    return page == null ? PageTemplate.shipped() : page;
  }

  /// The version of the tool alone; empty where it is unknown.
  Optional<String> version() {
    int space = tool.indexOf(' ');
    return space < 0 ? Optional.empty() : Optional.of(tool.substring(space + 1));
  }
}
