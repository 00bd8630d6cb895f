package dev.stillwater.analysis;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jspecify.annotations.Nullable;

/// A design compiled for analysis: a directed pseudograph of [Node]s and [Edge]s with the values
/// that hold, numbered in the order of their ids, with adjacency as arrays.
public final class DependencyGraph {
  private final Design design;
  private final Presets presets;
  private final List<Node> nodes;
  private final List<Edge> edges;
  private final Map<String, Node> nodeById;
  private final Map<String, List<Edge>> edgesByLink;
  private final Edge[][] out;
  private final Edge[][] in;
  private final List<Reach> journeys;
  private final Map<String, Reach> journeyById = new HashMap<>();
  private final List<List<Reach>> journeysOfEdge;
  private final List<List<Reach>> journeysOfNode;

  private DependencyGraph(Design design, Presets presets, Progress progress) {
    this.design = design;
    this.presets = presets;
    List<Draft> drafts = new ArrayList<>();
    List<Component> components = new ArrayList<>(design.components().all());
    Map<String, String> implied = new HashMap<>();
    for (Link link : design.links()) {
      progress.check();
      if (Couplings.impliesIntermediary(design, link)) {
        Component between = intermediary(link);
        components.add(between);
        implied.put(between.id(), link.id());
        drafts.addAll(halves(link, between));
      } else {
        drafts.add(new Draft(link, Couplings.mode(design, link), null));
      }
    }
    components.sort(Comparator.comparing(Component::id));
    drafts.sort(Comparator.comparing(draft -> draft.link.id()));
    List<Node> nodeList = new ArrayList<>(components.size());
    this.nodeById = HashMap.newHashMap(components.size());
    for (Component component : components) {
      progress.check();
      Node node = new Node(nodeList.size(), component, implied.get(component.id()), presets);
      nodeList.add(node);
      nodeById.put(node.id(), node);
    }
    this.nodes = List.copyOf(nodeList);
    List<Edge> edgeList = new ArrayList<>(drafts.size());
    this.edgesByLink = HashMap.newHashMap(drafts.size());
    for (Draft draft : drafts) {
      progress.check();
      Node from = node(draft.link.from());
      Node to = node(draft.link.to());
      Edge edge = new Edge(edgeList.size(), draft.link, draft.impliedBy, draft.mode, from, to);
      edgeList.add(edge);
      edgesByLink.merge(edge.subject(), List.of(edge), DependencyGraph::joined);
    }
    this.edges = List.copyOf(edgeList);
    this.out = adjacency(true);
    this.in = adjacency(false);
    List<Reach> reaches = new ArrayList<>();
    Membership byEdge = new Membership(edges.size());
    Membership byNode = new Membership(nodes.size());
    design.journeys().stream()
        .sorted(Comparator.comparing(Journey::id))
        .map(journey -> ReachFinder.of(this, journey))
        .forEach(reach -> {
          progress.check();
          reaches.add(reach);
          journeyById.put(reach.journey().id(), reach);
          reach.edges().forEach(edge -> byEdge.add(edge.index(), reach));
          reach.nodes().forEach(node -> byNode.add(node.index(), reach));
        });
    this.journeys = List.copyOf(reaches);
    this.journeysOfEdge = byEdge.lists();
    this.journeysOfNode = byNode.lists();
  }

  private static List<Edge> joined(List<Edge> some, List<Edge> more) {
    List<Edge> result = new ArrayList<>(some);
    result.addAll(more);
    return List.copyOf(result);
  }

  /// The journeys of each element of one sort, in the order of adding; equal lists are one, since
  /// most elements of a large design are on the same few sets of journeys.
  private static final class Membership {
    private final List<List<Reach>> lists;
    private final Map<List<Reach>, Map<String, List<Reach>>> longer = new IdentityHashMap<>();

    Membership(int elements) {
      this.lists = new ArrayList<>(Collections.nCopies(elements, List.of()));
    }

    void add(int element, Reach reach) {
      lists.set(
          element,
          longer
              .computeIfAbsent(lists.get(element), before -> new HashMap<>())
              .computeIfAbsent(reach.journey().id(), id -> with(lists.get(element), reach)));
    }

    private static List<Reach> with(List<Reach> before, Reach reach) {
      List<Reach> result = new ArrayList<>(before);
      result.add(reach);
      return List.copyOf(result);
    }

    List<List<Reach>> lists() {
      return lists;
    }
  }

  private record Draft(Link link, LinkMode mode, @Nullable String impliedBy) {}

  /// Compiles a design whose link ends and journey links exist.
  public static DependencyGraph of(Design design, Presets presets) {
    return of(design, presets, Progress.UNWATCHED);
  }

  /// @param progress asked all the time whether to go on
  /// @throws java.util.concurrent.CancellationException when it says no
  public static DependencyGraph of(Design design, Presets presets, Progress progress) {
    return new DependencyGraph(design, presets, progress);
  }

  private Component intermediary(Link link) {
    Optional<Preset> preset = link.get(LinkAttributes.VIA).flatMap(presets::find);
    boolean asynchronous =
        link.get(LinkAttributes.COUPLING).filter(c -> c == Coupling.LOOSE_ASYNC).isPresent();
    ComponentKind kind =
        preset
            .map(Preset::kind)
            .orElse(asynchronous ? ComponentKind.QUEUE : ComponentKind.LOAD_BALANCER);
    Attributes attributes = Attributes.none(ComponentAttributes.TABLE);
    if (preset.isPresent()) {
      attributes = attributes.with(ComponentAttributes.PRESET, preset.get().key());
    } else {
      attributes = attributes.with(ComponentAttributes.MANAGED, true);
    }
    return new Component(link.id() + "~via", kind, attributes);
  }

