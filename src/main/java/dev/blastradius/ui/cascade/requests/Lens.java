package dev.blastradius.ui.cascade.requests;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Which stretch of a request's time is seen, in seconds of the run. It begins as the whole of it. */
final class Lens {

    /** Of the whole, this share is seen at least. */
    private static final double NARROWEST = 1e-4;

    private double first;
    private double last = 1;
    private double from;
    private double to = 1;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    /** Goes up whenever another stretch is seen. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** Where the whole begins. */
    double first() {
        return first;
    }

    /** Where it ends. */
    double last() {
        return last;
    }

    boolean isWhole() {
        return from <= first && to >= last;
    }

    /** Looks at another whole, all of it. */
    void look(double newFirst, double newLast) {
        first = newFirst;
        last = Math.max(newLast, newFirst + 1e-6);
        show(first, last);
    }

    /** Sees a stretch, kept within the whole. */
    void show(double newFrom, double newTo) {
        double whole = last - first;
        double width = Math.max(whole * NARROWEST, Math.min(whole, newTo - newFrom));
        from = Math.max(first, Math.min(last - width, newFrom));
        to = from + width;
        changes.set(changes.get() + 1);
    }

    /** Sees more (factor above 1) or less, with a moment staying where it is. */
    void zoom(double factor, double around) {
        show(around - (around - from) * factor, around + (to - around) * factor);
    }

    /** Sees what is beside it, by a share of what is seen. */
    void move(double share) {
        double by = share * (to - from);
        show(from + by, to + by);
    }

    /** Where a moment is in a width, in pixels. */
    double x(double seconds, double width) {
        return (seconds - from) / (to - from) * width;
    }

    /** The moment at a place of a width. */
    double seconds(double x, double width) {
        return from + x / Math.max(1, width) * (to - from);
    }
}
