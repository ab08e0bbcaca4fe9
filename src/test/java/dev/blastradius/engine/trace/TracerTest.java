package dev.blastradius.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a tracer keeps, tried on requests made up here: one a millisecond, of a client that calls a model. */
class TracerTest {

    private static final int CLIENT = 0;
    private static final int MODEL = 1;
    private static final int ARROW = 2;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private final TraceNames names = new TraceNames(
            List.of("client", "model", "client->model"),
            List.of(MODEL),
            List.of("retry"),
            List.of(
                    "ok",
                    "error",
                    "timeout",
                    "rateLimited",
                    "rejected",
                    "malformed",
                    "truncated",
                    "unauthorized",
                    "degraded",
                    "unanswered"));

    private Tracer tracer = new Tracer(names, 1000 * SECOND);

    private void request(long number, RequestOutcome outcome, boolean late, int spans) {
        long now = number * MILLI;
        long trace = tracer.begin(RandomStream.mix(9, number), CLIENT, now);
        for (int i = 0; i < spans; i++) {
            tracer.end(tracer.begin(trace, tracer.root(trace), Kind.CALL, ARROW, 0, 0, now), 1, now);
        }
        end(trace, number, outcome, late);
    }

    private void end(long trace, long number, RequestOutcome outcome, boolean late) {
        Ending ending = tracer.ending();
        ending.key = RandomStream.mix(9, number);
        ending.client = CLIENT;
        ending.sent = number * MILLI;
        ending.ended = number * MILLI;
        ending.outcome = outcome;
        ending.late = late;
        ending.wrong = false;
        ending.attempt = 1;
        ending.causeOwner = MODEL;
        ending.causeFailure = 1;
        tracer.end(trace);
    }

    @Test
    void anOutcomeThatOneRequestInAMillionHadIsThereAndSoIsEveryStretchOfTheRun() {
        for (long number = 0; number < 1_000_000; number++) {
            request(number, number == 700_001 ? RequestOutcome.ABANDONED : RequestOutcome.OK, number == 900_002, 2);
        }
        Traces traces = tracer.traces();
        assertEquals(Map.of(RequestOutcome.OK, 999_999L, RequestOutcome.ABANDONED, 1L), traces.seen());
        assertEquals(Reservoir.MOST_TRACES, traces.traces().size());
        assertEquals(List.of(700_001L), numbers(traces, RequestOutcome.ABANDONED));
        assertEquals(1, traces.traces().stream().filter(RequestTrace::late).count(), "the only late one");
        Map<Long, Long> stretches = traces.traces().stream()
                .collect(Collectors.groupingBy(trace -> (long) (trace.sent() / 1000 * 64), Collectors.counting()));
        assertEquals(64, stretches.size());
        stretches.forEach((stretch, kept) -> assertTrue(kept >= 61 && kept <= 64, stretch + ": " + kept));
    }

    private static List<Long> numbers(Traces traces, RequestOutcome outcome) {
        return traces.traces().stream()
                .filter(trace -> trace.outcome() == outcome)
                .map(RequestTrace::number)
                .toList();
    }

    /** 4,000 of 40,000: the halves of each stretch share them as a fair coin would, within four standard deviations. */
    @Test
    void withinAStretchEachRequestIsAsLikelyAsAnyOther() {
        tracer = new Tracer(names, 40 * SECOND);
        for (long number = 0; number < 40_000; number++) {
            request(number, RequestOutcome.OK, false, 1);
        }
        long early = tracer.traces().traces().stream()
                .filter(trace -> trace.sent() / 40 * 64 % 1 < 0.5)
                .count();
        assertEquals(2000, (double) early, 4 * Math.sqrt(4000 * 0.25));
    }

