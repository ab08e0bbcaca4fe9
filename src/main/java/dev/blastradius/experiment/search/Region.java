package dev.blastradius.experiment.search;

import dev.blastradius.experiment.inference.Proportion;
import org.jspecify.annotations.Nullable;

/** How a pipeline stands an outage, by the share of replications that recovered from it. */
public enum Region {
    /** It recovers, in {@value #NEARLY_ALL} of the replications or more. */
    STABLE("stable"),
    /** Chance decides whether it recovers. */
    VULNERABLE("vulnerable"),
    /** It does not recover, but in the complement of {@value #NEARLY_ALL} of the replications or fewer. */
    COLLAPSED("collapsed");

    /** The share that counts as nearly all. */
    public static final double NEARLY_ALL = 0.95;

    private final String key;

    Region(String key) {
        this.key = key;
    }

    /** Its name in results. */
    public String key() {
        return key;
    }

    /** The region of a share of replications; null where no recovery could be judged. */
    public static @Nullable Region of(@Nullable Proportion recovered) {
        if (recovered == null) {
            return null;
        }
        // Whole numbers, because 1 - 0.95 is not quite 0.05.
        long others = recovered.of() - recovered.successes();
        double few = recovered.of() * NEARLY_ALL;
        if (recovered.successes() >= few) {
            return STABLE;
        }
        return others >= few ? COLLAPSED : VULNERABLE;
    }
}
