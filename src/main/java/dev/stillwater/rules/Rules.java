package dev.stillwater.rules;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.Steps;
import dev.stillwater.rules.constantwork.CapacityCache;
import dev.stillwater.rules.constantwork.FallbackPath;
import dev.stillwater.rules.constantwork.LargeFleetInControl;
import dev.stillwater.rules.constantwork.RefreshOnFailure;
import dev.stillwater.rules.constantwork.StateAsDeltas;
import dev.stillwater.rules.constantwork.SynchronisedTimers;
import dev.stillwater.rules.coupling.ChattyLink;
import dev.stillwater.rules.coupling.CyclicCalls;
import dev.stillwater.rules.coupling.ExposedQueue;
import dev.stillwater.rules.coupling.HandmadeTransaction;
import dev.stillwater.rules.coupling.LongChain;
import dev.stillwater.rules.coupling.PushedSubscription;
import dev.stillwater.rules.coupling.SharedDatabase;
import dev.stillwater.rules.coupling.SynchronousFanOut;
import dev.stillwater.rules.coupling.UnawaitedCall;
import dev.stillwater.rules.coupling.UnbalancedReplicas;
import dev.stillwater.rules.data.CacheAsOnlyCopy;
import dev.stillwater.rules.data.DualWrite;
import dev.stillwater.rules.data.LeaseWithoutFencing;
import dev.stillwater.rules.data.SplitBrainFailover;
import dev.stillwater.rules.data.StepWithoutCompensation;
import dev.stillwater.rules.data.UnprotectedData;
import dev.stillwater.rules.idempotency.CheckThenAct;
import dev.stillwater.rules.idempotency.DroppedToken;
import dev.stillwater.rules.idempotency.ExactlyOnceSideEffect;
import dev.stillwater.rules.idempotency.GuardedRead;
import dev.stillwater.rules.idempotency.RepeatingConsumer;
import dev.stillwater.rules.idempotency.RetriedWrite;
import dev.stillwater.rules.idempotency.ShortDedupMemory;
import dev.stillwater.rules.idempotency.TimestampToken;
import dev.stillwater.rules.idempotency.TokenPerAttempt;
import dev.stillwater.rules.idempotency.UserWriteWithoutToken;
import dev.stillwater.rules.kind.ContradictedCoupling;
import dev.stillwater.rules.kind.HardWaitAcrossQueue;
import dev.stillwater.rules.kind.ImpatientBatch;
import dev.stillwater.rules.kind.OverlappingRuns;
import dev.stillwater.rules.kind.OverspentDeadline;
import dev.stillwater.rules.kind.SharedByBatch;
import dev.stillwater.rules.kind.UndeclaredNeed;
import dev.stillwater.rules.kind.UnknownRealTimeClass;
import dev.stillwater.rules.operations.BootstrapCycle;
import dev.stillwater.rules.operations.SharedFateMonitor;
import dev.stillwater.rules.operations.UnwatchedBroker;
import dev.stillwater.rules.operations.UnwatchedSchedule;
import dev.stillwater.rules.overload.CacheStampede;
import dev.stillwater.rules.overload.DeepCheckFailClosed;
import dev.stillwater.rules.overload.DeepCheckFailOpen;
import dev.stillwater.rules.overload.FullMesh;
import dev.stillwater.rules.overload.MetastableRetryLoop;
import dev.stillwater.rules.overload.MixedWorkerPool;
import dev.stillwater.rules.overload.NoisyTenants;
import dev.stillwater.rules.overload.OpenEntry;
import dev.stillwater.rules.overload.PeakAboveCapacity;
import dev.stillwater.rules.overload.ReconnectStorm;
import dev.stillwater.rules.overload.ThinHeadroom;
import dev.stillwater.rules.queues.BlockingRecord;
import dev.stillwater.rules.queues.ElasticConsumer;
import dev.stillwater.rules.queues.HastyDeadLetters;
import dev.stillwater.rules.queues.LossyChannel;
import dev.stillwater.rules.queues.MissingDeadLetterQueue;
import dev.stillwater.rules.queues.MixedUrgency;
import dev.stillwater.rules.queues.OverloadedConsumers;
import dev.stillwater.rules.queues.OversizedMessage;
import dev.stillwater.rules.queues.SaturatedBroker;
import dev.stillwater.rules.queues.ShortLivedDeadLetters;
import dev.stillwater.rules.queues.ShortRetention;
import dev.stillwater.rules.queues.ShortVisibility;
import dev.stillwater.rules.queues.SlowDrain;
import dev.stillwater.rules.queues.StaleWork;
import dev.stillwater.rules.queues.UnboundedBuffer;
import dev.stillwater.rules.queues.UnfairQueue;
import dev.stillwater.rules.queues.UnguaranteedOrder;
import dev.stillwater.rules.queues.UnneededOrder;
import dev.stillwater.rules.redundancy.ControlPlaneDependency;
import dev.stillwater.rules.redundancy.CorrelatedFallback;
import dev.stillwater.rules.redundancy.CrossRegionCall;
import dev.stillwater.rules.redundancy.MissingExtraNine;
import dev.stillwater.rules.redundancy.SessionState;
import dev.stillwater.rules.redundancy.SimultaneousRollout;
import dev.stillwater.rules.redundancy.SinglePointOfFailure;
import dev.stillwater.rules.redundancy.SingleZoneReplicas;
import dev.stillwater.rules.redundancy.TwoZoneQuorum;
import dev.stillwater.rules.redundancy.UnreachableTarget;
import dev.stillwater.rules.redundancy.ZoneLossOverload;
import dev.stillwater.rules.redundancy.ZoneLossScaling;
import dev.stillwater.rules.ripple.FatalHub;
import dev.stillwater.rules.ripple.FatalLoss;
import dev.stillwater.rules.ripple.FatalZoneLoss;
import dev.stillwater.rules.ripple.MandatoryOption;
import dev.stillwater.rules.ripple.ShortBuffer;
import dev.stillwater.rules.ripple.WorkerExhaustion;
import dev.stillwater.rules.timeouts.BackendBeyondBalancer;
import dev.stillwater.rules.timeouts.BackendBeyondGateway;
import dev.stillwater.rules.timeouts.ForgottenDeadline;
import dev.stillwater.rules.timeouts.HastyTimeout;
import dev.stillwater.rules.timeouts.InvertedTimeouts;
import dev.stillwater.rules.timeouts.MissingTimeout;
import dev.stillwater.rules.timeouts.MultipliedRetries;
import dev.stillwater.rules.timeouts.RetriesPastDeadline;
import dev.stillwater.rules.timeouts.SluggishTimeout;
import dev.stillwater.rules.timeouts.SynchronisedRetries;
import dev.stillwater.rules.timeouts.UnboundedRetries;
import dev.stillwater.rules.timeouts.UnguardedThirdParty;
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
          new CapacityCache(),
          new FallbackPath(),
          new RefreshOnFailure(),
          new SynchronisedTimers(),
          new LargeFleetInControl(),
          new DualWrite(),
          new SplitBrainFailover(),
          new UnprotectedData(),
          new LeaseWithoutFencing(),
          new CacheAsOnlyCopy(),
          new StepWithoutCompensation(),
          new RetriedWrite(),
          new RepeatingConsumer(),
          new ExactlyOnceSideEffect(),
          new ShortDedupMemory(),
          new DroppedToken(),
          new TimestampToken(),
          new TokenPerAttempt(),
          new GuardedRead(),
          new UserWriteWithoutToken(),
          new CheckThenAct(),
          new UnknownRealTimeClass(),
          new HardWaitAcrossQueue(),
          new OverspentDeadline(),
          new SharedByBatch(),
          new ImpatientBatch(),
          new OverlappingRuns(),
          new UndeclaredNeed(),
          new ContradictedCoupling(),
          new UnawaitedCall(),
          new UnbalancedReplicas(),
          new SynchronousFanOut(),
          new LongChain(),
          new CyclicCalls(),
          new SharedDatabase(),
          new ChattyLink(),
          new HandmadeTransaction(),
          new PushedSubscription(),
          new ExposedQueue(),
          new SharedFateMonitor(),
          new UnwatchedBroker(),
          new BootstrapCycle(),
          new UnwatchedSchedule(),
          new PeakAboveCapacity(),
          new OpenEntry(),
          new MetastableRetryLoop(),
          new DeepCheckFailClosed(),
          new MixedWorkerPool(),
          new NoisyTenants(),
          new CacheStampede(),
          new ReconnectStorm(),
          new FullMesh(),
          new ThinHeadroom(),
          new DeepCheckFailOpen(),
          new MissingDeadLetterQueue(),
          new OverloadedConsumers(),
          new SlowDrain(),
          new StaleWork(),
          new UnneededOrder(),
          new UnguaranteedOrder(),
          new ShortVisibility(),
          new HastyDeadLetters(),
          new ShortLivedDeadLetters(),
          new ShortRetention(),
          new OversizedMessage(),
          new UnboundedBuffer(),
          new ElasticConsumer(),
          new MixedUrgency(),
          new UnfairQueue(),
          new BlockingRecord(),
          new SaturatedBroker(),
          new LossyChannel(),
          new FatalLoss(),
          new WorkerExhaustion(),
          new MandatoryOption(),
          new ShortBuffer(),
          new FatalZoneLoss(),
          new FatalHub(),
          new SinglePointOfFailure(),
          new SingleZoneReplicas(),
          new ZoneLossOverload(),
          new ZoneLossScaling(),
          new CorrelatedFallback(),
          new UnreachableTarget(),
          new MissingExtraNine(),
          new ControlPlaneDependency(),
          new CrossRegionCall(),
          new SimultaneousRollout(),
          new SessionState(),
          new TwoZoneQuorum(),
          new MissingTimeout(),
          new RetriesPastDeadline(),
          new InvertedTimeouts(),
          new HastyTimeout(),
          new MultipliedRetries(),
          new UnboundedRetries(),
          new SynchronisedRetries(),
          new BackendBeyondGateway(),
          new BackendBeyondBalancer(),
          new ForgottenDeadline(),
          new UnguardedThirdParty(),
          new SluggishTimeout());

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

  /// Judges by several rules at the same time where there are workers.
  ///
  /// @param progress told after each rule, and asked at each subject whether to go on
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static RuleResults check(RuleContext context, Progress progress) {
    List<Rule> rules = context.rules().all();
    Checks.Outcome[] outcomes = new Checks.Outcome[rules.size()];
    Steps steps = new Steps(progress, outcomes.length);
    context
        .workers()
        .each(
            outcomes.length,
            i -> {
              RuleInfo rule = rules.get(i).info();
              RuleContext judging = context.judging(rule.id());
              Checks checks = new Checks(rule, judging, progress);
              steps.check();
              rules.get(i).check(judging, checks);
              outcomes[i] = checks.outcome();
              steps.done();
            });
    return gathered(context, List.of(outcomes), progress);
  }

  private static RuleResults gathered(
      RuleContext context, List<Checks.Outcome> all, Progress progress) {
    Adjustments adjustments = context.rules().adjustments();
    List<Finding> findings = new ArrayList<>();
    Map<String, Adjustment> off = new LinkedHashMap<>();
    Map<String, Question> questions = new LinkedHashMap<>();
    List<RuleStatus> statuses = new ArrayList<>();
    for (Checks.Outcome outcome : all) {
      String id = outcome.status().rule().id();
      int switchedOff = 0;
      for (Finding finding : outcome.findings()) {
        progress.check();
        Optional<Adjustment> by = adjustments.off(finding, context.design());
        by.ifPresent(adjustment -> off.put(finding.key(), adjustment));
        switchedOff += by.isPresent() ? 1 : 0;
        findings.add(adjustments.ranked(finding, context.design()));
      }
      for (Question question : outcome.questions()) {
        if (adjustments.off(id, question.element(), context.design()).isEmpty()) {
          questions.putIfAbsent(question.key(), question);
        }
      }
      statuses.add(outcome.status().without(switchedOff, adjustments.isOff(id)));
    }
    findings.sort((a, b) -> {
      progress.check();
      return ORDER.compare(a, b);
    });
    return new RuleResults(findings, List.copyOf(questions.values()), statuses, off);
  }
}
