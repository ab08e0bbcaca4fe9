package dev.blastradius.metrics;

/**
 * Finds out when a run has recovered from its faults: the first moment after the end of the last fault from which the share of good
 * requests among those that ended in the trailing 30 s stays at or above 95 % of their share before the first fault for 60 s. Looks
 * once a second, counted from the end of the last fault. Where nothing ended in the trailing time, it is as it was a second before.
 * Constant memory, whatever the run's length.
 */
public final class RecoveryWatch {

    /** The trailing time over which goodput is judged, in seconds. */
    public static final int TRAILING_SECONDS = 30;
    /** For how long goodput must stay, in seconds. */
    public static final int STAYING_SECONDS = 60;
    /** Which share of what it was before it must reach. */
    public static final double SHARE_OF_BEFORE = 0.95;

    private static final long SECOND = 1_000_000_000L;
    private static final int NEVER = -1;

    private final long warmup;
    private final long firstFault;
    private final long lastEnd;
    private final long duration;
    private final double usual;
    private final int[] good = new int[TRAILING_SECONDS];
    private final int[] ended = new int[TRAILING_SECONDS];
    /** Before the first fault. */
    private long goodBefore;

    private long endedBefore;
    /** The second that is being counted, from the end of the last fault; before that, below 0. */
    private long second = -TRAILING_SECONDS;

    private double enough;
    private boolean well;
    private int wellSince = NEVER;
    private boolean recovered;

    /**
     * A watch over one run.
     *
     * @param warmup what ends before this does not count, in nanoseconds
     * @param firstFault when the first fault begins, in nanoseconds
     * @param lastEnd when the last fault ends, in nanoseconds
     * @param duration the run is watched until here, in nanoseconds
     * @param usual what goodput is measured against where nothing ended before the first fault: its share in a run without faults
     */
    public RecoveryWatch(long warmup, long firstFault, long lastEnd, long duration, double usual) {
        this.warmup = warmup;
        this.firstFault = firstFault;
        this.lastEnd = lastEnd;
        this.duration = duration;
        this.usual = usual;
    }

    /**
     * A request has ended.
     *
     * @param now when, in nanoseconds, never before the last one
     * @param isGood whether as goodput
     */
    public void ended(long now, boolean isGood) {
        if (recovered || now >= duration) {
            return;
        }
        if (now < firstFault && now >= warmup) {
            endedBefore++;
            goodBefore += isGood ? 1 : 0;
        }
        long at = Math.floorDiv(now - lastEnd, SECOND);
        if (at < -TRAILING_SECONDS) {
            return;
        }
        if (at > second) {
            advance(at);
        }
        int slot = (int) Math.floorMod(at, (long) TRAILING_SECONDS);
        ended[slot]++;
        good[slot] += isGood ? 1 : 0;
    }

    /** Looks at every full second that has gone by, then begins to count the next. */
    private void advance(long to) {
        while (second < to && !recovered) {
            second++;
            if (second >= 0) {
                look((int) second);
            }
            int slot = (int) Math.floorMod(second, (long) TRAILING_SECONDS);
            ended[slot] = 0;
            good[slot] = 0;
        }
    }

    /** A look at the moment so many seconds after the end of the last fault. */
    private void look(int seconds) {
        if (seconds == 0) {
            enough = SHARE_OF_BEFORE * (endedBefore == 0 ? usual : (double) goodBefore / endedBefore);
        }
        long all = 0;
        long goodOnes = 0;
        for (int slot = 0; slot < TRAILING_SECONDS; slot++) {
            all += ended[slot];
            goodOnes += good[slot];
        }
        if (all > 0) {
            well = goodOnes > 0 && goodOnes >= enough * all;
        }
        if (!well) {
            wellSince = NEVER;
        } else if (wellSince == NEVER) {
            wellSince = seconds;
        }
        recovered = wellSince != NEVER && seconds - wellSince >= STAYING_SECONDS;
    }

    /** The run is over. */
    public void finish() {
        long last = Math.floorDiv(duration - lastEnd, SECOND);
        if (last > second) {
            advance(last);
        }
    }

    /** Whether it has recovered. */
    public boolean isRecovered() {
        return recovered;
    }

    /** From the end of the last fault until it had recovered, in seconds; NaN where it has not. */
    public double seconds() {
        return recovered ? wellSince : Double.NaN;
    }
}
