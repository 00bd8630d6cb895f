package dev.stillwater.editor;

import dev.stillwater.edits.Words;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Recommendation;
import dev.stillwater.rules.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Findings as rows of a list: filtered, grouped, each finding once.
///
/// @param rows headings and findings in the order of the list
/// @param shown how many findings pass the filter, those in folded groups among them
/// @param all how many findings there are without a filter
public record FindingRows(List<Row> rows, int shown, int all) {
  private static final String STOPPERS = "REL-RP-001";
  private static final String SINGLE = "REL-RZ-001";

  public FindingRows {
    rows = List.copyOf(rows);
  }

  /// One line of the list.
  public sealed interface Row {
    /// The title of a group.
    ///
    /// @param group what identifies it among those of the same grouping
    record Heading(String group, String title, int count, boolean folded) implements Row {}

    /// A finding.
    ///
    /// @param depth 1 where it stands under the finding that lists its component, else 0
    record Item(ReviewedFinding found, int depth) implements Row {
      public Finding finding() {
        return found.finding();
      }
    }
  }

  /// What stands together.
  public enum Grouping {
    JOURNEY("journey"),
    CATEGORY("category"),
    RULE("rule"),
    COMPONENT("component"),
    SEVERITY("severity"),
    /// By the way of failing, in the words of the resilience analysis framework.
    FAILURE("failure category"),
    /// By the first best practice of the AWS Well-Architected Framework that the rule names.
    PRACTICE("best practice"),
    /// By the change that is advised first: what one change settles stands together.
    FIX("fix"),
    NONE("none");

    private final String title;

