package dev.stillwater.edits;

import dev.stillwater.analysis.Node;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Leadership;
import dev.stillwater.model.Replication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs components in more zones than before: beside theirs, in those that the design knows, else
/// in new ones. Each zone gets a replica at least, and a store that ran once gets automatic
/// failover. What decides by majority gets three zones, because of two either may hold the
/// majority.
///
/// @param components the ids of components that declare zones; others stay as they are
/// @param zones in how many zones each of them should run
/// @param voters those of them that decide by majority
/// @param names what people call them, for the title
public record SpreadZones(
    List<String> components, int zones, List<String> voters, List<String> names) implements Edit {
  private static final int MAJORITY = 3;

  /// Components that a title names; more are counted.
  private static final int MOST_NAMED = 3;

  public SpreadZones {
    components = List.copyOf(components);
    voters = List.copyOf(voters);
    names = List.copyOf(names);
  }

  public static SpreadZones of(List<Node> nodes, int zones) {
    return new SpreadZones(
        nodes.stream().map(Node::id).toList(),
        zones,
        nodes.stream().filter(SpreadZones::votes).map(Node::id).toList(),
        nodes.stream().map(Words::name).toList());
  }

  /// Whether a component decides by majority: it elects a leader, or writes to a quorum.
  public static boolean votes(Node node) {
    boolean elects =
        switch (node.held(ComponentAttributes.LEADER).orElse(Leadership.NONE)) {
          case NONE -> false;
          case LEASE, LEASE_FENCED -> true;
        };
    return elects
        || node.held(ComponentAttributes.REPLICATION).orElse(Replication.NONE)
            == Replication.QUORUM;
  }

  @Override
  public String signature() {
    return "SpreadZones(" + String.join(", ", components) + ", " + zones + ")";
  }

  @Override
  public String title() {
    if (components.size() == 1) {
      int wanted = wanted(components.getFirst());
      return "Run " + names.getFirst() + " in " + Words.count(wanted) + " zones";
    }
    String who =
        names.size() > MOST_NAMED
            ? Words.list(
                List.of(names.get(0), names.get(1), Words.count(names.size() - 2) + " more"))
            : Words.list(names);
    boolean some = !voters.isEmpty() && zones < MAJORITY;
    return "Run "
        + who
        + " in "
        + Words.count(zones)
        + " zones each"
        + (some ? ", or three where a majority decides" : "");
  }

  private int wanted(String component) {
    return voters.contains(component) ? Math.max(zones, MAJORITY) : zones;
  }

  @Override
  public Design apply(Design design) {
    ZoneChoice choice = new ZoneChoice(design);
    List<Component> spread = new ArrayList<>();
    for (String id : components) {
      Optional<Component> found = design.components().find(id);
      found.flatMap(component -> spread(choice, component)).ifPresent(spread::add);
    }
    return choice.with(spread);
  }

  private Optional<Component> spread(ZoneChoice choice, Component old) {
    int wanted = wanted(old.id());
    List<String> present = old.get(ComponentAttributes.ZONES).orElse(List.of());
    if (present.isEmpty() || choice.alike(present).size() >= wanted) {
      return Optional.empty();
    }
    List<String> wider = new ArrayList<>(present);
    for (int more = wanted - choice.alike(present).size(); more > 0; more--) {
      wider.add(choice.beside(choice.base(present), wider));
    }
    Component result = old.with(ComponentAttributes.ZONES, List.copyOf(wider));
    int replicas = old.get(ComponentAttributes.REPLICAS).orElse(1);
    if (replicas < wanted && old.kind() != ComponentKind.EXTERNAL && !old.kind().isEdge()) {
      result = result.with(ComponentAttributes.REPLICAS, wanted);
      if (replicas == 1 && old.kind().isStore()) {
        result = result.with(ComponentAttributes.FAILOVER_MODE, FailoverMode.AUTO);
      }
    }
    return Optional.of(result);
  }
}
