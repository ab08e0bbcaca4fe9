package dev.blastradius.engine;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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

/**
 * What recording costs: six stations with time-outs, retries and an error spike, 300 seconds at 1,000 requests a second, once bare and
 * once with the chronicle and the traces. The latter may take 30 % longer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class RecordingBenchmark {

    private static final long SEED = 42;

    private final Simulation simulation = read();

    private static Simulation read() {
        try (InputStream in = RecordingBenchmark.class.getResourceAsStream("/benchmarks/six-stations.blast.json")) {
            String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Model model = Objects.requireNonNull(ModelReader.read(json, null).model());
            RunSpec spec = Strategies.runSpec(model, "spike", Strategy.AS_DRAWN);
            return Simulation.of(spec, Duration.ZERO, Duration.of("300s"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A replication of which nothing but the result is kept. */
    @Benchmark
    public ReplicationResult bare() {
        return Objects.requireNonNull(simulation.replicate(SEED, 0, Simulation.Watch.NONE));
    }

    /** The same, recorded step by step and request by request. */
    @Benchmark
    public RecordedReplication recorded() {
        return Objects.requireNonNull(simulation.record(SEED, 0, Simulation.Watch.NONE));
    }
}
