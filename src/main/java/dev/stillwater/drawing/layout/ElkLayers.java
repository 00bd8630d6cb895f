package dev.stillwater.drawing.layout;

import dev.stillwater.drawing.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// The layered layout of Eclipse ELK, left to right.
final class ElkLayers {
  /// Up to here siblings stand in the order of the file and cards in the middle of their
  /// neighbours: half a second at 200 cards and 400 links, four at 600 links.
  private static final int MOST_CARDS = 250;

  private static final int MOST_LINKS = 450;

  /// The room between a frame and what lies in it.
  private static final double PADDING = 22;

  private static final double HEADING = 44;

  private ElkLayers() {}

  /// The top left corners of cards, x and y by turns.
  ///
  /// @param edges pairs of card numbers, from and to by turns
  /// @param groups one entry for each card
  /// @throws CancellationException when the caller lost interest
  static double[] place(
      int[] edges, Groups groups, Arrangement arrangement, BooleanSupplier cancelled) {
    int count = groups.of().length;
    double room = arrangement.room().factor();
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    boolean down = arrangement.flow() == Arrangement.Flow.DOWN;
    root.setProperty(CoreOptions.DIRECTION, down ? Direction.DOWN : Direction.RIGHT);
    if (!groups.isEmpty()) {
      root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    }
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, Spacing.ROW * room);
    root.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, Spacing.ROW * 1.6);
    root.setProperty(CoreOptions.ASPECT_RATIO, 1.6);
    root.setProperty(
        LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS,
        (down ? Spacing.COLUMN / 2 : Spacing.COLUMN) * room);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 20.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    boolean well = count <= MOST_CARDS && edges.length / 2 <= MOST_LINKS;
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        well ? NodePlacementStrategy.NETWORK_SIMPLEX : NodePlacementStrategy.LINEAR_SEGMENTS);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY,
        // Within groups ELK knows no order of the model.
        well && groups.isEmpty() ? OrderingStrategy.NODES_AND_EDGES : OrderingStrategy.NONE);
    root.setProperty(LayeredOptions.THOROUGHNESS, well ? 7 : 3);
    List<ElkNode> nodes = new ArrayList<>(count);
    ElkNode[] frames = new ElkNode[groups.parents().length];
    for (int i = 0; i < count; i++) {
      ElkNode node = ElkGraphUtil.createNode(frame(root, groups, frames, groups.of()[i]));
      node.setDimensions(Card.WIDTH, Card.HEIGHT);
      nodes.add(node);
    }
    for (int i = 0; i < edges.length; i += 2) {
      ElkGraphUtil.createSimpleEdge(nodes.get(edges[i]), nodes.get(edges[i + 1]));
    }
    BasicProgressMonitor monitor =
        new BasicProgressMonitor() {
          @Override
          public boolean isCanceled() {
            return cancelled.getAsBoolean();
          }
        };
    new RecursiveGraphLayoutEngine().layout(root, monitor);
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("layout");
    }
    double[] corners = new double[2 * count];
    for (int i = 0; i < count; i++) {
      for (ElkNode at = nodes.get(i); at != root; at = at.getParent()) {
        corners[2 * i] += at.getX();
        corners[2 * i + 1] += at.getY();
      }
    }
    return corners;
  }

  /// The node that stands for a group; the whole where there is none.
  private static ElkNode frame(ElkNode root, Groups groups, ElkNode[] frames, int group) {
    if (group < 0) {
      return root;
    }
    if (frames[group] == null) {
      ElkNode made = ElkGraphUtil.createNode(frame(root, groups, frames, groups.parents()[group]));
      made.copyProperties(root);
      made.setProperty(CoreOptions.PADDING, new ElkPadding(HEADING, PADDING, PADDING, PADDING));
      frames[group] = made;
    }
    return frames[group];
  }
}
