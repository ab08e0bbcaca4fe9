package dev.blastradius.engine;

import dev.blastradius.engine.trace.TraceNames;
import dev.blastradius.model.CallOutcome;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/**
 * Counts failures by cause: who failed, and how. Owners are numbered: components first, then dependencies (whose network failed).
 */
final class CauseTable {

    private static final CallOutcome[] OUTCOMES = CallOutcome.values();
    private static final String[] FURTHER = {TraceNames.DEGRADED, TraceNames.UNANSWERED};

    /** How many ways to fail there are: the calls' outcomes and the further ones. */
    static final int FAILURES = OUTCOMES.length + 2;

    /** The way to fail of a request that does not accept a degraded answer. */
    static final int DEGRADED = OUTCOMES.length;

    private final long[] counts;

    CauseTable(int components, int dependencies) {
        counts = new long[(components + dependencies) * FAILURES];
    }

    void count(int owner, int failure) {
        counts[owner * FAILURES + failure]++;
    }

    void forEach(ReplicationResult names, ObjLongConsumer<String> receiver) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                receiver.accept(names.ownerName(i / FAILURES) + "/" + failureName(i % FAILURES), counts[i]);
            }
        }
    }

    /** What all ways to fail are called, by their numbers. */
    static List<String> failureNames() {
        return IntStream.range(0, FAILURES).mapToObj(CauseTable::failureName).toList();
    }

    static String failureName(int failure) {
        return failure < OUTCOMES.length ? OUTCOMES[failure].key() : FURTHER[failure - OUTCOMES.length];
    }
}
