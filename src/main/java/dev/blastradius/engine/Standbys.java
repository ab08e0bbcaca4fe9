package dev.blastradius.engine;

import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import java.util.Arrays;

/**
 * The fallbacks that nobody exercises: whether each works is found out at its first use in a run, and stays so; where it works, whoever
 * needs it before it has started waits for that.
 */
final class Standbys {

    /** How long a fallback that does not work stays cold. */
    static final double NEVER_READY = Double.POSITIVE_INFINITY;

    private static final long UNTRIED = -1;

    private final Plan plan;
    private final long replicationKey;
    private final RandomStream stream = new RandomStream();
    /** When each dependency is there, in nanoseconds. */
    private final long[] readyAt;

    Standbys(Plan plan, long replicationKey) {
        this.plan = plan;
        this.replicationKey = replicationKey;
        readyAt = new long[plan.dependencies.length];
        Arrays.fill(readyAt, UNTRIED);
    }

    /** How long from now a fallback that is used now takes to be there, in seconds; {@link #NEVER_READY} where it does not work. */
    double coldFor(int dependency, long now) {
        if (readyAt[dependency] == UNTRIED) {
            readyAt[dependency] = firstUse(plan.dependencies[dependency], now);
        }
        long at = readyAt[dependency];
        return at == Long.MAX_VALUE ? NEVER_READY : Math.max(0, at - now) / 1e9;
    }

    private long firstUse(DependencyPlan dependency, long now) {
        long key = RandomStream.mix(replicationKey, dependency.key());
        if (stream.start(key + Purpose.READINESS).uniform()
                >= dependency.standby().readiness()) {
            return Long.MAX_VALUE;
        }
        Sampler coldStart = dependency.standby().coldStart();
        double seconds = coldStart == null ? 0 : coldStart.sample(stream.start(key + Purpose.COLD_START));
        return now + ArrivalProcess.nanos(seconds);
    }
}