  /// The two halves of a link around an implied intermediary. What the caller does stands on the
  /// first, what the callee does on the second; effect and idempotency stand on both, because
  /// either half can repeat a request.
  private List<Draft> halves(Link link, Component between) {
    boolean asynchronous = between.kind().isBroker();
    Attributes first =
        link.attributes()
            .without(LinkAttributes.COUPLING)
            .without(LinkAttributes.VIA)
            .without(LinkAttributes.MODE)
            .without(LinkAttributes.MAX_CONCURRENCY)
            .without(LinkAttributes.ORDERED)
            .without(LinkAttributes.DLQ);
    Attributes second =
        Attributes.none(LinkAttributes.TABLE)
            .copyFrom(
                link.attributes(),
                LinkAttributes.EFFECT,
                LinkAttributes.IDEMPOTENCY,
                LinkAttributes.TOKEN_SOURCE,
                LinkAttributes.TOKEN_TTL,
                LinkAttributes.DEDUP_ATOMIC,
                LinkAttributes.LOSS_OK,
                LinkAttributes.ORDERED,
                LinkAttributes.COMPENSATED,
                LinkAttributes.MAX_CONCURRENCY,
                LinkAttributes.DLQ,
                LinkAttributes.PAYLOAD);
    if (!asynchronous) {
      second =
          second.copyFrom(
              link.attributes(),
              LinkAttributes.NEED,
              LinkAttributes.TIMEOUT,
              LinkAttributes.DEPENDENCY);
    }
    return List.of(
        new Draft(
            new Link(link.id() + "~in", link.from(), between.id(), first),
            asynchronous ? LinkMode.SEND : LinkMode.SYNC,
            link.id()),
        new Draft(
            new Link(link.id() + "~out", between.id(), link.to(), second),
            asynchronous ? LinkMode.DELIVER : LinkMode.SYNC,
            link.id()));
  }

  private Edge[][] adjacency(boolean outgoing) {
    int[] count = new int[nodes.size()];
    for (Edge edge : edges) {
      count[(outgoing ? edge.from() : edge.to()).index()]++;
    }
    Edge[][] result = new Edge[nodes.size()][];
    for (int i = 0; i < count.length; i++) {
      result[i] = new Edge[count[i]];
      count[i] = 0;
    }
    for (Edge edge : edges) {
      int node = (outgoing ? edge.from() : edge.to()).index();
      result[node][count[node]++] = edge;
    }
    return result;
  }

  public Design design() {
    return design;
  }

  public Presets presets() {
    return presets;
  }

  /// All nodes in the order of their ids, implied intermediaries among them.
  public List<Node> nodes() {
    return nodes;
  }

  /// All edges in the order of their ids; a link with an implied intermediary is two of them.
  public List<Edge> edges() {
    return edges;
  }

  /// @throws IllegalArgumentException when there is none
  public Node node(String id) {
    Node node = nodeById.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no component " + id);
    }
    return node;
  }

  public Optional<Node> findNode(String id) {
    return Optional.ofNullable(nodeById.get(id));
  }

  /// The edges of a drawn link: one, or two around an implied intermediary.
  public List<Edge> edgesOf(String link) {
    return edgesByLink.getOrDefault(link, List.of());
  }

  /// The edges that leave a node, in the order of their ids. The array is not to be changed.
  public Edge[] out(Node node) {
    return out[node.index()];
  }

  /// The edges that enter a node, in the order of their ids. The array is not to be changed.
  public Edge[] in(Node node) {
    return in[node.index()];
  }

  /// The journeys in the order of their ids, each with what it uses.
  public List<Reach> journeys() {
    return journeys;
  }

  /// @throws IllegalArgumentException when there is none
  public Reach journey(String id) {
    Reach reach = journeyById.get(id);
    if (reach == null) {
      throw new IllegalArgumentException("no journey " + id);
    }
    return reach;
  }

  /// The journeys that use an edge, in the order of their ids.
  public List<Reach> journeysOf(Edge edge) {
    return journeysOfEdge.get(edge.index());
  }

  /// The journeys that touch a node, in the order of their ids.
  public List<Reach> journeysOf(Node node) {
    return journeysOfNode.get(node.index());
  }

  /// The structure as a graph that cannot be changed.
  public Graph<Node, Edge> structure() {
    return new AsUnmodifiableGraph<>(graphOf(nodes, edges));
  }

  private static DirectedPseudograph<Node, Edge> graphOf(
      Collection<Node> nodes, Collection<Edge> edges) {
    DirectedPseudograph<Node, Edge> graph = new DirectedPseudograph<>(Edge.class);
    nodes.forEach(graph::addVertex);
    edges.forEach(edge -> graph.addEdge(edge.from(), edge.to(), edge));
    return graph;
  }

  /// The strongly connected components over some of the edges, without recursion; each in the order
  /// of ids, those of one node among them.
  public List<List<Node>> stronglyConnected(Collection<Edge> over) {
    Graph<Node, Edge> part = graphOf(nodes, over);
    List<List<Node>> result = new ArrayList<>();
    for (Set<Node> set : new KosarajuStrongConnectivityInspector<>(part).stronglyConnectedSets()) {
      List<Node> members = new ArrayList<>(set);
      members.sort(Comparator.comparingInt(Node::index));
      result.add(members);
    }
    result.sort(Comparator.comparingInt(members -> members.getFirst().index()));
    return result;
  }
}
