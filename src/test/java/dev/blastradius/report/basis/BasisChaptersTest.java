package dev.blastradius.report.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.document.Texts;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** These chapters tell of the model and of how it was run; nothing is run for them. */
class BasisChaptersTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private static final String MODEL = """
            {
              "format": "blastradius/1",
              "components": {
                "readers": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 4 } },
                "desk": { "kind": "service", "latency": { "type": "exponential", "mean": "100ms" } },
                "opus": { "kind": "model", "description": "%s",
                  "latency": { "type": "llm", "timeToFirstToken": "1s", "tokensPerSecond": 50 } }
              },
              "dependencies": { "readers->desk": {},
                "desk->opus": { "timeout": "5s", "retry": { "maxAttempts": 4 }, "circuitBreaker": {} } },
              "scenarios": { "errors": { "faults": [ { "target": "opus", "at": "20s", "for": "10s", "errorRate": 0.8 } ] } },
              "strategies": { "wait": { "label": "Wait longer",
                "patch": { "dependencies": { "desk->opus": { "timeout": "9s" } } } } },
              "experiment": { "duration": "2m", "warmup": "5s", "replications": 3, "seed": 7 }
            }
            """;

    private static Model model(String description) {
        return ModelReader.read(MODEL.formatted(description), null).model();
    }

    static List<String> examples() {
        return Examples.names();
    }

    private static Finding comparison(Model model, Origin origin, RunSettings settings, boolean isComplete) {
        List<String> strategies = Strategies.ids(model.pipeline());
        List<String> scenarios = List.copyOf(model.pipeline().scenariosOrNone().keySet());
        StudyResult nothing = new StudyResult(settings, List.of(), List.of(), isComplete);
        return new Finding.OfComparison(
                origin, Strategies.arms(model, scenarios, strategies), nothing, strategies.get(0), Looking.NOTHING);
    }

    private static Finding comparison(Model model) {
        RunSettings settings = RunSettings.of(model.pipeline().settings());
        return comparison(model, origin(model, "a.blast.json", HASH, settings), settings, true);
    }

    private static Origin origin(Model model, String file, String hash, RunSettings settings) {
        List<String> scenarios = List.copyOf(model.pipeline().scenariosOrNone().keySet());
        List<String> command = Commands.compare(
                "a.blast.json",
                model,
                Strategies.arms(model, scenarios, Strategies.ids(model.pipeline())),
                Strategy.AS_DRAWN,
                settings,
                null);
        return new Origin(file, hash, "1", command, model);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyDistributionOfEveryStrategyIsToldWithItsMeanAndItsTail(String example) {
        Model model = Examples.load(example);
        Assumed assumed = Assumed.of(model.pipeline(), Strategies.ids(model.pipeline()));
        String text = Texts.of(AssumptionsChapter.of(comparison(model)));
        assertFalse(assumed.drawn().isEmpty());
        assumed.drawn()
                .keySet()
                .forEach(drawn -> assertTrue(
                        text.contains(drawn.where() + " | " + drawn.what() + " | " + drawn.words() + " | "
                                + drawn.mean() + " | " + drawn.p99()),
                        drawn.toString()));
    }

    @Test
    void aDistributionsMeanAndTailAreThoseOfItsFormula() {
        String text = Texts.of(AssumptionsChapter.of(comparison(model(""))));
        // The 99th percentile of an exponential is ln 100 = 4.605 means.
        assertTrue(text.contains("desk | Latency | Exponential · mean 100 ms | 100 ms | 461 ms"), text);
        assertTrue(text.contains("opus | Latency: time to first token | Constant · value 1 s | 1 s | 1 s"), text);
        assertTrue(text.contains("opus | Latency: tokens per second | Constant · value 50 | 50 | 50"), text);
    }

    @Test
    void aPolicyIsToldWithWhatTheFileSaysAndWhatItLeavesToDefaultsWithTheirSource() {
        String text = Texts.of(AssumptionsChapter.of(comparison(model(""))));
        assertTrue(text.contains("desk → opus | retry | max attempts 4 | backoff: no wait; "), text);
        assertTrue(text.contains("desk → opus | circuit breaker | – | sliding window: "), text);
        assertTrue(text.contains("Circuit breaker: failure rate threshold | "), text);
        assertTrue(text.contains(" | 50 % | Resilience4j: CircuitBreakerConfig's default"), text);
        assertFalse(text.contains("Retry: max attempts | "), "it is given, so no default of it is in use: " + text);
    }

    @Test
    void whatOnlyOneStrategyHasIsSaidToBeThatStrategys() {
        String text = Texts.of(AssumptionsChapter.of(comparison(model(""))));
        assertTrue(text.contains("desk → opus | call | timeout 5 s | deadline: for ever | As drawn"), text);
        assertTrue(text.contains("desk → opus | call | timeout 9 s | deadline: for ever | Wait longer"), text);
        assertTrue(text.contains("readers → desk | call | – | timeout: for ever; deadline: for ever | all"), text);
    }

    @Test
    void manyStrategiesHaveNumbersInTheTablesAndAKeyUnderThem() {
        String text = Texts.of(AssumptionsChapter.of(comparison(Examples.load("rag-support-two-providers"))));
        assertTrue(text.contains("Assistant | Service | concurrency 720; queue: capacity 60 | 2"), text);
        assertTrue(text.contains("Strategies: 1 As drawn; 2 Six times the workers; "), text);
    }

    @Test
    void aPresetWhoseValuesAPartHasIsNamedWithItsSource() {
        String text = Texts.of(AssumptionsChapter.of(comparison(Examples.load("rag-support-two-providers"))));
        assertTrue(
                text.contains("Sonnet | Claude Sonnet 4.6 | price | pydantic/genai-prices (MIT), 2026-08-21. "
                        + "Computed from public data."),
                text);
        String none = Texts.of(AssumptionsChapter.of(comparison(model(""))));
        assertTrue(none.contains("No part has the values of a preset."), none);
    }

    @Test
    void aLongDescriptionIsCutAndThatIsSaid() {
        String text = Texts.of(AssumptionsChapter.of(comparison(model("word ".repeat(300)))));
        assertTrue(text.contains("word …"), text);
        assertFalse(text.contains("word ".repeat(100)), text);
        assertTrue(text.contains("Texts of more than 400 characters are cut."), text);
    }

    @Test
    void aTableThatIsTooLongSaysHowMuchIsMissing() {
        StringBuilder components = new StringBuilder();
        StringBuilder arrows = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            components
                    .append(", \"s")
                    .append(i)
                    .append("\": { \"kind\": \"service\", \"latency\": \"")
                    .append(i)
                    .append("ms\" }");
            arrows.append(i == 1 ? "" : ", ").append("\"v->s").append(i).append("\": {}");
        }
        Model large = ModelReader.read(
                        "{ \"format\": \"blastradius/1\", \"components\": { \"v\": { \"kind\": \"client\", \"traffic\":"
                                + " { \"arrivals\": \"constant\", \"requestsPerSecond\": 1 } }" + components
                                + " }, \"dependencies\": { " + arrows + " } }",
                        null)
                .model();
        String text = Texts.of(AssumptionsChapter.of(comparison(large)));
        assertTrue(text.contains("s60 | Latency"), text);
        assertFalse(text.contains("s61 | Latency"), text);
        assertTrue(text.contains("40 more rows are left out here; the model file has all of it."), text);
    }

    @Test
    void oneReplicationEstablishesNothing() {
        Model model = model("");
        RunSettings once = RunSettings.of(model.pipeline().settings()).withReplications(1);
        String text = Texts.of(ModelLimitsChapter.of(comparison(model, origin(model, "a", HASH, once), once, true)));
        assertTrue(text.contains("One replication was made. It shows what can happen and establishes nothing"), text);
        assertFalse(text.contains("±"), text);
        assertTrue(Texts.of(ModelLimitsChapter.of(comparison(model)))
                .contains("The number after ± is half the width of the 95 %"));
    }

    @Test
    void limitsAreNamedOnlyOfWhatThePipelineHas() {
        String plain = Texts.of(ModelLimitsChapter.of(comparison(model(""))));
        assertTrue(plain.contains("What is written in an answer."), plain);
        assertTrue(plain.contains("Nobody intervenes in the simulated outage"), plain);
        assertFalse(plain.contains("A gateway's own code."), plain);
        String gateway = Texts.of(ModelLimitsChapter.of(comparison(Examples.load("llm-gateway"))));
        assertTrue(gateway.contains("A gateway's own code."), gateway);
        assertTrue(gateway.contains("A runbook's steps come at their time"), gateway);
    }

    @Test
    void theCommandsNameTheFileItsHashAndOnlyWhatIsOtherwiseThanInTheFile() {
        Model model = model("");
        RunSettings settings = RunSettings.of(model.pipeline().settings()).withSeed(8);
        String text = Texts.of(
                AgainChapter.of(comparison(model, origin(model, "a.blast.json", HASH, settings), settings, true)));
        assertTrue(text.contains(HASH), text);
        assertTrue(text.contains("java -jar blastradius.jar compare a.blast.json --seed 8 --report report.html"), text);
        assertTrue(text.contains("java -jar blastradius.jar compare a.blast.json --seed 8 --json result.json"), text);
        assertTrue(text.contains("Seed: 8"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "false, true,  true,  The model was not saved when this was run",
        "true,  false, true,  What was run is not what the file holds",
        "true,  true,  false, The work was interrupted",
    })
    void whatKeepsTheCommandsFromGivingTheSameIsSaid(boolean file, boolean hash, boolean complete, String doubt) {
        Model model = model("");
        RunSettings settings = RunSettings.of(model.pipeline().settings());
        Origin origin = origin(model, file ? "a.blast.json" : null, file && hash ? HASH : null, settings);
        String text = Texts.of(AgainChapter.of(comparison(model, origin, settings, complete)));
        assertTrue(text.contains(doubt), text);
        String certain = Texts.of(AgainChapter.of(comparison(model)));
        assertFalse(certain.contains(doubt), certain);
    }

    @Test
    void aCommandIsQuotedForTheShellAndBrokenBeforeItsOptions() {
        List<String> words = new ArrayList<>(List.of("java", "it's; rm -rf *", "--vary", "a->b=1..2/4", "", "~/x"));
        assertEquals("java 'it'\\''s; rm -rf *' --vary 'a->b=1..2/4' '' '~/x'", ShellLine.of(words));
        String two = ShellLine.of(List.of("java", "-jar", "x".repeat(60), "--scenario", "y".repeat(30), "--seed", "1"));
        assertEquals("java -jar " + "x".repeat(60) + " \\\n    --scenario " + "y".repeat(30) + " --seed 1", two);
    }
}
