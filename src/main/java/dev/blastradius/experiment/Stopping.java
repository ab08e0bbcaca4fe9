package dev.blastradius.experiment;

/**
 * When a run has had replications enough: as soon as, after the experiment's own number of replications or more, the interval of every
 * client's goodput is narrow enough in every run of the study; or at the limit.
 *
 * @param halfWidth the half width that is narrow enough, a share above 0
 * @param atMost the limit on replications, no less than the experiment's own number
 */
public record Stopping(double halfWidth, int atMost) {

    /** The limit on replications where nobody names one, unless the experiment itself makes more. */
    public static final int USUAL_LIMIT = 1_000;

    public Stopping {
        if (!(halfWidth > 0) || atMost < 1) {
            throw new IllegalArgumentException(
                    "a half width of " + halfWidth + " in at most " + atMost + " replications");
        }
    }
}
