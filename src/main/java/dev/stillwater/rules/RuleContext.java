package dev.stillwater.rules;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.analysis.ResponseTimes;
import dev.stillwater.analysis.Workers;
import dev.stillwater.analysis.ripple.Analysis;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Failure;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What rules ask of a design: its graph with the values that hold, load, response times, and what
/// is lost when something fails.
public final class RuleContext {
  private final Analysis analysis;
  private final RuleSet rules;
  private final String rule;
  private final Map<Node, Optional<Journey>> critical;

  /// By link what the failures of its callee cost that come along it: several rules ask.
  private final Map<Edge, List<Loss>> lostAlong;

  public RuleContext(Analysis analysis) {
    this(analysis, RuleSet.BUILT_IN);
  }

  public RuleContext(Analysis analysis, RuleSet rules) {
    this(analysis, rules, "", new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private RuleContext(
      Analysis analysis,
      RuleSet rules,
      String rule,
      Map<Node, Optional<Journey>> critical,
      Map<Edge, List<Loss>> lostAlong) {
    this.analysis = analysis;
    this.rules = rules;
    this.rule = rule;
    this.critical = critical;
    this.lostAlong = lostAlong;
  }

  /// The same context for one rule, with the thresholds that a team set for it.
  RuleContext judging(String id) {
    return rules.adjustments().isEmpty()
        ? this
        : new RuleContext(analysis, rules, id, critical, lostAlong);
  }

  Workers workers() {
    return analysis.workers();
  }

  /// The rules that the design is judged by.
  public RuleSet rules() {
    return rules;
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

  private Adjustments adjustments() {
    return rules.adjustments();
  }

  public <T> T setting(Attribute<T> attribute) {
    return adjustments().setting(rule, attribute).orElseGet(() -> design().setting(attribute));
  }

  /// The threshold that holds for a component.
  public <T> T setting(Attribute<T> attribute, Node about) {
    return adjustments()
        .setting(rule, attribute, design(), about)
        .orElseGet(() -> design().setting(attribute));
  }

  /// The threshold that holds for a link.
  public <T> T setting(Attribute<T> attribute, Edge about) {
    return adjustments()
        .setting(rule, attribute, design(), about)
        .orElseGet(() -> design().setting(attribute));
  }

  /// The threshold that holds for a journey.
  public <T> T setting(Attribute<T> attribute, Journey about) {
    return adjustments()
        .setting(rule, attribute, about)
        .orElseGet(() -> design().setting(attribute));
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

  /// Who answers a call in the end: the callee, or the one behind a balancer that is annotated and
  /// not drawn.
  public Node answering(Edge call) {
    Node callee = call.to();
    boolean undrawn = callee.impliedBy().isPresent() && callee.kind().isRouter();
    return undrawn ? graph().out(callee)[0].to() : callee;
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

  /// The journeys that are down under a failure, in the order of their ids.
  public List<JourneyOutcome> down(Injection injection) {
    return threatens(injection) ? analysis.losses(injection).down() : List.of();
  }

  /// Whether a failure can stop a journey at all; if not, no ripple has to be followed.
  private boolean threatens(Injection injection) {
    return switch (injection.how()) {
      case CRASH, GREY, ERROR, OVERLOAD ->
          injection.targets().stream().anyMatch(target -> mostLost(graph().node(target)) > 0);
      case CRASH_ONE, BAD_CONFIG, PARTITION, ZONE_LOSS, DUPLICATE, REORDER, LOSS -> true;
    };
  }

  /// How many journeys are down at the most when a component fails as a whole.
  public int mostLost(Node failing) {
    return analysis.mostLost(failing);
  }

  /// How direct callers of what failed stop answering, in the order of time.
  public List<Fact> silenced(Injection injection) {
    return analysis.losses(injection).silenced();
  }

  /// How direct callers of a slow component run out of workers, in the order of time. Filling takes
  /// time, while who waits for ever on a call that nobody else makes is silent at once.
  public List<Fact> exhausted(Node slow) {
    if (!analysis.canExhaustCallers(slow)) {
      return List.of();
    }
    return silenced(new Injection(slow.id(), Failure.GREY)).stream()
        .filter(fact -> fact.follows().filter(cause -> cause.t() < fact.t()).isPresent())
        .toList();
  }

  /// When a broker whose consumer failed is first full, or loses its first message.
  public Optional<Fact> spill(Injection injection, Node broker) {
    return analysis.losses(injection).spilled().stream()
        .filter(fact -> fact.node() == broker)
        .findFirst();
  }

  /// A journey that is down under one of several failures, each journey once with the failure that
  /// stops it first.
  public record Loss(Injection probe, JourneyOutcome outcome) {
    public Journey journey() {
      return outcome.reach().journey();
    }

    /// Whether the failure came along this link, or along either half of it.
    boolean passes(Edge edge) {
      return outcome.cameAlong(edge.subject());
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
    if (links.size() == 1) {
      return lostAlong(links.getFirst());
    }
    Map<String, Loss> byJourney = new TreeMap<>();
    for (Edge edge : links) {
      for (Loss loss : lostAlong(edge)) {
        byJourney.merge(loss.journey().id(), loss, RuleContext::earlier);
      }
    }
    return List.copyOf(byJourney.values());
  }

  private List<Loss> lostAlong(Edge edge) {
    List<Loss> known = lostAlong.get(edge);
    if (known == null) {
      known = lostAlong(edge, probes(edge));
      lostAlong.put(edge, known);
    }
    return known;
  }

  /// The journeys that are down under one of the failures, and that it reached along this link.
  public List<Loss> lostAlong(Edge edge, List<Injection> probes) {
    return lost(probes, loss -> loss.passes(edge));
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

  /// Whether the loss of one zone is the loss of the component.
  public static boolean fallsWithItsZone(Node node) {
    return !node.isManaged() && node.zones().stream().distinct().count() == 1;
  }

  private List<Loss> lost(List<Injection> probes, Predicate<Loss> counts) {
    Map<String, Loss> byJourney = new TreeMap<>();
    for (Injection probe : probes) {
      for (JourneyOutcome outcome : possible(probe).map(this::down).orElse(List.of())) {
        Loss loss = new Loss(probe, outcome);
        if (counts.test(loss)) {
          byJourney.merge(outcome.id(), loss, RuleContext::earlier);
        }
      }
    }
    return List.copyOf(byJourney.values());
  }

  /// What of a failure this design still allows. What crashes together does so because it shares a
  /// zone: whatever runs in a second one meanwhile stays up.
  private Optional<Injection> possible(Injection probe) {
    if (probe.targets().size() == 1) {
      Optional<Node> target = graph().findNode(probe.target());
      boolean holds =
          probe.how() == Failure.CRASH
              ? target.filter(RuleContext::isFragile).isPresent()
              : target.isPresent();
      return holds ? Optional.of(probe) : Optional.empty();
    }
    List<Node> targets =
        probe.targets().stream().flatMap(id -> graph().findNode(id).stream()).toList();
    if (targets.size() != probe.targets().size()) {
      return Optional.empty();
    }
    if (probe.how() != Failure.CRASH) {
      return Optional.of(probe);
    }
    List<String> rest =
        targets.stream().filter(RuleContext::fallsWithItsZone).map(Node::id).toList();
    return rest.isEmpty() ? Optional.empty() : Optional.of(new Injection(rest, Failure.CRASH));
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
    return critical.computeIfAbsent(node, it -> firstCritical(graph().journeysOf(it)));
  }

  private static Optional<Journey> firstCritical(List<Reach> reaches) {
    for (Reach reach : reaches) {
      if (reach.journey().isCritical()) {
        return Optional.of(reach.journey());
      }
    }
    return Optional.empty();
  }
}
