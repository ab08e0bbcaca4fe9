package dev.blastradius.experiment.cascade;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds when a measured value began to be over its limit for some time. */
final class Stretches {

    /** What goes up and down by itself without a fault must be outdone by so much: no run's beginning shows the worst of chance. */
    private static final double OVER_USUAL = 2;

    /** A value that is over its limit for this share of the time without a fault is at home there. */
    private static final double AT_HOME = 0.3;

    /** A stretch goes on over a gap that is shorter by so much than what it must last. */
    private static final int GAP = 5;

    private Stretches() {}

    /** Steps, the last one left out, and how many of them say something. */
    private record Stretch(int from, int to, int known) {
        int length() {
            return to - from;
        }
    }

    /**
     * The first stretch over the limit that lasts, and the end of the last one; null where there is none.
     *
     * @param values by step; NaN: the step says nothing, so that what was before it still holds
     * @param limits by step; what is at or over them is over
     * @param first the steps from here
     * @param before to here, the last one left out, tell what goes on by itself
     * @param lasting for so many steps it must last, 1 or more
     */
    static ChangePoint.@Nullable Found find(double[] values, double[] limits, int first, int before, int lasting) {
        int gap = lasting / GAP;
        int longest = 0;
        int sum = 0;
        int known = Math.min(before, values.length);
        for (Stretch each : over(values, limits, Math.min(first, known), known, gap)) {
            longest = Math.max(longest, each.length());
            sum += each.length();
        }
        if (sum > AT_HOME * Math.max(1, known - first)) {
            return null;
        }
        int least = (int) Math.max(lasting, OVER_USUAL * longest);
        int seen = Math.min(lasting, GAP);
        List<Stretch> lasts = over(values, limits, known, values.length, gap).stream()
                .filter(each -> each.length() >= least && each.known() >= seen)
                .toList();
        if (lasts.isEmpty()) {
            return null;
        }
        int to = lasts.get(lasts.size() - 1).to();
        return new ChangePoint.Found(lasts.get(0).from(), to + gap >= values.length ? -1 : to);
    }

    private static List<Stretch> over(double[] values, double[] limits, int from, int to, int gap) {
        List<Stretch> found = new ArrayList<>();
        int begin = -1;
        int end = -1;
        int known = 0;
        boolean isOver = false;
        for (int step = from; step < to; step++) {
            if (!Double.isNaN(values[step])) {
                isOver = values[step] >= limits[step];
                known += isOver ? 1 : 0;
            }
            if (isOver) {
                begin = begin < 0 ? step : begin;
                end = step + 1;
            } else if (begin >= 0 && step - end >= gap) {
                found.add(new Stretch(begin, end, known));
                begin = -1;
                known = 0;
            }
        }
        if (begin >= 0) {
            found.add(new Stretch(begin, end, known));
        }
        return found;
    }
}