    Grouping(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// Which findings are seen by where they stand.
  public enum Shown {
    /// Those that count.
    OPEN("Open findings"),
    /// Those that count and that nobody looked at yet.
    UNREAD("Unread"),
    /// Those that a decision covers.
    DECIDED("Decided"),
    /// Those that count again because a decision about them ended.
    REOPENED("Reopened: expired or stale"),
    ALL("Everything, also superseded");

    private final String title;

    Shown(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    boolean admits(ReviewedFinding found, ReadMarks read) {
      return switch (this) {
        case OPEN -> found.isOpen();
        case UNREAD -> found.isOpen() && !read.isRead(found);
        case DECIDED -> found.standing() == ReviewedFinding.Standing.DECIDED;
        case REOPENED -> found.isOpen() && found.lapsedDecision().isPresent();
        case ALL -> true;
      };
    }
  }

  /// What is to be seen.
  ///
  /// @param text words that each have to stand somewhere in the finding
  /// @param least the lowest severity
  /// @param shown which findings by where they stand
  public record Filter(String text, Severity least, Shown shown) {
    public static final Filter NONE = new Filter("", Severity.INFO, Shown.OPEN);

    /// @param settled whether findings are shown that a stronger one or a decision covers
    public Filter(String text, Severity least, boolean settled) {
      this(text, least, settled ? Shown.ALL : Shown.OPEN);
    }

    public Filter withText(String other) {
      return new Filter(other, least, shown);
    }

    public Filter withLeast(Severity other) {
      return new Filter(text, other, shown);
    }

    public Filter with(Shown other) {
      return new Filter(text, least, other);
    }

    public boolean isActive() {
      return !equals(NONE);
    }

    boolean passes(ReviewedFinding found, ReadMarks read) {
      Finding finding = found.finding();
      if (!shown.admits(found, read) || finding.severity().compareTo(least) < 0) {
        return false;
      }
      // What a finding says is put together when somebody asks for it.
      if (text.isBlank()) {
        return true;
      }
      String hay =
          String.join(
                  " ",
                  finding.rule().id(),
                  finding.rule().title(),
                  finding.subject(),
                  finding.message(),
                  finding.detail(),
                  String.join(" ", finding.components()),
                  String.join(" ", finding.links()),
                  String.join(" ", finding.journeysLost()))
              .toLowerCase(Locale.ROOT);
      for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
        if (!hay.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  /// @param folded the groups of which only the heading is shown
  public static FindingRows of(
      Review review, Grouping grouping, Filter filter, Set<String> folded) {
    return of(review, grouping, filter, folded, ReadMarks.NONE, "");
  }

  /// @param read what the person has looked at
  /// @param kept the key of a finding that stays, muted, when it is decided: somebody who has just
  ///   decided wants to see what became of it
  public static FindingRows of(
      Review review,
      Grouping grouping,
      Filter filter,
      Set<String> folded,
      ReadMarks read,
      String kept) {
    List<ReviewedFinding> passing =
        review.findings().stream()
            .filter(found ->
                filter.passes(found, read)
                    || found.decided().isPresent()
                        && found.key().equals(kept)
                        && filter.with(Shown.ALL).passes(found, read))
            .toList();
    Map<String, List<ReviewedFinding>> groups = new LinkedHashMap<>();
    for (ReviewedFinding found : passing) {
      groups.computeIfAbsent(group(found.finding(), grouping), g -> new ArrayList<>()).add(found);
    }
    List<Row> rows = new ArrayList<>();
    boolean headings = grouping != Grouping.NONE && groups.size() > 1;
    groups.forEach((group, members) -> {
      boolean hidden = headings && folded.contains(group);
      if (headings) {
        String title = title(review, group, members.getFirst().finding(), grouping);
        rows.add(new Row.Heading(group, title, members.size(), hidden));
      }
      if (!hidden) {
        rows.addAll(nested(members));
      }
    });
    return new FindingRows(rows, passing.size(), review.open().size());
  }

  /// Only the findings, in order.
  public List<ReviewedFinding> findings() {
    List<ReviewedFinding> result = new ArrayList<>();
    for (Row row : rows) {
      if (row instanceof Row.Item item) {
        result.add(item.found());
      }
    }
    return result;
  }

  private static String group(Finding finding, Grouping grouping) {
    return switch (grouping) {
      case JOURNEY -> finding.journeysLost().isEmpty() ? "" : finding.journeysLost().getFirst();
      case CATEGORY -> finding.rule().category().name();
      case RULE -> finding.rule().id();
      case COMPONENT -> finding.components().isEmpty() ? "" : finding.components().getFirst();
      case SEVERITY -> finding.severity().word();
      case FAILURE -> finding.rule().failure().name();
      case PRACTICE -> finding.rule().practices().stream().findFirst().orElse("");
      case FIX -> bestFix(finding).map(Edit::signature).orElse("");
      case NONE -> "";
    };
  }

  private static Optional<Edit> bestFix(Finding finding) {
    return finding.recommendations().stream().findFirst().map(Recommendation::edit);
  }

  private static String title(Review review, String group, Finding first, Grouping grouping) {
    return switch (grouping) {
      case JOURNEY ->
          review
              .document()
              .design()
              .journeys()
              .find(group)
              .map(Journey::name)
              .orElse("No journey is lost");
      case CATEGORY -> first.rule().category().title();
      case RULE -> first.rule().shortId() + "  " + first.rule().title();
      case COMPONENT -> group.isEmpty() ? "No component" : group;
      case SEVERITY -> group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
      case FAILURE -> Words.capital(first.rule().failure().title());
      case PRACTICE -> group.isEmpty() ? "No best practice" : group;
      case FIX -> bestFix(first).map(Edit::title).orElse("No fix");
      case NONE -> "";
    };
  }

  /// What the list of parts that can stop a journey names stands under it.
  private static List<Row> nested(List<ReviewedFinding> members) {
    List<Row> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (ReviewedFinding found : members) {
      if (found.finding().rule().id().equals(STOPPERS)) {
        for (ReviewedFinding other : members) {
          if (isUnder(other.finding(), found.finding())) {
            taken.add(other.key());
          }
        }
      }
    }
    Set<String> placed = new HashSet<>();
    for (ReviewedFinding found : members) {
      if (taken.contains(found.key())) {
        continue;
      }
      rows.add(new Row.Item(found, 0));
      if (found.finding().rule().id().equals(STOPPERS)) {
        for (ReviewedFinding other : members) {
          if (isUnder(other.finding(), found.finding()) && placed.add(other.key())) {
            rows.add(new Row.Item(other, 1));
          }
        }
      }
    }
    return rows;
  }

  private static boolean isUnder(Finding single, Finding stoppers) {
    return single.rule().id().equals(SINGLE) && stoppers.components().contains(single.subject());
  }
}
