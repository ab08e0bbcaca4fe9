package dev.blastradius.editor.stage;

import dev.blastradius.experiment.cascade.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * How a dependency looks at a moment: everything that is seen of it, so that equal looks need not be drawn anew.
 *
 * @param width of its line, in pixels of the drawing; a multiple of a half
 * @param health its colour, by the share of its attempts that failed
 * @param breaker how its circuit breakers stand
 * @param breakerShare how many of them are not closed, in words; empty where all stand alike
 * @param caption what is written on it, in short lines; empty: nothing
 * @param amplified whether far more attempts are made than calls: a retry storm
 * @param standingIn whether it stands in for another as a fallback
 * @param faulted whether a fault acts on the way
 */
public record ArrowLook(
        double width,
        Moment.Health health,
        Breaker breaker,
        String breakerShare,
        String caption,
        boolean amplified,
        boolean standingIn,
        boolean faulted) {

    /** Where a line of traffic begins, in pixels: thinner cannot be seen. */
    public static final double THINNEST = 1;

    /** No line is wider, in pixels: beyond, arrows would run into each other. */
    public static final double WIDEST = 9;

    /** Attempts for each call from which on retries are worth a word. */
    public static final double AMPLIFIED = 1.2;

    private static final double PER_DECADE = 2.4;

    /** How the circuit breakers of a dependency stand: as the worst of the caller's replicas do. */
    public enum Breaker {
        /** It has none. */
        NONE,
        CLOSED,
        HALF_OPEN,
        OPEN
    }

    /** How it looks. */
    public static ArrowLook of(Moment.Arrow arrow) {
        boolean amplified = arrow.amplification() > AMPLIFIED;
        boolean standingIn = arrow.fallbacks() > 0;
        List<String> words = new ArrayList<>();
        if (standingIn) {
            words.add("standing in " + Figure.rate(arrow.fallbacks()));
        }
        if (amplified) {
            words.add(Figure.times(arrow.amplification()) + " attempts");
        }
        String failing = BoxLook.failing(arrow.failedShare());
        if (!failing.isEmpty()) {
            words.add(failing);
        }
        return new ArrowLook(
                width(arrow.perSecond()),
                health(arrow.failedShare()),
                breaker(arrow),
                breakerShare(arrow),
                String.join("\n", words),
                amplified,
                standingIn,
                arrow.faulted());
    }

    /**
     * How wide the line of so much traffic is, in pixels: a decade of traffic more is always as much wider, so that 1 a second and
     * 1,000 a second are both seen.
     *
     * @param perSecond attempts a second, 0 or more
     */
    public static double width(double perSecond) {
        double exact = THINNEST + PER_DECADE * Math.log10(1 + Math.max(0, perSecond));
        return Math.min(WIDEST, Math.rint(exact * 2) / 2);
    }

    private static Moment.Health health(double failedShare) {
        return new Moment.Box(Double.NaN, 0, 0, 0, failedShare, Double.NaN, false).health();
    }

    private static Breaker breaker(Moment.Arrow arrow) {
        if (Double.isNaN(arrow.open())) {
            return Breaker.NONE;
        }
        return arrow.open() > 0 ? Breaker.OPEN : arrow.halfOpen() > 0 ? Breaker.HALF_OPEN : Breaker.CLOSED;
    }

    private static String breakerShare(Moment.Arrow arrow) {
        double share = switch (breaker(arrow)) {
            case NONE, CLOSED -> 0;
            case HALF_OPEN -> arrow.halfOpen();
            case OPEN -> arrow.open();
        };
        return share > 0 && share < 1 ? Math.max(1, Math.round(share * 100)) + " %" : "";
    }
}
