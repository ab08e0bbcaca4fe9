package dev.blastradius.engine;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * A whole replication with all that it measures, on one thread: replications a second, and as {@code requests} and {@code
 * events} what it handled a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RunBenchmark {

    /** one-station: M/M/1 at 0.8, a million seconds; six-stations: time-outs, retries and an error spike, 300 seconds. */
    @Param({"one-station", "six-stations"})
    public String model = "";

    private Simulation simulation;

    /** What a replication handled, as rates. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Rates {
        /** Requests. */
        public long requests;
        /** Events. */
        public long events;
    }

    /** Reads the model. */
    @Setup
    public void read() throws IOException {
        boolean one = model.equals("one-station");
        try (InputStream in = RunBenchmark.class.getResourceAsStream("/benchmarks/" + model + ".blast.json")) {
            String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Model read = Objects.requireNonNull(ModelReader.read(json, null).model());
            RunSpec spec = Strategies.runSpec(read, one ? null : "spike", Strategy.AS_DRAWN);
            simulation = Simulation.of(spec, Duration.ZERO, Duration.of(one ? "1000000s" : "300s"));
        }
    }

    /** One replication. */
    @Benchmark
    public ReplicationResult replication(Rates rates) {
        ReplicationResult result = Objects.requireNonNull(simulation.replicate(42, 0, Simulation.Watch.NONE));
        for (int client = 0; client < result.clients(); client++) {
            rates.requests += result.flow(client).requests();
        }
        rates.events += result.events();
        return result;
    }
}
