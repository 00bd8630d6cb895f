package dev.stillwater.rules;

import dev.stillwater.analysis.Progress;
import dev.stillwater.rules.constantwork.StateAsDeltas;
import dev.stillwater.rules.coupling.SynchronousFanOut;
import dev.stillwater.rules.coupling.UnawaitedCall;
import dev.stillwater.rules.coupling.UnbalancedReplicas;
import dev.stillwater.rules.idempotency.RepeatingConsumer;
import dev.stillwater.rules.idempotency.RetriedWrite;
import dev.stillwater.rules.kind.HardWaitAcrossQueue;
import dev.stillwater.rules.kind.UndeclaredNeed;
import dev.stillwater.rules.kind.UnknownRealTimeClass;
import dev.stillwater.rules.queues.MissingDeadLetterQueue;
import dev.stillwater.rules.redundancy.SinglePointOfFailure;
import dev.stillwater.rules.ripple.FatalLoss;
import dev.stillwater.rules.ripple.WorkerExhaustion;
import dev.stillwater.rules.timeouts.MissingTimeout;
import dev.stillwater.rules.timeouts.MultipliedRetries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All rules, and what they say of a design.
public final class Rules {
  /// Sorted by id. A new rule is one class, one page, one test, and one line here.
  public static final List<Rule> ALL =
      List.of(
          new StateAsDeltas(),
          new RetriedWrite(),
          new RepeatingConsumer(),
          new UnknownRealTimeClass(),
          new HardWaitAcrossQueue(),
          new UndeclaredNeed(),
          new UnawaitedCall(),
          new UnbalancedReplicas(),
          new SynchronousFanOut(),
          new MissingDeadLetterQueue(),
          new FatalLoss(),
          new WorkerExhaustion(),
          new SinglePointOfFailure(),
          new MissingTimeout(),
          new MultipliedRetries());

  /// Journeys lost, most first; severity, highest first; then by names.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> -finding.journeysLost().size())
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::subject)
          .thenComparing(Finding::key);

  private Rules() {}

  public static Optional<Rule> find(String id) {
    return ALL.stream().filter(rule -> rule.info().id().equals(id)).findFirst();
  }

  public static RuleResults check(RuleContext context) {
    return check(context, Progress.UNWATCHED);
  }

  /// @param progress told after each rule, and asked before each whether to go on
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static RuleResults check(RuleContext context, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Question> questions = new LinkedHashMap<>();
    List<RuleStatus> statuses = new ArrayList<>();
    for (Rule rule : ALL) {
      progress.check();
      Checks checks = new Checks(rule.info(), context);
      rule.check(context, checks);
      findings.addAll(checks.findings());
      checks.questions().forEach(question -> questions.putIfAbsent(question.key(), question));
      statuses.add(checks.status());
      progress.report(statuses.size(), ALL.size());
    }
    findings.sort(ORDER);
    return new RuleResults(findings, List.copyOf(questions.values()), statuses);
  }
}
