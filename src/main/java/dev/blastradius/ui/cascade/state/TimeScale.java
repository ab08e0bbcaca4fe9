package dev.blastradius.ui.cascade.state;

/**
 * Where moments are on the screen: the same in the timeline and in every chart, so that they stand under each other.
 *
 * @param from where the seen stretch begins, in seconds
 * @param to where it ends
 * @param width of the whole strip, gutters included, in pixels
 */
public record TimeScale(double from, double to, double width) {

    /** Room at the left for names of tracks and for charts' axes, in pixels. */
    public static final double LEFT = 150;

    /** Room at the right for charts' second axes, in pixels. */
    public static final double RIGHT = 64;

    /** The present one for a strip of a width. */
    public static TimeScale of(CascadeState state, double width) {
        return new TimeScale(state.from().get(), state.to().get(), width);
    }

    /** The moments' part of the width. */
    public double span() {
        return Math.max(1, width - LEFT - RIGHT);
    }

    /** Where a moment is, in pixels from the strip's left edge. */
    public double x(double seconds) {
        return LEFT + (seconds - from) / (to - from) * span();
    }

    /** The moment at a place, in seconds. */
    public double seconds(double x) {
        return from + (x - LEFT) / span() * (to - from);
    }
}
