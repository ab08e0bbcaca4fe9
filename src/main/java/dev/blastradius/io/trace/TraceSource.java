package dev.blastradius.io.trace;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.sim.RandomStream;
import java.util.Locale;

/**
 * Where traces come from: the replication that they are of. From it and a request's number follow the ids of a trace and its spans, so
 * that the same run gives the same file, and two runs give files that can be looked at together.
 *
 * @param title the pipeline's; empty: it has none
 * @param scenario its id; empty: no fault
 * @param strategy its id
 * @param seed the run's
 * @param replication its number, from 0
 */
public record TraceSource(String title, String scenario, String strategy, long seed, int replication) {

    private static final long HIGH = 0x5D1A_3B7C_9E2F_4A61L;
    private static final long LOW = 0x2C8E_6F0B_D753_91A9L;

    /** 32 hexadecimal digits, not all of them 0. */
    String traceId(RequestTrace trace) {
        return hex(RandomStream.mix(key() + HIGH, trace.number())) + hex(low(trace));
    }

    /** 16 hexadecimal digits, not all of them 0, and different for all spans of a trace. */
    String spanId(RequestTrace trace, TraceSpan span) {
        return hex(RandomStream.mix(low(trace), span.number()));
    }

    private long low(RequestTrace trace) {
        return RandomStream.mix(key() + LOW, trace.number());
    }

    private long key() {
        long run = RandomStream.mix(RandomStream.mix(RandomStream.key(title), RandomStream.key(scenario)), seed);
        return RandomStream.mix(RandomStream.mix(run, RandomStream.key(strategy)), replication);
    }

    /** An id of zeros means that there is none. One of all ones is as good as any, and no less likely to be there already than another. */
    private static String hex(long bits) {
        return String.format(Locale.ROOT, "%016x", bits == 0 ? -1 : bits);
    }
}
