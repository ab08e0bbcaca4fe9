package dev.blastradius.chart.cascade;

import dev.blastradius.chart.Names;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Two minutes in steps of two seconds, of which the first ten seconds are warm-up: visitors and robots ask an assistant, which asks Opus through
 * a circuit breaker and with a retry budget, and GPT in its stead. Nothing is written into it but what a test writes.
 */
public final class SamplePlayback {

    /** How many steps there are. */
    public static final int STEPS = 60;

    private static final String MODEL = """
            {'format': 'blastradius/1',
             'components': {
              'visitors': {'kind': 'client', 'label': 'Web visitors', 'slo': {'latency': '8s', 'successRate': 0.9},
                'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 100}},
              'robots': {'kind': 'client', 'label': 'Robots', 'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 1}},
              'assistant': {'kind': 'service', 'label': 'Assistant', 'concurrency': 40},
              'opus': {'kind': 'model', 'label': 'Opus', 'price': {'perRequest': 0.01}, 'rateLimit': {'requestsPerMinute': 600}},
              'gpt': {'kind': 'model', 'label': 'GPT', 'price': {'perRequest': 0.02}}},
             'dependencies': {'visitors->assistant': {}, 'robots->assistant': {},
              'assistant->opus': {'retry': {'maxAttempts': 3, 'budget': {'type': 'ratio'}}, 'circuitBreaker': {}},
              'assistant->gpt': {'fallbackFor': 'assistant->opus'}},
             'scenarios': {'bad-day': {'faults': [{'target': 'opus', 'at': '40s', 'for': '40s', 'unavailable': true}]}}}
            """.replace('\'', '"');

    private static final String BARE = """
            {'format': 'blastradius/1',
             'components': {
              'visitors': {'kind': 'client', 'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 100}},
              'page': {'kind': 'service', 'concurrency': 40}},
             'dependencies': {'visitors->page': {}}}
            """.replace('\'', '"');

    private final RunSpec spec;
    private final HandMadeChronicle chronicle;

    private SamplePlayback(String model, boolean isBroken) {
        ModelReader.Reading reading = ModelReader.read(model, null);
        spec = Strategies.runSpec(
                Objects.requireNonNull(reading.model(), () -> reading.problems().toString()),
                isBroken ? "bad-day" : null,
                Strategy.AS_DRAWN);
        chronicle = new HandMadeChronicle(spec.pipeline(), 2, STEPS);
    }

    /** With a fault from 40 s to 80 s. */
    public static SamplePlayback broken() {
        return new SamplePlayback(MODEL, true);
    }

    /** Of a client and a service without any policy, limit or price. */
    public static SamplePlayback bare() {
        return new SamplePlayback(BARE, false);
    }

    /** What is recorded, to write into. */
    public HandMadeChronicle chronicle() {
        return chronicle;
    }

    /** It as the page shows it. */
    public Playback playback() {
        RunSettings settings = new RunSettings(Duration.of("2m"), Duration.of("10s"), 1, 42, 0.95, 1);
        List<Window> windows = spec.scenarioId() == null ? List.of() : List.of(new Window(40, 80, "Opus: unavailable"));
        return new Playback(spec, settings, 0, chronicle.chronicle(), Traces.NONE, windows);
    }

    /** What its parts are called. */
    public Names names() {
        return new Names(spec.pipeline());
    }
}
