package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.model.RequestOutcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What holds for the traces of every replication that is recorded from its first moment on and measured as a whole. */
final class TraceLaws {

    private static final double DOLLARS = 1e-9;

    private TraceLaws() {}

    /**
     * Checks them.
     *
     * @param run what to call it where one is broken
     */
    static void check(String run, RecordedReplication recorded) {
        Traces traces = recorded.traces();
        Map<RequestOutcome, Long> kept = new EnumMap<>(RequestOutcome.class);
        Map<String, Long> causes = new TreeMap<>();
        double last = 0;
        for (RequestTrace trace : traces.traces()) {
            kept.merge(trace.outcome(), 1L, Long::sum);
            if (!trace.cause().isEmpty()) {
                causes.merge(trace.cause(), 1L, Long::sum);
            }
            assertTrue(trace.sent() >= last, () -> run + ": traces come in the order in which they were sent");
            last = trace.sent();
            new OneTrace(run + ", request " + trace.number(), trace).check();
        }
        agreesWithTheCounters(run, recorded.result(), traces.seen(), kept, causes);
    }

    private static void agreesWithTheCounters(
            String run,
            ReplicationResult result,
            Map<RequestOutcome, Long> seen,
            Map<RequestOutcome, Long> kept,
            Map<String, Long> causes) {
        boolean all = kept.equals(seen);
        Map<String, Long> counted = new TreeMap<>();
        for (int client = 0; client < result.clients(); client++) {
            result.flow(client).forEachCause(result, (cause, count) -> counted.merge(cause, count, Long::sum));
        }
        for (RequestOutcome outcome : RequestOutcome.values()) {
            long ended = 0;
            for (int client = 0; client < result.clients(); client++) {
                ended += result.flow(client).outcome(outcome);
            }
            assertEquals(ended, seen.getOrDefault(outcome, 0L), () -> run + ": " + outcome);
            assertTrue(kept.getOrDefault(outcome, 0L) <= ended, () -> run + ": " + outcome);
            assertEquals(
                    ended > 0,
                    kept.containsKey(outcome),
                    () -> run + ": every outcome that occurs is there: " + outcome);
        }
        if (all) {
            assertEquals(counted, causes, run);
        } else {
            causes.forEach(
                    (cause, count) -> assertTrue(count <= counted.getOrDefault(cause, 0L), () -> run + ": " + cause));
        }
    }

    /** A single trace. */
    private record OneTrace(String name, RequestTrace trace) {

        void check() {
            TraceSpan root = trace.spans().get(0);
            assertEquals(Kind.REQUEST, root.kind(), name);
            assertEquals(trace.client(), root.where(), name);
            assertEquals(trace.sent(), root.from(), name);
            assertEquals(trace.ended(), root.to(), name);
            assertEquals(trace.outcome().key(), root.result(), name);
            double dollars = 0;
            int causes = 0;
            for (int number = 0; number < trace.spans().size(); number++) {
                TraceSpan span = trace.spans().get(number);
                assertEquals(number, span.number(), name);
                assertEquals(number == 0, span.kind() == Kind.REQUEST, () -> name + ": one request: " + span);
                if (number > 0) {
                    checkChild(span, trace.spans().get(span.parent()));
                }
                dollars += span.dollars();
                causes += span.isCause() ? 1 : 0;
                if (span.isCause()) {
                    checkCause(span);
                }
            }
            boolean failed = trace.outcome() == RequestOutcome.FAILED;
            assertEquals(failed, !trace.cause().isEmpty(), name);
            assertEquals(failed ? 1 : 0, causes, () -> name + ": a failed request has one cause");
            if (trace.complete()) {
                assertEquals(trace.dollars(), dollars, DOLLARS, name);
                attemptsAreNumberedInEachCall();
            }
        }

        private void checkChild(TraceSpan span, TraceSpan parent) {
            assertTrue(span.parent() < span.number(), () -> name + ": a parent comes before " + span);
            assertTrue(
                    span.from() >= parent.from() && span.to() >= span.from(), () -> name + ": time goes on in " + span);
            assertTrue(span.to() <= trace.ended(), () -> name + ": nothing is later than the request: " + span);
            if (!span.isOpen()) {
                assertTrue(span.to() <= parent.to(), () -> name + ": " + span + " is part of " + parent);
            }
            boolean fits = switch (span.kind()) {
                case REQUEST -> false;
                case CALL -> parent.kind() != Kind.CALL;
                case ATTEMPT, GATE, REFUSAL -> parent.kind() == Kind.CALL;
                case BACKOFF -> parent.kind() == Kind.CALL || parent.kind() == Kind.QUEUE;
                case QUEUE -> parent.kind() == Kind.ATTEMPT || parent.kind() == Kind.REQUEST;
                case WORK -> parent.kind() == Kind.ATTEMPT;
            };
            assertTrue(fits, () -> name + ": " + span + " in " + parent);
            if (span.kind() == Kind.REFUSAL) {
                assertEquals(span.from(), span.to(), name);
            }
        }

        /** The cause is marked where it arose: at the component or the dependency that it names. */
        private void checkCause(TraceSpan span) {
            String owner = trace.cause().substring(0, trace.cause().lastIndexOf('/'));
            String failure = trace.cause().substring(trace.cause().lastIndexOf('/') + 1);
            boolean there = span.where().equals(owner) || span.where().endsWith("->" + owner);
            assertTrue(there || !trace.complete(), () -> name + ": " + trace.cause() + " at " + span);
            boolean said = span.result().equals(failure)
                    || span.kind() == Kind.REFUSAL && failure.equals("rejected")
                    || span.kind() == Kind.GATE && failure.equals("timeout")
                    || failure.equals("degraded")
                    || failure.equals("unanswered");
            assertTrue(said || !trace.complete(), () -> name + ": " + trace.cause() + " at " + span);
        }

        private void attemptsAreNumberedInEachCall() {
            for (TraceSpan call : trace.spans()) {
                if (call.kind() != Kind.CALL) {
                    continue;
                }
                int last = 0;
                int tried = 0;
                for (TraceSpan span : trace.spans()) {
                    if (span.parent() != call.number()) {
                        continue;
                    }
                    assertTrue(span.attempt() == last || span.attempt() == last + 1, () -> name + ": " + span);
                    last = span.attempt();
                    if (span.kind() == Kind.ATTEMPT && !span.isHedge()
                            || span.kind() == Kind.REFUSAL && isOfAGate(span)) {
                        assertTrue(last > tried, () -> name + ": no number is given twice: " + span);
                        tried = last;
                    }
                }
            }
        }

        private static boolean isOfAGate(TraceSpan span) {
            return !span.result().equals("retryBudget") && !span.result().equals("routing");
        }
    }
}
