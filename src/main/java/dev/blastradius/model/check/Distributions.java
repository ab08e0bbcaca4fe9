package dev.blastradius.model.check;

import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.Distribution.Constant;
import dev.blastradius.model.distribution.Distribution.Empirical;
import dev.blastradius.model.distribution.Distribution.Mixture;
import dev.blastradius.model.distribution.Distribution.Uniform;

/** What the rules ask about distributions. */
final class Distributions {

    private Distributions() {}

    /** Whether it can give nothing but zero; those by mean, median or smallest value have one above zero by their form. */
    static boolean isAlwaysZero(Distribution distribution) {
        if (distribution instanceof Constant constant) {
            return constant.value().value() == 0;
        } else if (distribution instanceof Uniform uniform) {
            return uniform.max().value() == 0;
        } else if (distribution instanceof Empirical empirical) {
            return empirical.quantiles().stream()
                    .allMatch(point -> point.value().value() == 0);
        } else if (distribution instanceof Mixture mixture) {
            return mixture.of().stream().allMatch(part -> isAlwaysZero(part.distribution()));
        }
        return false;
    }
}
