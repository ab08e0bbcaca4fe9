package dev.blastradius.ui.cascade;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.RunProgress;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Ends work that nobody has asked for as soon as it turns out to take long; work that was asked for takes the time it takes. */
final class Patience implements RunProgress {

    /** How long work may take that nobody asked for, in seconds. */
    private static final double LONGEST = 12;

    /** Before this nobody knows how long it will take, in seconds: the first run after the program's start is slow at first. */
    private static final double FIRST_GUESS = 3;

    /** What was done before this, in seconds, says little about how fast it goes. */
    private static final double WARM = 1;

    /** A share of the work that is never nothing. */
    private static final double LEAST = 1e-3;

    private static final double NANOS = 1e9;

    private final RunProgress whole;
    private final BooleanSupplier endless;
    private final LongSupplier nanoClock;
    private final long began;
    private volatile double done;
    private volatile double expected = Double.NaN;

    /** How far it was when the program had warmed up, and after how many seconds that was; 0 as long as that is not known. */
    private volatile double warmShare;

    private volatile double warmSeconds;

    /**
     * Patience that begins now.
     *
     * @param whole is told all, and can cancel
     * @param endless whether it may take any time, asked again and again
     * @param nanoClock the time, in nanoseconds
     */
    Patience(RunProgress whole, BooleanSupplier endless, LongSupplier nanoClock) {
        this.whole = whole;
        this.endless = endless;
        this.nanoClock = nanoClock;
        began = nanoClock.getAsLong();
    }

    @Override
    public void report(double share) {
        done = share;
        whole.report(share);
    }

    @Override
    public boolean isCancelled() {
        if (whole.isCancelled()) {
            return true;
        }
        if (endless.getAsBoolean()) {
            return false;
        }
        double gone = (nanoClock.getAsLong() - began) / NANOS;
        double share = done;
        if (warmSeconds == 0 && gone >= WARM && gone < FIRST_GUESS) {
            warmSeconds = gone;
            warmShare = share;
        }
        if (gone < FIRST_GUESS || share >= 1) {
            return false;
        }
        double all = gone + (1 - share) * (gone - warmSeconds) / Math.max(share - warmShare, LEAST);
        if (gone > LONGEST || all > LONGEST) {
            expected = all;
            return true;
        }
        return false;
    }

    /** Why it was given up, in words; empty: it was not. */
    String words() {
        return Double.isNaN(expected) ? "" : "It takes about " + Figures.time(Math.rint(expected)) + ".";
    }
}
