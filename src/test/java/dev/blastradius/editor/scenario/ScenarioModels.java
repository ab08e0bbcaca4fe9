package dev.blastradius.editor.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.editor.Editor;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;

/** A small model with faults and a runbook, and what is always true of it. */
final class ScenarioModels {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "label": "Users", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "label": "Bot", "latency": "20ms"},
                "opus": {"kind": "model", "label": "Opus", "latency": "2s", "tags": {"provider": "anthropic", "size": "large"}},
                "haiku": {"kind": "model", "label": "Haiku", "latency": "1s", "tags": {"provider": "anthropic", "size": "small"}},
                "canned": {"kind": "static", "quality": 0.2} },
              "dependencies": { "users->bot": {}, "bot->opus": {}, "bot->haiku": {"mode": "optional"} },
              "scenarios": {
                "first": {"label": "First", "faults": [
                  {"target": "opus", "at": "10m", "for": "20m", "ramp": "2m", "errorRate": 0.4, "latencyFactor": 3},
                  {"target": {"provider": "anthropic"}, "at": "15m", "latencyFactor": 2},
                  {"target": "opus", "at": "25m", "for": "10m", "hangRate": 0.1}]},
                "second": {"faults": [{"target": "bot->opus", "at": "5m", "for": "5m", "flap": {"on": "30s", "off": "30s"}, "unavailable": true}]} },
              "strategies": {"by-hand": {"label": "By hand", "patch": {"components": {"bot": {"latency": "30ms"}}},
                "runbook": [{"after": "10m", "patch": {"components": {"bot": {"latency": "10ms"}}}},
                            {"after": "2m", "patch": {"dependencies": {"bot->opus": {"timeout": "3s"}}}}]}},
              "experiment": {"duration": "60m", "warmup": "5m"} }""";

    private ScenarioModels() {}

    static Editor open() {
        return new Editor(ModelReader.read(MODEL, null).model(), null);
    }

    /** An editor of the first scenario. */
    static ScenarioEditor first(Editor editor) {
        ScenarioEditor scenario = new ScenarioEditor(editor);
        scenario.choose("first");
        return scenario;
    }

    static void assertRuns(Pipeline pipeline) {
        List<Problem> errors =
                ModelReader.check(pipeline).stream().filter(Problem::isError).toList();
        assertEquals(List.of(), errors);
    }
}
