package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Moves the selected boxes. The one under the pointer catches on the others' middles, so that arrows become straight. */
final class MoveGesture implements Gesture {

    private static final double THRESHOLD = 3;
    private static final double CATCH = 6;

    private final GraphCanvas canvas;
    private final String leader;
    private final Set<String> moved;
    private final Map<String, Rect> before;
    private final Point start;
    private boolean begun;

    MoveGesture(GraphCanvas canvas, String leader, Set<String> moved, Point start) {
        this.canvas = canvas;
        this.leader = leader;
        this.moved = moved;
        this.before = canvas.drawing().boxes();
        this.start = start;
    }

    @Override
    public void drag(Point to) {
        begun |= to.distanceTo(start) >= THRESHOLD;
        if (begun) {
            canvas.preview(at(to));
        }
    }

    @Override
    public void end(Point at) {
        if (begun) {
            canvas.commitMove(moved, at(at));
        }
    }

    @Override
    public void cancel() {
        canvas.preview(before);
    }

    private Map<String, Rect> at(Point to) {
        Rect box = before.getOrDefault(leader, new Rect(0, 0, 0, 0)).movedBy(to.x() - start.x(), to.y() - start.y());
        double dx = to.x() - start.x();
        double dy = to.y() - start.y();
        double acrossX = CATCH;
        double acrossY = CATCH;
        for (Map.Entry<String, Rect> other : before.entrySet()) {
            if (!moved.contains(other.getKey())) {
                double offX = other.getValue().centerX() - box.centerX();
                double offY = other.getValue().centerY() - box.centerY();
                acrossX = Math.abs(offX) < Math.abs(acrossX) ? offX : acrossX;
                acrossY = Math.abs(offY) < Math.abs(acrossY) ? offY : acrossY;
            }
        }
        dx += acrossX < CATCH ? acrossX : 0;
        dy += acrossY < CATCH ? acrossY : 0;
        Map<String, Rect> boxes = new LinkedHashMap<>();
        for (Map.Entry<String, Rect> each : before.entrySet()) {
            Rect rect = each.getValue();
            boxes.put(each.getKey(), moved.contains(each.getKey()) ? rect.movedBy(dx, dy) : rect);
        }
        return boxes;
    }
}
