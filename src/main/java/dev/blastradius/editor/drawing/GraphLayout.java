package dev.blastradius.editor.drawing;

import java.util.Collection;
import java.util.Map;

/** Arranges boxes so that arrows go from left to right. */
@FunctionalInterface
public interface GraphLayout {

    /**
     * Where each box goes: its upper left corner. No two overlap, and the same input gives the same places.
     *
     * @param boxes sizes by component
     * @param arrows dependencies between them, "from->to"
     */
    Map<String, Point> arrange(Map<String, Size> boxes, Collection<String> arrows);
}
