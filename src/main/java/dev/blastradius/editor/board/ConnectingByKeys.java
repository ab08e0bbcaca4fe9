package dev.blastradius.editor.board;

import dev.blastradius.editor.board.Overlay.Pull;
import dev.blastradius.editor.board.Overlay.Words;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An arrow is drawn without a pointer: arrow keys and Tab go through the boxes where it can end, Enter takes one. */
final class ConnectingByKeys implements State {

    private final Board board;
    private final Aim aim;
    private final List<String> targets;
    private final int at;

    private ConnectingByKeys(Board board, Aim aim, List<String> targets, int at) {
        this.board = board;
        this.aim = aim;
        this.targets = targets;
        this.at = at;
    }

    /** Begins with the nearest box; says so where there is none to choose. */
    static State of(Board board, Aim aim) {
        Map<String, Rect> boxes = board.drawing().boxes();
        Rect fixed = boxes.getOrDefault(aim.fixed(), new Rect(0, 0, 0, 0));
        Point middle = new Point(fixed.centerX(), fixed.centerY());
        Stream<Map.Entry<String, Rect>> others = boxes.entrySet().stream()
                .filter(box -> !aim.key(box.getKey()).equals(aim.replaced()))
                .filter(box -> aim.connections().isPlausible(box.getKey()));
        List<String> targets = others.sorted(Comparator.comparingDouble(box ->
                        new Point(box.getValue().centerX(), box.getValue().centerY()).distanceTo(middle)))
                .map(Map.Entry::getKey)
                .toList();
        if (targets.isEmpty()) {
            Point below = new Point(fixed.x(), fixed.bottom());
            return new Idle(board, null, new Words(below, "There is no other component where it could end", true));
        }
        return new ConnectingByKeys(board, aim, targets, 0).revealed();
    }

    private State revealed() {
        Rect box = board.drawing().boxes().get(targets.get(at));
        if (box != null) {
            board.viewport().reveal(box);
        }
        return this;
    }

    @Override
    public @Nullable State key(Key key) {
        return switch (key.code()) {
            case RIGHT, DOWN -> go(1);
            case LEFT, UP -> go(-1);
            case TAB -> go(key.shift() ? -1 : 1);
            case ENTER -> accept();
            default -> null;
        };
    }

    private State go(int by) {
        return new ConnectingByKeys(board, aim, targets, Math.floorMod(at + by, targets.size())).revealed();
    }

    private State accept() {
        if (!aim.refusal(targets.get(at)).isEmpty()) {
            return this;
        }
        aim.accept(targets.get(at));
        return new Idle(board);
    }

    @Override
    public State press(Pointer pointer) {
        return new Idle(board, pointer, null).press(pointer);
    }

    @Override
    public State cancel() {
        return new Idle(board);
    }

    @Override
    public Overlay overlay() {
        String box = targets.get(at);
        String refusal = aim.refusal(box);
        boolean valid = refusal.isEmpty();
        Rect target = board.drawing().boxes().getOrDefault(box, new Rect(0, 0, 0, 0));
        Point below = new Point(target.x(), target.bottom());
        String text = valid
                ? aim.label(box) + "? Enter: yes. Arrow keys: another one. Escape: no."
                : refusal + ". Arrow keys: another one.";
        return Overlay.NONE
                .withPull(new Pull(Pulling.route(board, aim, box, below), valid, aim.isFallback()), box)
                .withWords(new Words(board.viewport().toDrawing(0, 0), text, !valid));
    }
}
