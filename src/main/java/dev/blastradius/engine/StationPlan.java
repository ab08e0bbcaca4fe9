package dev.blastradius.engine;

import dev.blastradius.model.component.Station.Cancellation;
import dev.blastradius.model.component.Station.Discipline;
import dev.blastradius.sim.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * A station made ready to run; times are in nanoseconds where their names say so, otherwise samplers in seconds.
 *
 * @param firstInstance the number of its first replica among all replicas of the run
 * @param instances how many replicas new work is spread over
 * @param replicas how many replicas there ever are in the run
 * @param servers of each replica; {@code Integer.MAX_VALUE}: unlimited
 * @param room in the queue of each replica
 * @param discipline the order of service
 * @param maxWait the longest wait in the queue, in seconds; null: for ever, or constant
 * @param maxWaitNanos the longest wait where it is constant; -1: it is not
 * @param latency its own time in seconds; null: none, or a model's
 * @param firstToken a model's time to first token in seconds; null: it is no model
 * @param tokensPerSecond a model's rate; null: it is no model
 * @param blocking whether it holds its server while its calls run
 * @param cancellation what becomes of work whose caller has given up
 * @param errorRate its base failures
 * @param hitRate of a cache: the share that it answers itself; 0 elsewhere
 * @param requestsPerMinute its limit; infinite: none
 * @param inputTokensPerMinute its limit; infinite: none
 * @param outputTokensPerMinute its limit; infinite: none
 * @param dollarsPerRequest its price
 * @param dollarsPerInputToken its price
 * @param dollarsPerOutputToken its price
 * @param buffer how it delivers later what it accepts at once; null: it is no queue of that kind
 */
record StationPlan(
        int firstInstance,
        int instances,
        int replicas,
        int servers,
        QueueRoom room,
        Discipline discipline,
        @Nullable Sampler maxWait,
        long maxWaitNanos,
        @Nullable Sampler latency,
        @Nullable Sampler firstToken,
        @Nullable Sampler tokensPerSecond,
        boolean blocking,
        Cancellation cancellation,
        double errorRate,
        double hitRate,
        double requestsPerMinute,
        double inputTokensPerMinute,
        double outputTokensPerMinute,
        double dollarsPerRequest,
        double dollarsPerInputToken,
        double dollarsPerOutputToken,
        @Nullable BufferPlan buffer) {

    static final double MINUTE_NANOS = 60e9;

    /** Whether a provider's limit has to be asked. */
    boolean isLimited() {
        return requestsPerMinute < Double.POSITIVE_INFINITY
                || inputTokensPerMinute < Double.POSITIVE_INFINITY
                || outputTokensPerMinute < Double.POSITIVE_INFINITY;
    }

    /** What a request costs here, in US dollars. */
    double price(double inputTokens, double outputTokens) {
        return dollarsPerRequest + inputTokens * dollarsPerInputToken + outputTokens * dollarsPerOutputToken;
    }
}
