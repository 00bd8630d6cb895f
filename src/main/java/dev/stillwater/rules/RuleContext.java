package dev.stillwater.rules;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Impact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.analysis.ripple.RippleResult;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What rules ask of a design: its graph with the values that hold, load, response times, and what
/// is lost when something fails.
public final class RuleContext {
  private final Analysis analysis;
  private final Map<Injection, Consequences> consequences = new HashMap<>();

  public RuleContext(Analysis analysis) {
    this.analysis = analysis;
  }

  public Design design() {
    return analysis.design();
  }

  public DependencyGraph graph() {
    return analysis.graph();
  }

  public Load load() {
    return analysis.load();
  }

  public ResponseTimes responseTimes() {
    return analysis.responseTimes();
  }

  public <T> T setting(Attribute<T> attribute) {
    return design().setting(attribute);
  }

  /// The threshold that holds for a component.
  public <T> T setting(Attribute<T> attribute, Node about) {
    return setting(attribute);
  }

  /// The threshold that holds for a link.
  public <T> T setting(Attribute<T> attribute, Edge about) {
    return setting(attribute);
  }

  /// The threshold that holds for a journey.
  public <T> T setting(Attribute<T> attribute, Journey about) {
    return setting(attribute);
  }

  /// All components in the order of their ids, implied intermediaries among them.
  public List<Node> components() {
    return graph().nodes();
  }

  /// The links of these modes in the order of their ids.
  public List<Edge> links(LinkMode... modes) {
    List<LinkMode> wanted = Arrays.asList(modes);
    return graph().edges().stream().filter(edge -> wanted.contains(edge.mode())).toList();
  }

  /// The links of a mode that leave a component.
  public List<Edge> out(Node node, LinkMode mode) {
    return Stream.of(graph().out(node)).filter(edge -> edge.mode() == mode).toList();
  }

  /// The journeys that use something, in the order of their ids.
  public List<Reach> journeys() {
    return graph().journeys().stream().filter(reach -> !reach.isEmpty()).toList();
  }

  /// The calls of a component whose result nobody uses: synchronous writes to compute or external
  /// systems of which an acknowledgement would do. A write to a store or cache is none.
  public List<Edge> unawaited(Node caller) {
    if (!caller.kind().isCompute()) {
      return List.of();
    }
    return Stream.of(graph().out(caller))
        .filter(Edge::isSync)
        .filter(edge -> edge.need() == Need.ACK_NOW || edge.need() == Need.LATER)
        .filter(Edge::isMutating)
        .filter(edge -> takesWork(edge.to().kind()))
        .toList();
  }

  /// Whether a kind can take work out of a queue.
  public static boolean takesWork(ComponentKind kind) {
    return kind.isCompute() || kind == ComponentKind.EXTERNAL;
  }

  /// How many workers of its caller a call takes.
  public WorkerBudget budget(Edge edge) {
    return new WorkerBudget(this, edge);
  }

  /// Milliseconds until a slow component answers: the grey factor times its response time.
  public double greyResponse(Node slow) {
    return responseTimes().of(slow) * setting(Settings.GREY);
  }

  /// Milliseconds that one request of the caller waits for a callee in health, on the slowest
  /// hundredth of requests.
  public double healthyHold(Edge edge) {
    return responseTimes().of(edge.to()) * Math.max(1, edge.calls());
  }

  /// Milliseconds by which one request of the caller is held by a slow callee: the grey factor
  /// times its response time, cut off by the timeout.
  public double greyHold(Edge edge) {
    double response = greyResponse(edge.to());
    return response >= edge.timeout() ? edge.hold() : response * Math.max(1, edge.calls());
  }

  /// Calls per second along a link, counted once for each request of the caller.
  public double carried(Edge edge) {
    double inflow = load().inflow(edge.from());
    return (inflow > 0 ? inflow : load().rate(edge)) * load().share(edge);
  }

  /// What rules ask about a failure again and again, kept when the whole ripple is forgotten.
  ///
  /// @param down the journeys that are down, in the order of their ids
  /// @param exhausted the facts by which a direct caller runs out of workers
  private record Consequences(List<JourneyOutcome> down, List<Fact> exhausted) {}

  private Consequences consequences(Injection injection) {
    Consequences known = consequences.get(injection);
    if (known == null) {
      RippleResult result = analysis.ripple(injection);
      known =
          new Consequences(
              result.journeys().stream()
                  .filter(outcome -> outcome.state() == JourneyOutcome.State.DOWN)
                  .toList(),
              result.facts().stream().filter(fact -> isExhausted(fact, injection)).toList());
      consequences.put(injection, known);
    }
    return known;
  }

  /// Whether a component runs out of workers because of what failed. Filling takes time, while who
  /// waits for ever on a call that nobody else makes is silent at once.
  private static boolean isExhausted(Fact fact, Injection injection) {
    return fact.impact() == Impact.SILENT
        && fact.follows()
            .filter(cause -> injection.targets().contains(cause.node().id()))
            .filter(cause -> cause.node() != fact.node() && cause.t() < fact.t())
            .isPresent();
  }

