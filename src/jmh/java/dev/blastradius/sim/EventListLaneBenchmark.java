package dev.blastradius.sim;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Requests with a time-out: an answer comes after an exponential time of mean 1 s, and every attempt sets a timer of 2.3 s
 * (ln 10), so that nine timers of ten are cancelled by the answer. Whatever comes first begins the next attempt.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventListLaneBenchmark {

    private static final int DRAWS = 1 << 16;
    private static final long TIME_OUT = 2_302_585_093L;

    /** How many requests there are, each with one event and one timer alive. */
    @Param({"10", "1000", "100000"})
    public int requests;

    private final long[] times = new long[DRAWS];
    private int[] attempts;
    private EventList events;
    private int lane;
    private int draw;

    @Setup
    public void fill() {
        RandomStream stream = new RandomStream().start(1);
        for (int i = 0; i < DRAWS; i++) {
            times[i] = (long) (1e9 * stream.exponential());
        }
        attempts = new int[requests];
        events = new EventList((type, index, stamp) -> attempts[index] == stamp);
        lane = events.lane(TIME_OUT);
        for (int i = 0; i < requests; i++) {
            begin(i);
        }
    }

    private void begin(int request) {
        int attempt = ++attempts[request];
        events.schedule(events.now() + times[draw++ & (DRAWS - 1)], 0, request, attempt);
        events.scheduleInLane(lane, 1, request, attempt);
    }

    /** One attempt; answers that come after their time-out are events too. */
    @Benchmark
    public int attempt() {
        events.next();
        int request = events.index();
        if (events.stamp() == attempts[request]) {
            begin(request);
        }
        return request;
    }
}
