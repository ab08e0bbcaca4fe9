package dev.blastradius.report.basis;

import dev.blastradius.chart.Figures;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;

/**
 * A number that is drawn anew for each request.
 *
 * @param where the part or the arrow, as people call it
 * @param what what is drawn, such as {@code latency}
 * @param words how the model file says it
 * @param mean its mean, with its unit
 * @param p99 what one in a hundred is above, with its unit
 */
record Drawn(String where, String what, String words, String mean, String p99) {

    /**
     * A distribution of one number.
     *
     * @param isTime whether its values are seconds
     */
    static Drawn of(String where, String what, String words, Distribution distribution, boolean isTime) {
        Sampler sampler = Samplers.of(distribution);
        return new Drawn(where, what, words, value(sampler.mean(), isTime), value(sampler.quantile(0.99), isTime));
    }

    private static String value(double value, boolean isTime) {
        return isTime ? Figures.time(value) : Figures.number(value);
    }
}
