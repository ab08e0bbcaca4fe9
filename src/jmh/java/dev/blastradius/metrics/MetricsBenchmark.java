package dev.blastradius.metrics;

import dev.blastradius.sim.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each event costs to be measured. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MetricsBenchmark {

    private static final int DRAWS = 1 << 16;
    private static final int STEPS = 720;
    private static final long STEP = 5_000_000_000L;

    private final long[] latencies = new long[DRAWS];
    private final LatencyHistogram histogram = new LatencyHistogram();
    private final TimeAverage average = new TimeAverage(0, Long.MAX_VALUE, STEP, STEPS);
    private final StepCounts counts = new StepCounts(STEP, STEPS);
    private StepPercentiles percentiles = new StepPercentiles(STEP, STEPS);
    private int draw;
    private long now;

    @Setup
    public void draw() {
        RandomStream stream = new RandomStream().start(1);
        for (int i = 0; i < DRAWS; i++) {
            latencies[i] = (long) (1e9 * StrictMath.exp(stream.normal()));
        }
    }

    private long nextLatency() {
        return latencies[draw++ & (DRAWS - 1)];
    }

    @Benchmark
    public void histogramRecord() {
        histogram.record(nextLatency());
    }

    @Benchmark
    public double timeAverageChange() {
        now += 20_000_000;
        average.add(now, (draw++ & 1) == 0 ? 1 : -1);
        return average.value();
    }

    @Benchmark
    public void stepCount() {
        now = (now + 20_000_000) % (STEP * STEPS);
        counts.count(now);
    }

    /** 250 latencies in a step, the closing of the steps included. */
    @Benchmark
    public void stepPercentilesRecord() {
        now += 20_000_000;
        if (now >= STEP * STEPS) {
            now = 0;
            percentiles = new StepPercentiles(STEP, STEPS);
        }
        percentiles.record(now, nextLatency());
    }
}
