package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;

/** A minute of a page whose model fails from 20 s to 40 s, with retries, a breaker and a fallback. */
public final class Recorded {

    private static final String JSON = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"arrivals": "poisson", "requestsPerSecond": 20}, "patience": "10s"},
                "page": {"kind": "service", "concurrency": 40, "queue": {"capacity": 50}, "latency": "20ms"},
                "model": {"kind": "model", "latency": "300ms", "concurrency": 20, "rateLimit": {"requestsPerMinute": 6000}},
                "canned": {"kind": "static"}
              },
              "dependencies": {
                "users->page": {},
                "page->model": {"timeout": "2s", "retry": {"maxAttempts": 4, "backoff": {"initial": "50ms"}},
                  "circuitBreaker": {"minimumCalls": 20, "waitInOpen": "3s"}},
                "page->canned": {"fallbackFor": "page->model", "order": 1}
              },
              "scenarios": {"outage": {"faults": [{"target": "model", "at": "20s", "for": "20s", "unavailable": true}]}},
              "experiment": {"duration": "60s", "warmup": "5s", "replications": 1, "seed": 7},
              "view": {"users": [0, 0], "page": [240, 0], "model": [520, 0], "canned": [520, 120]}
            }
            """;

    private Recorded() {}

    /** The model, read anew each time. */
    public static Model model() {
        ModelReader.Reading reading = ModelReader.read(JSON, null);
        Model model = reading.model();
        if (model == null) {
            throw new AssertionError(reading.problems());
        }
        return model;
    }

    /** An editor of it. */
    public static Editor editor() {
        return new Editor(model(), null);
    }

    /** Its only replication with the outage. */
    public static Playback playback() {
        Model model = model();
        Playback playback = Recorder.record(
                Strategies.runSpec(model, "outage", "as-drawn"),
                RunSettings.of(model.pipeline().settings()),
                0,
                RunProgress.NONE);
        if (playback == null) {
            throw new AssertionError("it was not recorded");
        }
        return playback;
    }
}
