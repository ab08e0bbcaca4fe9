package dev.blastradius.editor.stage;

import java.util.Arrays;
import java.util.Locale;

/** How long frames take, from one to the next, over the last few seconds. */
public final class FrameTimes {

    /** How many frames are looked back on: four seconds at sixty a second. */
    public static final int KEPT = 240;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double FEW = 0.95;

    private final double[] millis = new double[KEPT];
    private long before;
    private int seen;

    /**
     * What was measured.
     *
     * @param frames how many, at most {@link #KEPT}
     * @param perSecond frames a second
     * @param mean in milliseconds, as all below
     * @param p95 the 95th percentile
     * @param worst the longest
     */
    public record Summary(int frames, double perSecond, double mean, double p95, double worst) {

        /** In words. */
        public String words() {
            return frames == 0
                    ? "no frames yet"
                    : String.format(
                            Locale.ROOT,
                            "%.0f frames/s · mean %.1f ms · p95 %.1f ms · longest %.1f ms",
                            perSecond,
                            mean,
                            p95,
                            worst);
        }
    }

    /** A frame is made now, in nanoseconds of any clock. */
    public void frame(long now) {
        if (before != 0) {
            millis[seen % KEPT] = (now - before) / NANOS_PER_MILLI;
            seen++;
        }
        before = now;
    }

    /** The next frame does not follow on the last: nothing moved in between. */
    public void pause() {
        before = 0;
    }

    /** What was measured of the last frames. */
    public Summary summary() {
        int count = Math.min(KEPT, seen);
        if (count == 0) {
            return new Summary(0, 0, 0, 0, 0);
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        double sum = Arrays.stream(sorted).sum();
        int p95 = Math.min(count - 1, (int) Math.ceil(FEW * count) - 1);
        return new Summary(count, sum == 0 ? 0 : 1000 * count / sum, sum / count, sorted[p95], sorted[count - 1]);
    }
}
