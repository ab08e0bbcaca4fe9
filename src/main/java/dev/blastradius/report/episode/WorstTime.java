package dev.blastradius.report.episode;

import dev.blastradius.engine.Chronicle;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of the measured time with the least goodput among the requests that ended in it. Stretches are half a minute long, or longer
 * where so few requests end that a half minute says nothing.
 *
 * @param stretch the stretch
 * @param lasting all the time in which every stretch as long was as bad, of which it is the middle
 * @param seconds how long it is
 * @param goodput its goodput, a share; 0 where requests arrive and none ends
 */
record WorstTime(Stretch stretch, Stretch lasting, double seconds, double goodput) {

    /** In seconds, the first in which enough requests end in the mean. */
    private static final double[] LENGTHS = {30, 60, 120, 300, 600};

    /** So many must end in the mean; half as many in the stretch itself. */
    private static final double ENOUGH = 40;

    private static final double FEWEST = ENOUGH / 2;

    /** The worst; null where so few requests end that no stretch can be called so. */
    static @Nullable WorstTime of(Recorded recorded) {
        Chronicle chronicle = recorded.chronicle();
        Stretch measured = recorded.measured();
        double[][] before = sums(chronicle, measured);
        double ended = before[1][measured.steps()];
        for (double seconds : LENGTHS) {
            int width = (int) Math.max(1, Math.round(seconds / chronicle.stepSeconds()));
            if (width <= measured.steps() && ended * width >= ENOUGH * measured.steps()) {
                return find(measured, before, width, width * chronicle.stepSeconds());
            }
        }
        return null;
    }

    /** Of many that are equally bad it is the middle of the longest row: the first ones still have something of before in them. */
    private static @Nullable WorstTime find(Stretch measured, double[][] before, int width, double seconds) {
        double least = Double.POSITIVE_INFINITY;
        int first = 0;
        int longest = 0;
        int row = 0;
        for (int from = 0; from + width <= measured.steps(); from++) {
            double share = share(before, from, from + width);
            row = share < least ? 1 : share == least ? row + 1 : 0;
            if (share < least || row > longest) {
                longest = row;
                first = from + 1 - row;
                least = share;
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            return null;
        }
        int begin = measured.from() + first;
        int middle = begin + (longest - 1) / 2;
        return new WorstTime(
                new Stretch("at its worst", middle, middle + width),
                new Stretch("as bad as at its worst", begin, begin + longest - 1 + width),
                seconds,
                least);
    }

    /** Goodput of what ended; infinite where that is too few to say. A stretch in which requests arrive and none ends has none. */
    private static double share(double[][] before, int from, int to) {
        double arrived = before[0][to] - before[0][from];
        double ended = before[1][to] - before[1][from];
        if (ended == 0 && arrived >= FEWEST) {
            return 0;
        }
        return ended < FEWEST ? Double.POSITIVE_INFINITY : (before[2][to] - before[2][from]) / ended;
    }

    /** By step: what arrived before it, what ended, and what of it was goodput. */
    private static double[][] sums(Chronicle chronicle, Stretch measured) {
        double[][] before = new double[3][measured.steps() + 1];
        for (int step = 0; step < measured.steps(); step++) {
            Counts counts = Counts.of(chronicle, new Stretch("", measured.from() + step, measured.from() + step + 1));
            before[0][step + 1] = before[0][step] + counts.arrived();
            before[1][step + 1] = before[1][step] + counts.ended();
            before[2][step + 1] = before[2][step] + counts.good();
        }
        return before;
    }
}
