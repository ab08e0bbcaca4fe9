package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Half an hour in steps of a second in which visitors ask an assistant, which asks Opus, and GPT in its stead. All is well, 100 requests a
 * second, but for what a test writes into it. Opus is broken from 600 s to 1,200 s.
 */
final class HandMadeRun {

    static final int STEPS = 1_800;
    static final int FAULT = 600;
    static final int OVER = 1_200;

    private static final String MODEL = """
            {'format': 'blastradius/1',
             'components': {
              'visitors': {'kind': 'client', 'label': 'Web visitors', 'slo': {'successRate': 0.995},
                'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 100}},
              'robots': {'kind': 'client', 'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 1}},
              'assistant': {'kind': 'service', 'concurrency': 400},
              'opus': {'kind': 'model', 'label': 'Opus'},
              'gpt': {'kind': 'model'}},
             'dependencies': {'visitors->assistant': {}, 'robots->assistant': {}, 'assistant->opus': {},
              'assistant->gpt': {'fallbackFor': 'assistant->opus'}},
             'scenarios': {'bad-day': {'faults': [
              {'target': 'opus', 'at': '10m', 'for': '10m', 'errorRate': 0.4, 'latencyFactor': 3}]}}}
            """.replace('\'', '"');

    private final RunSpec spec;
    private final HandMadeChronicle chronicle;
    private final boolean isBroken;

    private HandMadeRun(boolean isBroken) {
        this.isBroken = isBroken;
        ModelReader.Reading reading = ModelReader.read(MODEL, null);
        spec = Strategies.runSpec(
                Objects.requireNonNull(reading.model(), () -> reading.problems().toString()),
                isBroken ? "bad-day" : null,
                Strategy.AS_DRAWN);
        chronicle = new HandMadeChronicle(spec.pipeline(), 1, STEPS)
                .put(ClientSeries.ARRIVED, "visitors", 0, STEPS, 100)
                .put(ClientSeries.OK, "visitors", 0, STEPS, 100)
                .put(ClientSeries.GOODPUT, "visitors", 0, STEPS, 100)
                .put(ClientSeries.P95, "visitors", 0, STEPS, 9)
                .put(ComponentSeries.ANSWERED, "assistant", 0, STEPS, 100)
                .put(ComponentSeries.SERVERS, "assistant", 0, STEPS, 400)
                .put(ComponentSeries.BUSY, "assistant", 0, STEPS, 248)
                .put(ComponentSeries.ROOM, "assistant", 0, STEPS, 200)
                .put(ComponentSeries.RESPONSE, "assistant", 0, STEPS, 2.5)
                .put(ComponentSeries.ANSWERED, "opus", 0, STEPS, 100)
                .put(DependencySeries.CALLS, "assistant->opus", 0, STEPS, 100)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 0, STEPS, 100);
        if (isBroken) {
            chronicle.put(ComponentSeries.FAULTED, "opus", FAULT, OVER, 1);
        }
    }

    static HandMadeRun broken() {
        return new HandMadeRun(true);
    }

    static HandMadeRun sound() {
        return new HandMadeRun(false);
    }

    HandMadeChronicle chronicle() {
        return chronicle;
    }

    Cascade cascade() {
        return Cascades.of(playback(isBroken ? List.of(new Window(FAULT, OVER, "Opus: 40 % error rate")) : List.of()));
    }

    /** What crossed its limits besides the fault. */
    List<Onset> onsets() {
        return cascade().onsets().stream()
                .filter(onset -> onset.limit() != Onset.Limit.FAULT)
                .toList();
    }

    Playback playback(List<Window> windows) {
        RunSettings settings = new RunSettings(Duration.of("30m"), Duration.of("2m"), 1, 42, 0.95, 1);
        return new Playback(spec, settings, 0, chronicle.chronicle(), Traces.NONE, windows);
    }
}
