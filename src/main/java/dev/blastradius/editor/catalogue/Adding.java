package dev.blastradius.editor.catalogue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kind;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts pieces into a model by name or key, where nobody points: beside what is selected, or in the middle of what is seen. */
public final class Adding {

    /** As far apart as the automatic layout draws layers, but for the room that a caption needs least. */
    private static final double BESIDE = 110;

    private final Editor editor;
    private final Function<Pipeline, Map<String, Size>> sizes;

    /**
     * Adding to an editor's model.
     *
     * @param sizes how large each component's box is
     */
    public Adding(Editor editor, Function<Pipeline, Map<String, Size>> sizes) {
        this.editor = editor;
        this.sizes = sizes;
    }

    /**
     * Adds a piece and selects it: to the right of the component that is selected (to its left, where the piece can only be the
     * caller of that), else around a point; below that where the place is taken.
     *
     * @param middle what the new box is to be around where nothing is selected
     * @param boxes where the boxes are now
     * @param connected whether an arrow is to be drawn between the selected component and the new one; where it is refused, those
     *     who listen to refusals hear why, and the piece is added without it
     * @return the new component's id
     */
    public String add(Piece piece, Point middle, Map<String, Rect> boxes, boolean connected) {
        Pipeline before = editor.pipeline();
        String id = Edits.freeId(before, piece.kind());
        Size size = sizes.apply(piece.addTo(before, id, middle)).getOrDefault(id, new Size(0, 0));
        String neighbour = editor.selection().onlyComponent();
        Rect beside = neighbour == null ? null : boxes.get(neighbour);
        Rect wished = beside == null
                ? Rect.of(new Point(middle.x() - size.width() / 2, middle.y() - size.height() / 2), size)
                : besides(beside, size, piece.kind().role() == Kind.Role.SOURCE);
        return addAt(piece, id, Placement.free(wished, boxes), connected ? neighbour : null);
    }

    private static Rect besides(Rect box, Size size, boolean before) {
        double x = before ? box.x() - BESIDE - size.width() : box.right() + BESIDE;
        return Rect.of(new Point(x, box.centerY() - size.height() / 2), size);
    }

    private String addAt(Piece piece, String id, Rect place, @Nullable String neighbour) {
        Point corner = new Point(place.x(), place.y());
        String label = "Add " + piece.title();
        boolean refused = neighbour != null
                && !editor.edit(label, null, it -> connect(piece.addTo(it, id, corner), neighbour, id))
                        .isEmpty();
        if (neighbour == null || refused) {
            editor.apply(label, null, it -> piece.addTo(it, id, corner));
        }
        editor.select(Selection.component(id));
        return id;
    }

    /** From the neighbour to the new one where that can be; else the other way round, where that can. */
    private static Pipeline connect(Pipeline pipeline, @Nullable String neighbour, String id) {
        if (neighbour == null) {
            return pipeline;
        }
        return Edits.canConnect(pipeline, neighbour, id)
                ? Edits.connect(pipeline, neighbour, id)
                : Edits.connect(pipeline, id, neighbour);
    }
}
