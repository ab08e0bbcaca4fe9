package dev.blastradius.editor.stage;

import dev.blastradius.experiment.cascade.Onset;
import java.util.List;

/** How the moment that is looked at goes on, steps and jumps. Moments are in seconds; one that is not known counts as the beginning. */
public final class Transport {

    /** Simulated seconds for each of the watcher's. */
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);

    /** After a frame that took longer than this, in seconds, the moment goes on as if it had taken so long: it does not jump. */
    private static final double LONGEST_FRAME = 0.25;

    /** Two moments nearer to each other than this are the same. */
    private static final double SAME = 1e-6;

    private Transport() {}

    /** The moment after a frame of playing. */
    public static double played(double moment, double frame, double speed, double end) {
        return clamp(known(moment) + Math.max(0, Math.min(LONGEST_FRAME, frame)) * speed, end);
    }

    /** The beginning of the next recorded step, or, backwards, of the one before or the present one. */
    public static double stepped(double moment, double step, boolean forward, double end) {
        double steps = known(moment) / step;
        double next = forward ? Math.floor(steps + SAME) + 1 : Math.ceil(steps - SAME) - 1;
        return clamp(next * step, end);
    }

    /** The next event of the chain, or, backwards, the one before; NaN where there is none. */
    public static double onset(List<Onset> onsets, double moment, boolean forward) {
        double from = known(moment);
        double best = Double.NaN;
        for (Onset onset : onsets) {
            double at = onset.seconds();
            boolean beyond = forward ? at > from + SAME : at < from - SAME;
            if (beyond && (Double.isNaN(best) || (forward ? at < best : at > best))) {
                best = at;
            }
        }
        return best;
    }

    /** The speed one step faster or slower; the same at either end. */
    public static double speed(double speed, boolean faster) {
        double found = speed;
        for (double each : SPEEDS) {
            if (faster && each > speed) {
                return each;
            }
            if (!faster && each < speed) {
                found = each;
            }
        }
        return found;
    }

    /** A speed at which a run of this length is played in about a minute. */
    public static double speedFor(double duration) {
        double best = 1;
        for (double each : SPEEDS) {
            if (each >= 1 && each * 60 <= duration * 1.01) {
                best = each;
            }
        }
        return best;
    }

    /**
     * The lowest speed, of those that are no slower than the clock, at which so much is played in no more than so long.
     *
     * @param duration in simulated seconds
     * @param longest in seconds
     * @return the highest speed where none is high enough
     */
    public static double speedFor(double duration, double longest) {
        return SPEEDS.stream()
                .filter(each -> each >= 1 && each * longest >= duration)
                .findFirst()
                .orElse(SPEEDS.get(SPEEDS.size() - 1));
    }

    /** A speed in words: {@code "0.5×"}, {@code "60×"}. */
    public static String words(double speed) {
        return (speed == Math.rint(speed) ? String.valueOf(Math.round(speed)) : String.valueOf(speed)) + "×";
    }

    private static double known(double moment) {
        return Double.isNaN(moment) ? 0 : moment;
    }

    private static double clamp(double moment, double end) {
        return Math.max(0, Math.min(end, moment));
    }
}
