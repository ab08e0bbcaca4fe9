package dev.blastradius.sim;

import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.distribution.Distribution;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Draws, from one stream and each from its own key. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RandomStreamBenchmark {

    private final RandomStream stream = new RandomStream().start(1);
    private final Sampler lognormal = Samplers.of(Distribution.Lognormal.ofMedianAndSigma(new Amount(1), 1));
    private final Sampler gamma = Samplers.of(new Distribution.Gamma(new Amount(1), 0.5));
    private long request;

    @Benchmark
    public double uniform() {
        return stream.uniform();
    }

    @Benchmark
    public double exponential() {
        return stream.exponential();
    }

    @Benchmark
    public double normal() {
        return stream.normal();
    }

    @Benchmark
    public double lognormal() {
        return lognormal.sample(stream);
    }

    @Benchmark
    public double gamma() {
        return gamma.sample(stream);
    }

    @Benchmark
    public double exponentialOfItsOwnKey() {
        return stream.start(RandomStream.mix(7, request++)).exponential();
    }
}
