package dev.blastradius.engine;

import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.metrics.StepCounts;
import dev.blastradius.metrics.StepPercentiles;
import dev.blastradius.model.RequestOutcome;
import java.util.function.ObjLongConsumer;

/**
 * What is measured of one client's requests in one replication. Counts and latencies are of measured requests, steps of all.
 *
 * <p>A request of which a work queue keeps something has two moments. Its user has the acknowledgement at the first: latencies, and
 * whether it is late, are as of then, whatever becomes of it. Its outcome is known at the second, when all was delivered
 * or something was lost: it is counted in the step of that moment.
 */
public final class FlowMeasures {

    private static final RequestOutcome[] OUTCOMES = RequestOutcome.values();
    /** What a request fails of when the run ends before its answer. */
    static final int UNANSWERED = CauseTable.FAILURES - 1;

    private final long[] outcomes = new long[OUTCOMES.length];
    private final StepCounts[] steps = new StepCounts[OUTCOMES.length];
    private final LatencyHistogram latency = new LatencyHistogram();
    private final StepPercentiles percentiles;
    private final StepCounts arrivalSteps;
    private final StepCounts goodputSteps;
    private final CauseTable causes;
    /** Of all requests, measured or not, for whoever looks at single steps: see {@link ChronicleWriter}. */
    long allLate;

    long allWrong;
    private long arrivals;
    private long requests;
    private long ended;
    private long late;
    private long wrong;
    private long goodput;

    FlowMeasures(Span span, int components, int dependencies) {
        for (int outcome = 0; outcome < OUTCOMES.length; outcome++) {
            steps[outcome] = span.counts();
        }
        percentiles = span.percentiles();
        arrivalSteps = span.counts();
        goodputSteps = span.counts();
        causes = new CauseTable(components, dependencies);
    }

    void arrived(long now, boolean measured) {
        arrivals++;
        arrivalSteps.count(now);
        if (measured) {
            requests++;
        }
    }

    void answered(long now, long nanos, RequestOutcome outcome, boolean isLate, boolean isWrong, boolean measured) {
        acknowledged(now, nanos, measured);
        served(now, outcome, isLate, isWrong, measured);
    }

    /** Its user has an answer, or the acknowledgement that there will be one. */
    void acknowledged(long now, long nanos, boolean measured) {
        percentiles.record(now, nanos);
        if (measured) {
            latency.record(nanos);
        }
    }

    /** It has ended well. */
    void served(long now, RequestOutcome outcome, boolean isLate, boolean isWrong, boolean measured) {
        ended(now, outcome, measured);
        boolean good = !isLate && !isWrong;
        if (good) {
            goodputSteps.count(now);
        } else {
            allLate += isLate ? 1 : 0;
            allWrong += isWrong ? 1 : 0;
        }
        if (measured) {
            late += isLate ? 1 : 0;
            wrong += isWrong ? 1 : 0;
            goodput += good ? 1 : 0;
        }
    }

    void ended(long now, RequestOutcome outcome, boolean measured) {
        steps[outcome.ordinal()].count(now);
        if (measured) {
            outcomes[outcome.ordinal()]++;
            ended++;
        }
    }

    void failedBecause(int causeOwner, int failure) {
        causes.count(causeOwner, failure);
    }

    /** A window of the percentiles is over. */
    void windowEnds() {
        percentiles.finish();
    }

    void finish() {
        percentiles.finish();
    }

    /** Requests, measured or not. */
    public long arrivals() {
        return arrivals;
    }

    /** Measured requests. */
    public long requests() {
        return requests;
    }

    /** Measured requests that have ended; the same as {@link #requests()} when a run is over. */
    public long ended() {
        return ended;
    }

    /** Measured requests that ended so. */
    public long outcome(RequestOutcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** Measured requests answered over the SLO's latency; of deferred ones, acknowledged. */
    public long late() {
        return late;
    }

    /** Measured requests whose answer is bad, and nobody noticed. */
    public long wrong() {
        return wrong;
    }

    /** Measured requests answered in time, and not wrongly. */
    public long goodput() {
        return goodput;
    }

    /** Latency of measured requests that were answered, or acknowledged: these also where a queue lost something of them later. */
    public LatencyHistogram latency() {
        return latency;
    }

    /** Requests by step of time in which they ended so. */
    public StepCounts steps(RequestOutcome outcome) {
        return steps[outcome.ordinal()];
    }

    /** Requests by step of time in which they arrived. */
    public StepCounts arrivalSteps() {
        return arrivalSteps;
    }

    /** Requests by step of time in which they ended as goodput. */
    public StepCounts goodputSteps() {
        return goodputSteps;
    }

    /** Latency percentiles by the window of time in which requests were answered: see {@link ReplicationResult#stepsPerLatencyWindow()}. */
    public StepPercentiles percentiles() {
        return percentiles;
    }

    /** Hands out each cause of failure that occurred, as {@code "component/failure"}, with its count. */
    public void forEachCause(ReplicationResult names, ObjLongConsumer<String> receiver) {
        causes.forEach(names, receiver);
    }
}
