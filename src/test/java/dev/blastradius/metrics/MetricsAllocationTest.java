package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.sim.Allocation;
import dev.blastradius.sim.RandomStream;
import org.junit.jupiter.api.Test;

/** What is measured at each event allocates nothing, once histograms have grown to the range of what they hold. */
class MetricsAllocationTest {

    private static final long STEP = 5_000_000_000L;
    private static final int STEPS = 2_000;

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
        histogram.record(100_000_000_000L);
        percentiles.record(0, 100_000_000_000L);

        assertEquals(0, Allocation.bytesInSteadyState(() -> run(1_000_000)));
        assertEquals(6_000_001, histogram.count());
    }
}
