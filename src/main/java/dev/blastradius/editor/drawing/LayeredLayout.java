package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
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

/** Layers from left to right, by Eclipse's layout kernel (after Sugiyama, Tagawa and Toda, 1981). */
public final class LayeredLayout implements GraphLayout {

    private static final double BETWEEN_BOXES = 36;
    private static final double BETWEEN_LAYERS = 140;
    private static final double MARGIN = 40;

    public LayeredLayout() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /** Arranges something small: the first layout of a program loads classes for about a second. */
    public void warmUp() {
        arrange(Map.of("a", new Size(10, 10), "b", new Size(10, 10)), List.of("a->b"));
    }

    @Override
    public Map<String, Point> arrange(Map<String, Size> boxes, Collection<String> arrows) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        boxes.forEach((id, size) -> {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(size.width(), size.height());
            nodes.put(id, node);
        });
        for (String arrow : arrows) {
            ElkNode from = nodes.get(Pipeline.from(arrow));
            ElkNode to = nodes.get(Pipeline.to(arrow));
            if (from != null && to != null) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        Map<String, Point> corners = new LinkedHashMap<>();
        nodes.forEach((id, node) -> corners.put(id, new Point(Math.rint(node.getX()), Math.rint(node.getY()))));
        return Collections.unmodifiableMap(corners);
    }
}
