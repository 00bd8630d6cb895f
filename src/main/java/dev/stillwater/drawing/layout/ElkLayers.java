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
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// The layered layout of Eclipse ELK, left to right.
final class ElkLayers {
  /// Up to here siblings stand in the order of the file and cards in the middle of their
  /// neighbours: half a second at 200 cards and 400 links, four at 600 links.
  private static final int MOST_CARDS = 250;

  private static final int MOST_LINKS = 450;

  private ElkLayers() {}

  /// The top left corners of cards, x and y by turns.
  ///
  /// @param count how many cards there are
  /// @param edges pairs of card numbers, from and to by turns
  /// @throws CancellationException when the caller lost interest
  static double[] place(int count, int[] edges, BooleanSupplier cancelled) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, Spacing.ROW);
    root.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, Spacing.ROW * 1.6);
    root.setProperty(CoreOptions.ASPECT_RATIO, 1.6);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Spacing.COLUMN);
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
        well ? OrderingStrategy.NODES_AND_EDGES : OrderingStrategy.NONE);
    root.setProperty(LayeredOptions.THOROUGHNESS, well ? 7 : 3);
    List<ElkNode> nodes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ElkNode node = ElkGraphUtil.createNode(root);
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
      corners[2 * i] = nodes.get(i).getX();
      corners[2 * i + 1] = nodes.get(i).getY();
    }
    return corners;
  }
}
