package dev.blastradius.engine;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an attempt costs with no policy, with each of them, and with all: nanoseconds for one attempt from its request's arrival to
 * its answer, everything measured as in any run. The policies stand as people set them and have nothing to refuse.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PolicyBenchmark {

    private static final int ATTEMPTS = 200_000;

    private static final Map<String, String> POLICIES = Map.of(
            "none", "",
            "timeout", "'timeout':'30s'",
            "retry", "'retry':{'maxAttempts':3,'backoff':{'initial':'500ms','jitter':'full'}}",
            "budget", "'retry':{'maxAttempts':3,'budget':{'type':'ratio','ratio':0.2}}",
            "circuitBreaker", "'circuitBreaker':{'slidingWindow':{'type':'count','size':100}}",
            "timeWindow", "'circuitBreaker':{'slidingWindow':{'type':'time','size':60}}",
            "rateLimiter", "'rateLimiter':{'requestsPerSecond':1000}",
            "throttle", "'throttle':{}",
            "bulkhead", "'bulkhead':{'maxConcurrent':200}",
            "hedge", "'hedge':{'after':'2s'}");

    private static final String ALL = POLICIES.get("timeout") + ",'deadline':'60s'," + POLICIES.get("budget") + ","
            + POLICIES.get("circuitBreaker") + "," + POLICIES.get("rateLimiter") + "," + POLICIES.get("throttle") + ","
            + POLICIES.get("bulkhead") + "," + POLICIES.get("hedge");

    /** The policies on the arrow. */
    @Param({
        "none",
        "timeout",
        "retry",
        "budget",
        "circuitBreaker",
        "timeWindow",
        "rateLimiter",
        "throttle",
        "bulkhead",
        "hedge",
        "all"
    })
    public String policy = "";

    private Simulation simulation;

    /** Reads the model. */
    @Setup
    public void read() {
        String policies = policy.equals("all") ? ALL : Objects.requireNonNull(POLICIES.get(policy));
        String json = ("{'format':'blastradius/1','components':{"
                        + "'a':{'kind':'client','traffic':{'requestsPerSecond':500}},"
                        + "'x':{'kind':'service','concurrency':100,'latency':{'type':'exponential','mean':'100ms'}}},"
                        + "'dependencies':{'a->x':{" + policies + "}}}")
                .replace('\'', '"');
        Model model = Objects.requireNonNull(ModelReader.read(json, null).model());
        RunSpec spec = Strategies.runSpec(model, null, Strategy.AS_DRAWN);
        simulation = Simulation.of(spec, Duration.ZERO, Duration.of(ATTEMPTS / 500 + "s"));
    }

    /** A run of as many attempts. */
    @Benchmark
    @OperationsPerInvocation(ATTEMPTS)
    public ReplicationResult attempt() {
        return Objects.requireNonNull(simulation.replicate(42, 0, Simulation.Watch.NONE));
    }
}