    @Test
    void memoryIsBoundedByTheSpansTooAndARequestHasSoManyAtTheMost() {
        for (long number = 0; number < 20_000; number++) {
            request(number, RequestOutcome.values()[(int) (number % 5)], false, 300);
        }
        List<RequestTrace> traces = tracer.traces().traces();
        int spans = traces.stream().mapToInt(trace -> trace.spans().size()).sum();
        assertTrue(spans <= Reservoir.MOST_SPANS && spans > Reservoir.MOST_SPANS - 300, spans + " spans");
        assertTrue(traces.stream().allMatch(trace -> trace.spans().size() == SpanPool.MOST_IN_REQUEST));
        assertFalse(traces.stream().anyMatch(RequestTrace::complete));
    }

    @Test
    void aRunThatLastsLongerThanWasKnownIsStillCoveredAsAWhole() {
        tracer = new Tracer(names, SECOND);
        for (long number = 0; number < 100_000; number++) {
            request(number, RequestOutcome.OK, false, 1);
        }
        List<RequestTrace> traces = tracer.traces().traces();
        assertTrue(traces.size() > Reservoir.MOST_TRACES / 2 && traces.size() <= Reservoir.MOST_TRACES);
        for (int tenth = 0; tenth < 10; tenth++) {
            int it = tenth;
            long there = traces.stream()
                    .filter(trace -> (int) (trace.sent() / 10) == it)
                    .count();
            assertTrue(there > traces.size() / 20, "tenth " + tenth + ": " + there);
        }
    }

    @Test
    void whereAMillionRequestsAreUnderWayAtTheSameTimeMemoryIsBoundedAndEachIsStillCounted() {
        List<Long> followed = new ArrayList<>();
        for (long number = 0; number < 300_000; number++) {
            followed.add(tracer.begin(RandomStream.mix(9, number), CLIENT, number * MILLI));
        }
        long lost = followed.stream().filter(trace -> trace == Tracer.NONE).count();
        assertTrue(lost > 100_000 && lost < 300_000 - SpanPool.MOST_SPANS / 16, lost + " not followed");
        for (int number = 0; number < 300_000; number++) {
            end(followed.get(number), number, RequestOutcome.FAILED, false);
        }
        Traces traces = tracer.traces();
        assertEquals(Map.of(RequestOutcome.FAILED, 300_000L), traces.seen());
        assertTrue(traces.traces().stream().allMatch(trace -> trace.spans().size() == 1));
        assertTrue(traces.traces().stream().anyMatch(RequestTrace::complete), "the followed ones before the others");
        request(300_000, RequestOutcome.ABANDONED, false, 1);
        assertEquals(
                2,
                tracer.traces().traces().stream()
                        .filter(trace -> trace.outcome() == RequestOutcome.ABANDONED)
                        .findFirst()
                        .orElseThrow()
                        .spans()
                        .size(),
                "all the room is there again");
    }

    @Test
    void whatGoesOnAfterItsRequestHasEndedIsNotFollowed() {
        long trace = tracer.begin(1, CLIENT, 0);
        assertTrue(tracer.isFollowed(trace));
        end(trace, 0, RequestOutcome.OK, false);
        assertFalse(tracer.isFollowed(trace));
        long next = tracer.begin(2, CLIENT, 0);
        assertTrue(tracer.isFollowed(next));
        assertFalse(tracer.isFollowed(trace), "though another one has its place");
    }

    @Test
    void someOfTheTracesAreAsManyOfEachOutcomeInTheirOrder() {
        for (long number = 0; number < 1000; number++) {
            request(number, number % 100 == 7 ? RequestOutcome.ABANDONED : RequestOutcome.OK, false, 1);
        }
        List<RequestTrace> some = tracer.traces().atMost(40);
        Map<RequestOutcome, Long> counts =
                some.stream().collect(Collectors.groupingBy(RequestTrace::outcome, Collectors.counting()));
        assertEquals(Map.of(RequestOutcome.OK, 30L, RequestOutcome.ABANDONED, 10L), counts);
        for (int i = 1; i < some.size(); i++) {
            assertTrue(some.get(i).sent() >= some.get(i - 1).sent());
        }
        assertEquals(
                tracer.traces().traces(), tracer.traces().atMost(Integer.MAX_VALUE), "all of them where there is room");
    }
}
