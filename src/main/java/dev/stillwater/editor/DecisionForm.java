package dev.stillwater.editor;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Decision;
import dev.stillwater.model.DecisionAttributes;
import dev.stillwater.model.DecisionKind;
import dev.stillwater.model.Figures;
import dev.stillwater.review.DecisionDraft;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.rules.Finding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person fills in to decide about a finding, as it was typed. Immutable.
///
/// @param review the judgement that the finding is from
/// @param kind what is decided
/// @param target one of [#targets], or what somebody typed
/// @param expires a day, a length of time from today, or nothing
/// @param today the day on which it is decided
public record DecisionForm(
    Review review,
    DecisionKind kind,
    String target,
    String reason,
    String ticket,
    String expires,
    String author,
    LocalDate today) {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,4})\\s*(d|w|m|y)[a-z]*");

  /// What a decision can be about.
  ///
  /// @param covered how many findings it would cover now
  public record Target(String text, String title, int covered) {
    /// `This finding`, `The rule everywhere · 4 findings`.
    public String label() {
      return covered == 1 ? title : title + " · " + Figures.count(covered, "finding");
    }
  }

  /// A form about a finding. What was decided about it before stands in it.
  public static DecisionForm about(
      Review review, ReviewedFinding found, DecisionKind kind, String author, LocalDate today) {
    @Nullable Decision known =
        found.decided().or(() -> found.lapsedDecision().map(it -> it.decision())).orElse(null);
    return new DecisionForm(
        review,
        kind,
        found.key(),
        known == null ? "" : known.attributes().get(DecisionAttributes.REASON).orElse(""),
        known == null ? "" : known.attributes().get(DecisionAttributes.TICKET).orElse(""),
        "",
        author,
        today);
  }

  /// What a decision about a finding can cover, from the narrowest to the widest.
  public static List<Target> targets(Review review, ReviewedFinding found) {
    Finding finding = found.finding();
    String rule = finding.rule().id();
    String subject = finding.subject();
    List<Target> result = new ArrayList<>();
    add(result, review, found.key(), "This finding");
    if (finding.secondSubject().isPresent()) {
      add(result, review, rule + "@" + subject, finding.rule().shortId() + " on " + subject);
    }
    for (String tag : tags(review, finding)) {
      add(
          result,
          review,
          rule + "@tag:" + tag,
          finding.rule().shortId() + " on everything tagged " + tag);
    }
    add(result, review, rule + "@*", finding.rule().shortId() + " everywhere");
    add(result, review, "*@" + subject, "Everything about " + subject);
    for (String tag : tags(review, finding)) {
      add(result, review, "*@tag:" + tag, "Everything tagged " + tag);
    }
    return result;
  }

  private static void add(List<Target> into, Review review, String text, String title) {
    int covered = draft(text).covered(review).size();
    if (covered > 0) {
      into.add(new Target(text, title, covered));
    }
  }

  private static DecisionDraft draft(String target) {
    return new DecisionDraft(target, DecisionKind.ACCEPTED, "", "", "", null);
  }

  private static Set<String> tags(Review review, Finding finding) {
    Set<String> tags = new LinkedHashSet<>();
    for (String id : finding.components()) {
      review
          .document()
          .design()
          .components()
          .find(id)
          .flatMap((Component component) -> component.get(ComponentAttributes.TAGS))
          .ifPresent(tags::addAll);
    }
    return tags;
  }

  public DecisionForm with(DecisionKind other) {
    return new DecisionForm(review, other, target, reason, ticket, expires, author, today);
  }

  public DecisionForm withTarget(String other) {
    return new DecisionForm(review, kind, other, reason, ticket, expires, author, today);
  }

  public DecisionForm withTexts(
      String otherReason, String otherTicket, String otherExpires, String otherAuthor) {
    return new DecisionForm(
        review, kind, target, otherReason, otherTicket, otherExpires, otherAuthor, today);
  }

  /// The day that was typed: `2027-03-31`, or as a time from today, `90 days`, `3 months`, `1y`;
  /// null for nothing.
  ///
  /// @throws DateTimeException when it is none of these
  @Nullable LocalDate lastDay() {
    String typed = expires.strip().toLowerCase(Locale.ROOT);
    if (typed.isEmpty() || typed.equals("never")) {
      return null;
    }
    Matcher span = SPAN.matcher(typed);
    if (!span.matches()) {
      return LocalDate.parse(typed);
    }
    int number = Integer.parseInt(span.group(1));
    return switch (span.group(2)) {
      case "d" -> today.plusDays(number);
      case "w" -> today.plusWeeks(number);
      case "m" -> today.plusMonths(number);
      default -> today.plusYears(number);
    };
  }

  /// The day spelled out where a length of time was typed.
  public String spelledDay() {
    try {
      LocalDate day = lastDay();
      return day == null || day.toString().equals(expires.strip()) ? "" : "until " + day;
    } catch (DateTimeException e) {
      return "";
    }
  }

  /// What is missing or wrong, as a whole sentence; empty when it can be decided.
  public Optional<String> problem() {
    try {
      return draft().problem(review, today);
    } catch (DateTimeException e) {
      return Optional.of("Write the last day as 2027-03-31, or as 90 days, 3 months, 1 year.");
    }
  }

  /// The decision to take.
  ///
  /// @throws DateTimeException when the day is none; see [#problem]
  public DecisionDraft draft() {
    return new DecisionDraft(target, kind, reason, author, ticket, lastDay());
  }

  /// The name of the step in the history: `Accept the risk of REL-TR-001@mail`.
  public String label() {
    return DecisionWords.title(kind) + ": " + target;
  }
}
