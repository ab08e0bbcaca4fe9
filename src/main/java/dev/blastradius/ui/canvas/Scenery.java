package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Change;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The nodes of all boxes and arrows with what marks them. Only what has changed is touched. */
final class Scenery extends Group {

    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");

    private final GhostLayer ghosts = new GhostLayer();
    private final Pane arrowPane = new Pane();
    private final Pane boxPane = new Pane();
    private final Group signs = new Group();
    private final Map<String, BoxNode> boxes = new LinkedHashMap<>();
    private final Map<String, ArrowNode> arrows = new LinkedHashMap<>();
    private Set<String> faulted = Set.of();
    private Set<String> found = Set.of();
    private Map<String, Deviation.Kind> deviations = Map.of();
    private Map<String, Double> damage = Map.of();

    Scenery() {
        getChildren().addAll(ghosts, arrowPane, boxPane);
        setManaged(false);
    }

    /** What lies over arrows and boxes of a moment: it has no parent, for something may have to lie between. */
    Group signs() {
        return signs;
    }

    /** The parents of what can move. */
    List<Parent> panes() {
        return List.of(arrowPane, boxPane);
    }

    /** Shows nothing, and forgets all marks. */
    void clear() {
        faulted = Set.of();
        found = Set.of();
        deviations = Map.of();
        damage = Map.of();
        boxes.clear();
        arrows.clear();
        boxPane.getChildren().clear();
        arrowPane.getChildren().clear();
        ghosts.getChildren().clear();
        signs.getChildren().clear();
    }

    /** The node of a component; null where it has none. */
    @Nullable
    BoxNode box(@Nullable String id) {
        return id == null ? null : boxes.get(id);
    }

    /** The nodes of what has changed. */
    Set<Node> nodes(Change change) {
        Set<Node> nodes = new HashSet<>();
        for (String id : change.boxes()) {
            BoxNode node = boxes.get(id);
            if (node != null) {
                nodes.add(node);
            }
        }
        for (String key : change.arrows()) {
            ArrowNode node = arrows.get(key);
            if (node != null) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** Shows what has changed as it is now, or no longer where it is no more. */
    void show(Pipeline pipeline, Drawing drawing, Change change) {
        for (String id : change.boxes()) {
            Component component = pipeline.components().get(id);
            Rect place = drawing.boxes().get(id);
            if (component == null || place == null) {
                boxPane.getChildren().remove(boxes.remove(id));
            } else {
                showBox(id, component, place);
            }
        }
        for (String key : change.arrows()) {
            Dependency dependency = pipeline.arrows().get(key);
            Route route = drawing.arrows().get(key);
            if (dependency == null || route == null) {
                arrowPane.getChildren().remove(arrows.remove(key));
            } else {
                showArrow(key, dependency, route);
            }
        }
    }

    private void showBox(String id, Component component, Rect place) {
        BoxNode node = boxes.get(id);
        if (node == null) {
            node = new BoxNode(id, component);
            node.setFaulted(faulted.contains(id));
            node.setFound(found.contains(id));
            node.setDamage(damage.getOrDefault(id, Double.NaN));
            node.setDeviation(deviations.get(id));
            boxes.put(id, node);
            boxPane.getChildren().add(node);
        }
        node.show(component, new Point(place.x(), place.y()), new Size(place.width(), place.height()));
    }

    private void showArrow(String key, Dependency dependency, Route route) {
        ArrowNode node = arrows.get(key);
        if (node == null) {
            node = new ArrowNode(key);
            node.setFaulted(faulted.contains(key));
            node.setFound(found.contains(key));
            node.setDeviation(deviations.get(key));
            arrows.put(key, node);
            arrowPane.getChildren().add(node);
        }
        node.show(dependency, route);
    }

    /** Text is made for what is seen, when it can be read. */
    void showDetail(Drawing drawing, Rect seen, Detail detail) {
        drawing.boxes().forEach((id, place) -> {
            BoxNode node = boxes.get(id);
            if (node != null && seen.overlaps(place)) {
                node.setDetail(detail);
            }
        });
        drawing.arrows().forEach((key, route) -> {
            ArrowNode node = arrows.get(key);
            if (node != null && seen.overlaps(route.bounds())) {
                node.setDetail(detail);
            }
        });
    }

    void showSelection(Selection selection) {
        boxes.forEach((id, node) -> node.setSelected(selection.components().contains(id)));
        arrows.forEach((key, node) -> node.setSelected(selection.dependencies().contains(key)));
    }

    /** Marks a box or an arrow as the one under the pointer, or no longer. */
    void showHovered(@Nullable String id, boolean hovered) {
        BoxNode box = id == null ? null : boxes.get(id);
        ArrowNode arrow = id == null ? null : arrows.get(id);
        if (box != null) {
            box.pseudoClassStateChanged(HOVERED, hovered);
        }
        if (arrow != null) {
            arrow.setHovered(hovered);
        }
    }

    void showFaulted(Set<String> targets) {
        faulted = targets;
        boxes.forEach((id, node) -> node.setFaulted(targets.contains(id)));
        arrows.forEach((key, node) -> node.setFaulted(targets.contains(key)));
    }

    void showFound(Set<String> ids) {
        found = ids;
        boxes.forEach((id, node) -> node.setFound(ids.contains(id)));
        arrows.forEach((key, node) -> node.setFound(ids.contains(key)));
    }

    void showDamage(Map<String, Double> shares) {
        damage = shares;
        boxes.forEach((id, node) -> node.setDamage(shares.getOrDefault(id, Double.NaN)));
    }

    /**
     * Shows how boxes are at a moment, by component's id; as they are built those that are not there.
     *
     * @param before how they are shown now: what is the same is not touched
     */
    void showBoxes(Map<String, BoxLook> looks, Map<String, BoxLook> before, boolean dark) {
        boxes.forEach((id, node) -> {
            BoxLook look = looks.get(id);
            if (look == null || !look.equals(before.get(id))) {
                node.setLook(look, dark);
            }
        });
    }

    /** Shows how arrows are at a moment, likewise, by dependency's key. */
    void showArrows(Map<String, ArrowLook> looks, Map<String, ArrowLook> before) {
        arrows.forEach((key, node) -> {
            ArrowLook look = looks.get(key);
            if (look == null || !look.equals(before.get(key))) {
                node.setLook(look);
            }
            Node over = node.signs();
            if (over != null && over.getParent() == null) {
                signs.getChildren().add(over);
            }
        });
    }

    /**
     * Signs of a moment are drawn so many times as large as the drawing.
     *
     * @param words where the middle of each arrow's words is, by key
     */
    void showSigns(double scale, Map<String, Point> words) {
        boxes.values().forEach(node -> node.setSignScale(scale));
        arrows.forEach((key, node) -> {
            node.setSignScale(scale);
            node.setWordsAt(words.get(key));
        });
    }

    /** How large names are where nothing else is written, in pixels of the drawing; 0: as the style sheet says. */
    void showNames(double size) {
        boxes.values().forEach(node -> node.setNameSize(size));
    }

    /**
     * Marks what is not as drawn.
     *
     * @param gone where the drawing has what is taken away
     * @param drawn the drawing, for the names
     */
    void showDeviations(Map<String, Deviation.Kind> kinds, Drawing gone, Pipeline drawn) {
        deviations = kinds;
        boxes.forEach((id, node) -> node.setDeviation(kinds.get(id)));
        arrows.forEach((key, node) -> node.setDeviation(kinds.get(key)));
        ghosts.show(gone, drawn);
    }
}
