package dev.stillwater.report;

import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.edits.Pickable;
import dev.stillwater.model.Decision;
import dev.stillwater.review.Fix;
import dev.stillwater.review.FixEffect;
import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.Review;
import dev.stillwater.review.ReviewedFinding;
import dev.stillwater.review.ReviewedFinding.Standing;
import dev.stillwater.rules.Adjustment;
import dev.stillwater.rules.Finding;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The format for programs. Times are seconds, unlimited is null, words are lower case; every
/// finding is an entry of its own, those that do not count are marked. Its schema is
/// [ReviewSchema].
public final class JsonReport implements ReportFormat {
  static final String ONE = "stillwater-review/1";
  static final String SEVERAL = "stillwater-reviews/1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String purpose() {
    return "for programs; `stillwater schema review` prints its schema";
  }

  @Override
  public byte[] write(List<Chapter> chapters, Presentation presentation) {
    Object value;
    if (chapters.size() == 1) {
      value = chapter(chapters.getFirst());
    } else {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("format", SEVERAL);
      all.put("reviews", chapters.stream().map(JsonReport::chapter).toList());
      value = all;
    }
    return JsonText.of(value).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> chapter(Chapter chapter) {
    Review review = chapter.review();
    Map<String, Object> design = new LinkedHashMap<>();
    design.put("name", chapter.title());
    design.put("file", chapter.file());
    design.put("hash", chapter.hash());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("format", ONE);
    result.put("design", design);
    result.put(
        "findings",
        review.findings().stream().map(found -> finding(found, chapter.fixes(found))).toList());
    result.put("questions", review.questions().stream().map(JsonReport::question).toList());
    result.put("journeys", review.journeys().stream().map(JsonReport::journey).toList());
    result.put("summary", summary(review));
    if (!chapter.filter().isAll()) {
      result.put("filter", filter(chapter));
    }
    if (!chapter.fixed().isEmpty()) {
      result.put("fixed", chapter.fixed().stream().map(JsonReport::fixed).toList());
    }
    return result;
  }

  private static Map<String, Object> filter(Chapter chapter) {
    FindingFilter filter = chapter.filter();
    Map<String, Object> result = new LinkedHashMap<>();
    if (filter.least() != null) {
      result.put("severity", filter.least().word());
    }
    if (filter.journey() != null) {
      result.put("journey", filter.journey());
    }
    if (filter.owner() != null) {
      result.put("owner", filter.owner());
    }
    if (filter.hideDecided()) {
      result.put("hideAccepted", true);
    }
    result.put("leftOut", chapter.leftOut());
    return result;
  }

  private static Map<String, Object> fixed(Baseline.Known known) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("key", known.key());
    result.put("severity", known.severity());
    result.put("message", known.message());
    return result;
  }

  private static Map<String, Object> finding(ReviewedFinding found, List<Fix> fixes) {
    Finding finding = found.finding();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rule", finding.rule().id());
    result.put("severity", finding.severity().word());
    result.put("subject", finding.subject());
    result.put("key", finding.key());
    result.put("message", finding.message());
    result.put("detail", finding.detail());
    result.put("journeysLost", finding.journeysLost());
    result.put("path", finding.links());
    found.superseder().ifPresent(key -> result.put("supersededBy", key));
    found.switchedOff().ifPresent(off -> result.put("switchedOff", off(off)));
    found.decided().ifPresent(decision -> result.put("decision", decision(decision)));
    if (found.isInBaseline()) {
      result.put("baseline", true);
    }
    result.put("recommendations", fixes.stream().map(JsonReport::fix).toList());
    return result;
  }

  private static Map<String, Object> off(Adjustment adjustment) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", adjustment.source());
    result.put("reason", adjustment.reason());
    return result;
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("target", decision.target());
    result.putAll(decision.attributes().toPlain());
    return result;
  }

  private static Map<String, Object> fix(Fix fix) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("n", fix.n());
    result.put("title", fix.recommendation().title());
    result.put("edit", fix.recommendation().edit().signature());
    result.put("tradeOff", fix.recommendation().tradeOff());
    if (!fix.recommendation().choice().isEmpty()) {
      result.put("choice", fix.recommendation().choice());
    }
    if (fix.recommendation().edit() instanceof Pickable pickable) {
      result.put("preset", pickable.preset());
      result.put("presets", pickable.presets());
    }
    if (fix.recommendation().declaresOnly()) {
      result.put("declareOnceTrue", true);
    }
    fix.recommendation().guards().stream()
        .max(Comparator.comparing(GuardVerdict::kind))
        .ifPresent(guard -> result.put("guard", guard(guard)));
    fix.effect().ifPresent(effect -> result.put("effect", effect(effect)));
    return result;
  }

  private static Map<String, Object> guard(GuardVerdict guard) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", guard.guard());
    result.put("verdict", guard.kind().name().toLowerCase(Locale.ROOT));
    result.put("text", guard.text());
    return result;
  }

  private static Map<String, Object> effect(FixEffect effect) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(
        "journeysLost",
        List.of(effect.journeysLostBefore().size(), effect.journeysLostAfter().size()));
    if (!Double.isNaN(effect.worstLatencyBefore()) || !Double.isNaN(effect.worstLatencyAfter())) {
      result.put(
          "worstLatency", pair(effect.worstLatencyBefore(), effect.worstLatencyAfter(), 1000));
    }
    result.put("amplification", pair(effect.amplificationBefore(), effect.amplificationAfter(), 1));
    result.put("findingsGone", effect.findingsGone());
    result.put("findingsNew", effect.findingsNew());
    return result;
  }

  private static List<@Nullable Object> pair(double before, double after, double divisor) {
    List<@Nullable Object> result = new ArrayList<>();
    result.add(limited(before / divisor));
    result.add(limited(after / divisor));
    return result;
  }

  /// The number, or null where there is no limit.
  private static @Nullable Double limited(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static Map<String, Object> question(Question question) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("key", question.key());
    result.put("text", question.text());
    result.put("attribute", question.attribute());
    result.put("answers", question.answers().stream().map(JsonReport::answer).toList());
    return result;
  }

  private static Map<String, Object> answer(Question.Answer answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("title", answer.title());
    result.put("edit", answer.edit().signature());
    return result;
  }

  private static Map<String, @Nullable Object> journey(JourneyVerdict verdict) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("id", verdict.journey().id());
    result.put("class", verdict.journey().realTimeClass().word());
    result.put("stoppedBy", verdict.stoppedBy().stream().map(JsonReport::stopper).toList());
    if (!Double.isNaN(verdict.worstLatency())) {
      result.put("worstLatency", limited(verdict.worstLatency() / 1000));
    }
    return result;
  }

  private static Map<String, Object> stopper(JourneyVerdict.Stopper stopper) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("component", stopper.component());
    result.put("how", stopper.how().word());
    result.put("t", stopper.t() / 1000);
    return result;
  }

  private static Map<String, Object> summary(Review review) {
    Map<String, Object> result = new LinkedHashMap<>();
    Map<Severity, Integer> counts = review.summary();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      result.put(severity.word(), counts.getOrDefault(severity, 0));
    }
    result.put("superseded", review.count(Standing.SUPERSEDED));
    result.put("decided", review.count(Standing.DECIDED));
    result.put("baseline", review.count(Standing.BASELINE));
    result.put("switchedOff", review.count(Standing.SWITCHED_OFF));
    return result;
  }
}
