package dev.blastradius.engine;

import dev.blastradius.metrics.StepCounts;

/**
 * One client's measured requests, each beside the same request in the twin run without faults. Differences are net: what the faults made
 * so less what they kept from being so. Steps are by the time of arrival.
 */
public final class TwinMeasures {

    private final StepCounts affectedSteps;
    private final StepCounts failedSteps;
    private final StepCounts degradedSteps;
    private final StepCounts lateSteps;
    private final StepCounts wrongSteps;
    private long affected;
    private long lostGoodput;
    private long failed;
    private long abandoned;
    private long degraded;
    private long late;
    private long wrong;
    private long withoutTwin;
    private long found;
    private long missing;
    private long answerable;

    TwinMeasures(Span span) {
        affectedSteps = span.counts();
        failedSteps = span.counts();
        degradedSteps = span.counts();
        lateSteps = span.counts();
        wrongSteps = span.counts();
    }

    /**
     * A request has ended.
     *
     * @param arrival when it arrived, in nanoseconds
     * @param fate what became of it
     * @param twin what became of it in the twin; {@link Fate#NONE}: it was not there
     */
    void compare(long arrival, int fate, int twin) {
        found += Fate.isMeasured(twin) ? 1 : 0;
        if (!Fate.isMeasured(fate)) {
            return;
        }
        withoutTwin += twin == Fate.NONE ? 1 : 0;
        int other = twin == Fate.NONE ? Fate.GOOD : twin;
        if (!Fate.differ(fate, other)) {
            return;
        }
        affected++;
        affectedSteps.count(arrival);
        lostGoodput += less(Fate.isGood(other), Fate.isGood(fate));
        int failedMore = less(Fate.isFailed(fate), Fate.isFailed(other));
        int abandonedMore = less(Fate.isAbandoned(fate), Fate.isAbandoned(other));
        int degradedMore = less(Fate.isDegraded(fate), Fate.isDegraded(other));
        int lateMore = less(Fate.isLate(fate), Fate.isLate(other));
        int wrongMore = less(Fate.isWrong(fate), Fate.isWrong(other));
        failed += failedMore;
        abandoned += abandonedMore;
        degraded += degradedMore;
        late += lateMore;
        wrong += wrongMore;
        count(failedSteps, arrival, failedMore + abandonedMore);
        count(degradedSteps, arrival, degradedMore);
        count(lateSteps, arrival, lateMore);
        count(wrongSteps, arrival, wrongMore);
    }

    private static int less(boolean one, boolean other) {
        return (one ? 1 : 0) - (other ? 1 : 0);
    }

    private static void count(StepCounts steps, long arrival, int more) {
        if (more > 0) {
            steps.count(arrival);
        }
    }

    void countAnswerable() {
        answerable++;
    }

    void finish(long measuredInTwin) {
        missing = measuredInTwin - found;
    }

    /** Whose outcome, or being late or wrong, differs. */
    public long affected() {
        return affected;
    }

    /** Goodput in the twin and not here, net. */
    public long lostGoodput() {
        return lostGoodput;
    }

    /** Failed more, net. */
    public long failed() {
        return failed;
    }

    /** Abandoned more, net. */
    public long abandoned() {
        return abandoned;
    }

    /** Degraded more, net. */
    public long degraded() {
        return degraded;
    }

    /** Late more, net. */
    public long late() {
        return late;
    }

    /** Silently wrong more, net. */
    public long wrong() {
        return wrong;
    }

    /** Requests that the twin does not have: a surge's, or a user's further attempts. */
    public long withoutTwin() {
        return withoutTwin;
    }

    /** Measured requests of the twin that were never sent here. */
    public long missing() {
        return missing;
    }

    /** That some path could have answered in time, whatever the caller did about failure; 0 where that was not asked for. */
    public long answerable() {
        return answerable;
    }

    /** By step of arrival: whose fate differs. */
    public StepCounts affectedSteps() {
        return affectedSteps;
    }

    /** By step of arrival: that failed or were abandoned, and were not in the twin. */
    public StepCounts failedSteps() {
        return failedSteps;
    }

    /** By step of arrival: that are degraded, and were not in the twin. */
    public StepCounts degradedSteps() {
        return degradedSteps;
    }

    /** By step of arrival: that are late, and were not in the twin. */
    public StepCounts lateSteps() {
        return lateSteps;
    }

    /** By step of arrival: that are wrong, and were not in the twin. */
    public StepCounts wrongSteps() {
        return wrongSteps;
    }
}
