package dev.stillwater.edits;

import dev.stillwater.analysis.Load;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds replicas until the consumers behind a queue can catch up, and then puts the queue there: a
/// queue alone would only hide that they cannot.
///
/// @param then the change that puts the queue there
public record ScaleOutFirst(List<Growth> growths, Edit then) implements Edit {
  /// Capacity over arrivals, so that a backlog of an hour is gone after two; Amazon Builders'
  /// Library, Avoiding insurmountable queue backlogs.
  private static final double SPARE = 1.5;

  /// More replicas than this are no fix but another design.
  private static final int MOST = 1000;

  public ScaleOutFirst {
    growths = List.copyOf(growths);
  }

  /// How many replicas a component needs.
  ///
  /// @param name what people call the component, for the title
  public record Growth(String component, String name, int replicas) {}

  /// The edit where consumers take in as much as they serve; empty where all keep up, or where one
  /// that does not cannot be scaled by us.
  public static Optional<Edit> of(List<Node> consumers, Load load, Edit then) {
    List<Growth> growths = new ArrayList<>();
    for (Node consumer : consumers) {
      double arrivals = load.inflow(consumer);
      if (arrivals > 0 && arrivals >= consumer.capacity()) {
        double replicas = Math.ceil(SPARE * arrivals * consumer.replicas() / consumer.capacity());
        if (!consumer.kind().isCompute() || !(replicas <= MOST)) {
          return Optional.empty();
        }
        growths.add(new Growth(consumer.id(), Words.name(consumer), (int) replicas));
      }
    }
    return growths.isEmpty() ? Optional.empty() : Optional.of(new ScaleOutFirst(growths, then));
  }

  @Override
  public String signature() {
    List<String> all = new ArrayList<>();
    growths.forEach(it -> all.add("ScaleOut(" + it.component + ", " + it.replicas + ")"));
    all.add(then.signature());
    return String.join(" + ", all);
  }

  @Override
  public String title() {
    List<String> replicas =
        growths.stream().map(it -> it.replicas + " replicas of " + it.name).toList();
    return "Run " + Words.some(replicas) + ", and " + Words.insideSentence(then.title());
  }

  @Override
  public Design apply(Design design) {
    Design result = then.apply(design);
    if (result.equals(design)) {
      return design;
    }
    for (Growth growth : growths) {
      boolean enough =
          result
              .components()
              .find(growth.component)
              .flatMap(it -> it.get(ComponentAttributes.REPLICAS))
              .filter(replicas -> replicas >= growth.replicas)
              .isPresent();
      if (!enough) {
        result =
            new SetAttribute<>(growth.component, ComponentAttributes.REPLICAS, growth.replicas)
                .apply(result);
      }
    }
    return result;
  }
}
