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
 * The hold model (Jones 1986, "An empirical comparison of priority-queue and event-set implementations"): take the earliest
 * event, schedule it anew after an exponential time. The times are drawn beforehand.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventListBenchmark {

    private static final int DRAWS = 1 << 16;

    /** How many events are pending. */
    @Param({"10", "1000", "100000"})
    public int pending;

    private final long[] times = new long[DRAWS];
    private EventList events;
    private int draw;

    @Setup
    public void fill() {
        RandomStream stream = new RandomStream().start(1);
        for (int i = 0; i < DRAWS; i++) {
            times[i] = (long) (1e9 * stream.exponential());
        }
        events = new EventList((type, index, stamp) -> true);
        for (int i = 0; i < pending; i++) {
            events.schedule(nextTime(), 0, i, 0);
        }
    }

    private long nextTime() {
        return times[draw++ & (DRAWS - 1)];
    }

    @Benchmark
    public int hold() {
        events.next();
        events.schedule(events.now() + nextTime(), 0, events.index(), 0);
        return events.index();
    }
}
