package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Objects;

/** One server with random arrivals and random service times, of which everything is known. */
final class SingleServer {

    private SingleServer() {}

    /**
     * Runs to make of it.
     *
     * @param rate arrivals a second
     * @param service mean service time in seconds
     * @param further more keys of the traffic, each after a comma; empty: none
     */
    static RunSpec spec(double rate, double service, String further) {
        return spec(rate, service, further, "", "");
    }

    /** The same with a second client, "nobody", whose first request comes after a day. */
    static RunSpec specWithIdleClient(double rate, double service) {
        String client =
                "'nobody': {'kind': 'client', 'traffic': {'arrivals': 'renewal', 'interarrival': {'type': 'constant', 'value': '1d'}}},";
        return spec(rate, service, "", client, ", 'nobody->server': {}");
    }

    private static RunSpec spec(double rate, double service, String further, String client, String dependency) {
        String json = """
                {'format': 'blastradius/1',
                 'components': {
                  'customers': {'kind': 'client', 'slo': {'latency': '2s'},
                    'traffic': {'arrivals': 'poisson', 'requestsPerSecond': %s%s}}, %s
                  'server': {'kind': 'service', 'concurrency': 1, 'latency': {'type': 'exponential', 'mean': '%sms'}}},
                 'dependencies': {'customers->server': {}%s}}
                """.formatted(rate, further, client, service * 1_000, dependency)
                .replace('\'', '"');
        ModelReader.Reading reading = ModelReader.read(json, null);
        return Strategies.runSpec(
                Objects.requireNonNull(reading.model(), () -> reading.problems().toString()), null, Strategy.AS_DRAWN);
    }

    /** Several of them side by side, on one thread. */
    static StudyResult study(List<RunSpec> specs, String warmup, String duration, int replications, long seed) {
        RunSettings settings = new RunSettings(Duration.of(duration), Duration.of(warmup), replications, seed, 0.95, 1);
        List<Arm> arms = specs.stream()
                .map(spec -> new Arm("arm-" + specs.indexOf(spec), spec, List.of()))
                .toList();
        return Objects.requireNonNull(Study.run(arms, settings, null, false, RunProgress.NONE));
    }
}
