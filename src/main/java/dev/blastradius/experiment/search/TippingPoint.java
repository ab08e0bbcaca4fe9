package dev.blastradius.experiment.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a pipeline ceases to recover.
 *
 * @param search how it was looked for
 * @param verdict what was found
 * @param recovers the value next to the edge at which it still recovers; null unless found
 * @param collapses the value next to the edge at which it does not; null unless found. Values between the two are undecided, or nearer to each
 *     other than the tolerance
 * @param probes all values that were tried, in their order
 */
public record TippingPoint(
        Search search,
        Verdict verdict,
        @Nullable Double recovers,
        @Nullable Double collapses,
        List<Probe> probes) {

    /** What a search has found. */
    public enum Verdict {
        /** The edge lies between two values. */
        FOUND("found"),
        /** It recovers at both ends of the range. */
        ALWAYS_RECOVERS("alwaysRecovers"),
        /** It recovers at neither end of the range. */
        NEVER_RECOVERS("neverRecovers"),
        /** An end of the range was not decided by as many replications as were allowed. */
        UNDECIDED("undecided"),
        /** Not every fault ends a minute before the run does, so that nothing can be said of recovery. */
        NOT_JUDGED("notJudged"),
        /** It was cancelled; the values are the nearest so far, where there are any. */
        CANCELLED("cancelled");

        private final String key;

        Verdict(String key) {
            this.key = key;
        }

        /** Its name in results. */
        public String key() {
            return key;
        }
    }

    public TippingPoint {
        probes = List.copyOf(probes);
    }
}
