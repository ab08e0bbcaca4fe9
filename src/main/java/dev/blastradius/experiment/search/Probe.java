package dev.blastradius.experiment.search;

import dev.blastradius.experiment.inference.Proportion;

/**
 * What was found at one value.
 *
 * @param value of the parameter
 * @param recovered the replications that recovered, with the interval by which it was judged: wider than one at the experiment's
 *     confidence, because it was looked at several times
 * @param finding what follows
 */
public record Probe(double value, Proportion recovered, Finding finding) {

    /** Whether a pipeline recovers at a value. */
    public enum Finding {
        /** The whole interval lies at the threshold or above it. */
        RECOVERS("recovers"),
        /** The whole interval lies below the threshold. */
        COLLAPSES("collapses"),
        /** The threshold lies within the interval, after as many replications as were allowed. */
        UNDECIDED("undecided");

        private final String key;

        Finding(String key) {
            this.key = key;
        }

        /** Its name in results. */
        public String key() {
            return key;
        }
    }
}
