package dev.stillwater.rules.timeouts;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Settings;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.stream.Stream;

/// Several layers of one path that all retry, so that their attempts multiply.
public final class MultipliedRetries extends Smell {
  public MultipliedRetries() {
    super("REL-TR-005", Severity.HIGH, FailureCategory.EXCESSIVE_LOAD, "REL05-BP03");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    RetryAmplification amplification = RetryAmplification.of(context.graph());
    for (Node start : context.components()) {
      if (Stream.of(context.graph().in(start)).anyMatch(Edge::isSync)) {
        continue;
      }
      for (Edge first : context.out(start, LinkMode.SYNC)) {
        checks.examined(first);
        amplification
            .worstFrom(first)
            .filter(path -> path.product() >= context.setting(Settings.AMPLIFICATION))
            .ifPresent(path -> flag(context, checks, first, path));
      }
    }
  }

  private static void flag(
      RuleContext context, Checks checks, Edge first, RetryAmplification.Path path) {
    List<Edge> layers = path.retrying();
    boolean budgeted = layers.stream().allMatch(e -> e.isDeclared(LinkAttributes.RETRY_BUDGET));
    Draft draft = checks.flag(first).on(path.edges()).probesAlong(layers);
    if (budgeted) {
      draft.base(Severity.LOW);
    }
    draft.telling(told -> tell(told, context, first, path, budgeted)).raise();
  }

  private static void tell(
      Draft draft,
      RuleContext context,
      Edge first,
      RetryAmplification.Path path,
      boolean budgeted) {
    List<Edge> layers = path.retrying();
    String times = Words.times(path.product());
    Edge keep =
        layers.stream()
            .filter(MultipliedRetries::isRepeatable)
            .findFirst()
            .orElse(layers.getFirst());
    draft
        .detail("x" + times + " at " + path.end().id())
        .message(
            "One request over %s can become %s%s attempts at %s",
            first, path.isBound() ? "at least " : "", times, path.end())
        .because(
            "Flagged because attempts multiply along the path: %s = %s; the limit is %s.",
            String.join(
                " × ",
                layers.stream()
                    .map(e -> e.subject() + " " + Words.number(path.attempts(e)))
                    .toList()),
            times,
            Words.number(context.setting(Settings.AMPLIFICATION)));
    if (budgeted) {
      draft.because("Low because every layer has a retry budget, which caps what retries add.");
    }
    draft.fix(
        Declarations.keepRetryAt(keep, layers.stream().filter(e -> e != keep).toList()),
        "A lost packet on an inner call is repaired by the outer layer only, which repeats "
            + "more work.");
    if (!budgeted) {
      draft.fix(
          Declarations.setRetryBudgets(layers),
          "Clients must count; in a long outage most requests are not retried at all.");
    }
  }

  private static boolean isRepeatable(Edge edge) {
    return edge.effect() != Effect.WRITE || edge.idempotency() != Idempotency.NONE;
  }
}
