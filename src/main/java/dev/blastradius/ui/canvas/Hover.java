package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Telling;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.look.Tips;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Says what the box or the arrow under a resting pointer is, and marks it. */
final class Hover {

    private static final double REACH = 7;

    private final GraphCanvas canvas;
    private final Scenery scenery;
    private final Tooltip tip;
    private @Nullable String over;
    private boolean installed;

    Hover(GraphCanvas canvas, Scenery scenery) {
        this.canvas = canvas;
        this.scenery = scenery;
        this.tip = Tips.tip(canvas, "");
    }

    void listen() {
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            boolean ownTip = event.getTarget() instanceof Node node && hasTip(node);
            show(ownTip ? null : at(canvas.viewport().toDrawing(event.getX(), event.getY())));
        });
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> show(null));
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> show(null));
    }

    /** A badge says itself what it is. */
    private static boolean hasTip(Node node) {
        for (Node each = node; each != null && !(each instanceof GraphCanvas); each = each.getParent()) {
            if (each instanceof Control control && control.getTooltip() != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String at(Point point) {
        Drawing drawing = canvas.drawing();
        String box = drawing.boxAt(point);
        return box != null
                ? box
                : drawing.arrowAt(point, REACH / canvas.viewport().zoom());
    }

    private void show(@Nullable String found) {
        if (found == null ? over == null : found.equals(over)) {
            return;
        }
        scenery.showHovered(over, false);
        scenery.showHovered(found, true);
        over = found;
        if (installed) {
            Tooltip.uninstall(canvas, tip);
            tip.hide();
            installed = false;
        }
        Pipeline pipeline = canvas.pipeline();
        if (found != null && pipeline != null) {
            tip.setText(words(pipeline, found));
            Tooltip.install(canvas, tip);
            installed = true;
        }
    }

    private static String words(Pipeline pipeline, String found) {
        List<String> lines = pipeline.components().containsKey(found)
                ? Telling.component(pipeline, found)
                : Telling.dependency(pipeline, found);
        return lines.stream().map(Lines::one).collect(Collectors.joining("\n"));
    }
}
