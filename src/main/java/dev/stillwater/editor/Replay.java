package dev.stillwater.editor;

import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.model.FileTree;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Recommendation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A public outage that can be played on a design: what failed, what happened when, what the design
/// should have been asked, and what was changed afterwards.
///
/// @param title what people call it
/// @param report the title of the public report
/// @param day when it happened, as in the report: `2020-11-25`
/// @param url where the report is
/// @param trigger the failure that started it
/// @param notes what happened, in the order of time
/// @param flags what a reviewer had to see the day before
/// @param fixes what those who had it changed, the most telling first
/// @param paths components in the order in which the failure came to them
/// @param remark what the drawing cannot show; may be empty
public record Replay(
    String title,
    String report,
    String day,
    String url,
    Injection trigger,
    List<Note> notes,
    List<Flag> flags,
    List<Made> fixes,
    List<List<String>> paths,
    String remark) {
  /// One moment of the outage.
  ///
  /// @param when as a clock or as words: `05:15`, `Meanwhile`
  /// @param at the component at which the ripple shows it
  public record Note(String when, String text, Optional<String> at) {}

  /// Something that was wrong the day before.
  ///
  /// @param line what was wrong, in one sentence
  /// @param findings the keys of the findings that say so
  /// @param remark how far they do; may be empty
  public record Flag(String line, List<String> findings, String remark) {}

  /// A change that was really made.
  ///
  /// @param did what they did, in one sentence
  /// @param finding the key of a finding that recommends it
  /// @param edit the signature of the edit that stands for it
  /// @param remark where the edit is only near to what they did; may be empty
  public record Made(String did, String finding, String edit, String remark) {
    /// The recommendation of a review that stands for it; empty where the finding is gone.
    public Optional<Recommendation> in(Review review) {
      List<Recommendation> known =
          review.findings().stream()
              .filter(found -> found.key().equals(finding))
              .map(ReviewedFinding::finding)
              .flatMap(found -> found.recommendations().stream())
              .filter(recommendation -> !recommendation.isRefused())
              .toList();
      return known.stream()
          .filter(recommendation -> recommendation.edit().signature().equals(edit))
          .findFirst()
          .or(() ->
              known.stream()
                  .filter(
                      recommendation -> name(recommendation.edit().signature()).equals(name(edit)))
                  .findFirst());
    }

    /// Numbers of a signature follow the design, which may have changed since.
    private static String name(String signature) {
      return signature.substring(0, Math.max(0, signature.indexOf('(')));
    }
  }

  public Replay {
    notes = List.copyOf(notes);
    flags = List.copyOf(flags);
    fixes = List.copyOf(fixes);
    paths = paths.stream().map(List::copyOf).toList();
  }

  /// The replay that a sidecar describes under `replay`; empty where it describes none, or one
  /// whose trigger cannot be understood.
  public static Optional<Replay> of(String title, FileTree.Fields sidecar) {
    if (!(sidecar.get("replay").orElse(null) instanceof FileTree.Fields replay)) {
      return Optional.empty();
    }
    return fields(replay, "trigger")
        .flatMap(Replay::trigger)
        .map(trigger ->
            new Replay(
                title,
                text(replay, "report"),
                text(replay, "day"),
                text(replay, "url"),
                trigger,
                items(replay, "notes").stream()
                    .map(note ->
                        new Note(
                            text(note, "when"),
                            text(note, "text"),
                            Optional.of(text(note, "at")).filter(at -> !at.isEmpty())))
                    .toList(),
                items(replay, "flags").stream()
                    .map(flag ->
                        new Flag(
                            text(flag, "line"), texts(flag.get("findings")), text(flag, "remark")))
                    .toList(),
                items(replay, "fixes").stream()
                    .map(fix ->
                        new Made(
                            text(fix, "did"),
                            text(fix, "finding"),
                            text(fix, "edit"),
                            text(fix, "remark")))
                    .toList(),
                paths(replay),
                text(replay, "remark")));
  }

  private static Optional<Injection> trigger(FileTree.Fields trigger) {
    String component = text(trigger, "component");
    String link = text(trigger, "link");
    List<String> zones = texts(trigger.get("zones"));
    return Arrays.stream(Failure.values())
        .filter(failure -> failure.word().equals(text(trigger, "how")))
        .findFirst()
        .flatMap(how -> {
          if (!component.isEmpty()) {
            return Optional.of(new Injection(component, how));
          }
          if (!link.isEmpty()) {
            return Optional.of(Injection.ofLink(link, how));
          }
          return zones.size() == 2
              ? Optional.of(Injection.between(zones.getFirst(), zones.getLast()))
              : zones.size() == 1
                  ? Optional.of(Injection.ofZone(zones.getFirst()))
                  : Optional.empty();
        });
  }

  private static List<List<String>> paths(FileTree.Fields from) {
    return from.get("paths").orElse(null) instanceof FileTree.Items list
        ? list.items().stream().map(path -> texts(Optional.of(path))).toList()
        : List.of();
  }

  private static Optional<FileTree.Fields> fields(FileTree.Fields from, String key) {
    return from.get(key).filter(FileTree.Fields.class::isInstance).map(FileTree.Fields.class::cast);
  }

  private static List<FileTree.Fields> items(FileTree.Fields from, String key) {
    List<FileTree.Fields> result = new ArrayList<>();
    if (from.get(key).orElse(null) instanceof FileTree.Items list) {
      for (FileTree item : list.items()) {
        if (item instanceof FileTree.Fields fields) {
          result.add(fields);
        }
      }
    }
    return result;
  }

  private static String text(FileTree.Fields from, String key) {
    return from.get(key).flatMap(FileTree::plain).map(String::valueOf).orElse("");
  }

  private static List<String> texts(Optional<FileTree> list) {
    return list.orElse(null) instanceof FileTree.Items items
        ? items.items().stream()
            .flatMap(item -> item.plain().stream())
            .map(String::valueOf)
            .toList()
        : List.of();
  }

  /// The moments of the ripple at which the notes speak, in milliseconds, never running back. A
  /// note at a component speaks with the first fact there; one without speaks with the note before,
  /// those at the beginning before anything has happened, those behind the last component at the
  /// end.
  public List<Double> moments(RippleResult result, double end) {
    int lastPlaced = -1;
    for (int i = 0; i < notes.size(); i++) {
      lastPlaced = notes.get(i).at().isPresent() ? i : lastPlaced;
    }
    List<Double> moments = new ArrayList<>();
    double now = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < notes.size(); i++) {
      if (i > lastPlaced) {
        now = end;
      } else if (notes.get(i).at().isPresent()) {
        now = Math.max(now, Math.max(0, first(result, notes.get(i).at().get()).orElse(now)));
      }
      moments.add(now);
    }
    return moments;
  }

  private static Optional<Double> first(RippleResult result, String component) {
    return result.facts().stream()
        .filter(fact -> fact.node().id().equals(component) && Double.isFinite(fact.t()))
        .map(Fact::t)
        .findFirst();
  }

  /// Whether a failure came to these components in this order. A harmful configuration does not
  /// hurt who hands it out, so what was made to fail counts as the beginning of every way.
  public static boolean runsAlong(RippleResult result, List<String> path) {
    return result.facts().stream().anyMatch(fact -> holds(way(result, fact.chain()), path));
  }

  private static List<String> way(RippleResult result, List<Fact> chain) {
    List<String> way = new ArrayList<>(result.injection().targets());
    chain.forEach(fact -> way.add(fact.node().id()));
    return way;
  }

  /// Whether these stand in it in this order, whatever stands between.
  private static boolean holds(List<String> way, List<String> path) {
    int at = 0;
    for (String component : way) {
      if (at < path.size() && component.equals(path.get(at))) {
        at++;
      }
    }
    return at == path.size();
  }
}
