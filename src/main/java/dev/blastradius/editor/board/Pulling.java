package dev.blastradius.editor.board;

import dev.blastradius.editor.board.Overlay.Pull;
import dev.blastradius.editor.board.Overlay.Words;
import dev.blastradius.editor.drawing.ArrowRouter;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.model.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The end of an arrow hangs at the pointer, until it is dropped on a box. */
final class Pulling implements State {

    /** Stands for the pointer among the boxes; no component has such an id. */
    private static final String POINTER = "*";

    private final Board board;
    private final Aim aim;
    private Point at;
    private String box = "";
    private boolean away;

    Pulling(Board board, Aim aim, Pointer pointer) {
        this.board = board;
        this.aim = aim;
        this.at = board.at(pointer);
    }

    @Override
    public State drag(Pointer to) {
        at = board.at(to);
        box = Hit.boxNear(board, at);
        away |= !isBackHome();
        return this;
    }

    @Override
    public State release(Pointer pointer) {
        drag(pointer);
        if (box.isEmpty()) {
            aim.dropped(at);
            return new Idle(board, pointer, null);
        }
        if (isBackHome()) {
            return new Idle(board, pointer, null);
        }
        String refusal = aim.refusal(box);
        if (refusal.isEmpty()) {
            aim.accept(box);
            return new Idle(board, pointer, null);
        }
        return new Idle(board, pointer, new Words(at, refusal, true));
    }

    /** Still or again over the box at which it would be as it is, or that it is just being pulled out of. */
    private boolean isBackHome() {
        return box.equals(aim.fixed()) && !away || aim.key(box).equals(aim.replaced());
    }

    @Override
    public State cancel() {
        return new Idle(board);
    }

    @Override
    public boolean pansAtEdges() {
        return true;
    }

    @Override
    public Overlay overlay() {
        String refusal = box.isEmpty() || isBackHome() ? "" : aim.refusal(box);
        boolean valid = refusal.isEmpty();
        boolean ends = valid && !box.isEmpty();
        Overlay overlay = Overlay.of(valid ? CursorShape.CROSSHAIR : CursorShape.REFUSED);
        if (!box.equals(aim.fixed())) {
            Pull pull = new Pull(route(board, aim, ends ? box : "", at), valid, aim.isFallback());
            overlay = overlay.withPull(pull, ends ? box : null);
        }
        return valid ? overlay : overlay.withWords(new Words(at, refusal, true));
    }

    /** The way that the arrow would go to a box; to the pointer where the box is empty. */
    static Route route(Board board, Aim aim, String box, Point pointer) {
        Map<String, Rect> boxes = new LinkedHashMap<>(board.drawing().boxes());
        String end = box.isEmpty() ? POINTER : box;
        if (box.isEmpty()) {
            boxes.put(POINTER, new Rect(pointer.x(), pointer.y(), 0, 0));
        }
        String key = aim.looksForCallee() ? Pipeline.key(aim.fixed(), end) : Pipeline.key(end, aim.fixed());
        Route route = ArrowRouter.route(boxes, List.of(key)).get(key);
        return route == null ? new Route(List.of(pointer, pointer)) : route;
    }
}