  /// The journeys that are down under a failure, in the order of their ids.
  public List<JourneyOutcome> down(Injection injection) {
    return consequences(injection).down;
  }

  /// How direct callers of what failed run out of workers, in the order of time.
  public List<Fact> exhausted(Injection injection) {
    return consequences(injection).exhausted;
  }

  /// A journey that is down under one of several failures, each journey once with the failure that
  /// stops it first.
  public record Loss(Injection probe, JourneyOutcome outcome) {
    public Journey journey() {
      return outcome.reach().journey();
    }

    /// Whether the failure came along this link, or along either half of it.
    boolean passes(Edge edge) {
      return outcome.path().stream()
          .flatMap(fact -> fact.carriedBy().stream())
          .anyMatch(carrier -> carrier.subject().equals(edge.subject()));
    }
  }

  /// The journeys that are down under one of the failures, in the order of their ids.
  ///
  /// A crash stands for what happens to one instance: where others carry on it stops nothing. What
  /// the design does not have cannot fail.
  public List<Loss> lost(List<Injection> probes) {
    return lost(probes, loss -> true);
  }

  /// The journeys that are down because the callee of a link crashed or got slow, and that the
  /// failure reached along this link.
  public List<Loss> lostAlong(List<Edge> links) {
    Map<String, Loss> byJourney = new TreeMap<>();
    for (Edge edge : links) {
      for (Loss loss : lost(probes(edge), found -> found.passes(edge))) {
        byJourney.merge(loss.journey().id(), loss, RuleContext::earlier);
      }
    }
    return List.copyOf(byJourney.values());
  }

  /// The failures of a callee that its callers can do something about: its crash, unless it is
  /// redundant, and its slowness.
  public List<Injection> probes(Edge edge) {
    Node callee = edge.to();
    List<Injection> result = new ArrayList<>();
    if (isFragile(callee)) {
      result.add(new Injection(callee.id(), Failure.CRASH));
    }
    result.add(new Injection(callee.id(), Failure.GREY));
    return result;
  }

  /// Whether a component is one that rules let fail: where requests begin, and what only watches,
  /// is not.
  public static boolean canFail(Node node) {
    return switch (node.kind().family()) {
      case COMPUTE, STORE, BROKER, ROUTER, CACHE, CONFIG, EXTERNAL -> true;
      case EDGE, MONITOR -> false;
    };
  }

  /// Whether the caller waits: for an answer, or for the acknowledgement of a hand-over.
  public static boolean makesWait(Edge edge) {
    return edge.mode() == LinkMode.SYNC || edge.mode() == LinkMode.SEND;
  }

  /// Whether the loss of one instance is the loss of the component.
  public static boolean isFragile(Node node) {
    return !node.isRedundant();
  }

  private List<Loss> lost(List<Injection> probes, Predicate<Loss> counts) {
    Map<String, Loss> byJourney = new TreeMap<>();
    for (Injection probe : probes) {
      if (!canHappen(probe)) {
        continue;
      }
      for (JourneyOutcome outcome : down(probe)) {
        Loss loss = new Loss(probe, outcome);
        if (counts.test(loss)) {
          byJourney.merge(outcome.id(), loss, RuleContext::earlier);
        }
      }
    }
    return List.copyOf(byJourney.values());
  }

  private boolean canHappen(Injection probe) {
    List<Node> targets =
        probe.targets().stream().flatMap(id -> graph().findNode(id).stream()).toList();
    boolean oneInstance = probe.how() == Failure.CRASH && probe.targets().size() == 1;
    return targets.size() == probe.targets().size()
        && !(oneInstance && !isFragile(targets.getFirst()));
  }

  private static Loss earlier(Loss a, Loss b) {
    return b.outcome().t() < a.outcome().t() ? b : a;
  }

  /// The journeys of a finding that its failures still stop in this design, in the order of their
  /// ids: what a fix, applied, would leave lost.
  public List<String> stillLost(Finding finding) {
    return lost(finding.probes()).stream()
        .map(loss -> loss.journey().id())
        .filter(finding.journeysLost()::contains)
        .toList();
  }

  /// The first critical journey that a link is on; a configuration link belongs to the journeys of
  /// its consumer.
  public Optional<Journey> critical(Edge edge) {
    Optional<Journey> own = firstCritical(graph().journeysOf(edge));
    return own.isPresent() || edge.mode() != LinkMode.CONFIG ? own : critical(edge.to());
  }

  /// The first critical journey that touches a component.
  public Optional<Journey> critical(Node node) {
    return firstCritical(graph().journeysOf(node));
  }

  private static Optional<Journey> firstCritical(List<Reach> reaches) {
    return reaches.stream().map(Reach::journey).filter(Journey::isCritical).findFirst();
  }
}
