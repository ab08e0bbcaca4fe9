package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.blastradius.sim.RandomStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What is measured at each event allocates nothing, once histograms have grown to the range of what they hold. */
class MetricsAllocationTest {

    private static final long STEP = 5_000_000_000L;
    private static final int STEPS = 1_000;

    private final LatencyHistogram histogram = new LatencyHistogram();
    private final Tally tally = new Tally();
    private final TimeAverage average = new TimeAverage(0, STEP * STEPS, STEP, STEPS);
    private final StepCounts counts = new StepCounts(STEP, STEPS);
    private final StepPercentiles percentiles = new StepPercentiles(STEP, STEPS);
    private final RandomStream stream = new RandomStream().start(3);
    private long now;

    private void run(int events) {
        for (int i = 0; i < events; i++) {
            now += 1_000_000;
            long latency = (long) (1e9 * stream.exponential());
            histogram.record(latency);
            tally.add(latency / 1e9);
            average.add(now, i % 2 == 0 ? 1 : -1);
            counts.count(now);
            percentiles.record(now, latency);
        }
    }

    @Test
    void aMillionEventsInSteadyStateAllocateNotOneByte() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        histogram.record(100_000_000_000L);
        run(1_000_000);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        run(1_000_000);
        long after = threads.getCurrentThreadAllocatedBytes();

        assertEquals(0, after - before);
        assertEquals(2_000_001, histogram.count());
    }
}
