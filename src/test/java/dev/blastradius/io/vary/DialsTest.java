package dev.blastradius.io.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelReader.Reading;
import dev.blastradius.io.vary.Variation.Setting;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a model found by their paths, and set otherwise. */
class DialsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "vary");
    static final Model SUPPORT =
            ModelReader.read(FOLDER.resolve("support.blast.json")).model();

    static Dial dial(Model model, String path) {
        Problems problems = new Problems();
        Dial dial = Dials.find(model.pipeline(), path, problems);
        assertNotNull(dial, () -> path + ": " + problems.all());
        assertEquals(List.of(), problems.all(), path);
        return dial;
    }

    static Reading set(Model model, Dial dial, double value) {
        return Variation.of(model, List.of(new Setting(dial, value)));
    }

    static List<String> examples() {
        return Examples.names();
    }

    @Test
    void eachBadPathIsReportedAtThePlaceWhereItLeavesTheModelAndWithTheNearestKey() throws IOException {
        List<String> found = new ArrayList<>();
        for (String path : Files.readAllLines(FOLDER.resolve("bad-paths.txt"))) {
            Problems problems = new Problems();
            assertNull(Dials.find(SUPPORT.pipeline(), path, problems), path);
            assertEquals(1, problems.all().size(), path);
            found.add(path + "\n    " + problems.all().get(0));
        }
        String expected = Files.readString(FOLDER.resolve("bad-paths.expected"));
        assertEquals(expected, String.join("\n", found) + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenarios.brownout.faults[0].errorRate | 0.4 | Opus: error rate",
                "scenarios.brownout.faults[0].for | 1200 | Opus: length",
                "scenarios.brownout.faults[0].addedLatency | 2 | Opus: added latency",
                "components.visitors.traffic.requestsPerSecond | 40 | Visitors: traffic, requests per second",
                "components.visitors.traffic.profile[1][1] | 2 | Visitors: traffic, profile 2 2",
                "components.visitors.traffic.profile[1][0] | 1800 | Visitors: traffic, profile 2 1",
                "components.staff.traffic.users | 20 | staff: traffic, users",
                "components.staff.traffic.thinkTime | 10 | staff: traffic, think time",
                "components.assistant.latency.p99 | 0.08 | assistant: latency, p99",
                "components.opus.latency.tokensPerSecond | 40 | Opus: latency, tokens per second",
                "dependencies.assistant->opus.retry.maxAttempts | 3 | assistant → Opus: retry, max attempts",
                "$.dependencies[\"assistant->opus\"].timeout | 30 | assistant → Opus: timeout",
                "strategies.breaker.patch.dependencies.assistant->opus.timeout | 10 | Breaker: assistant → Opus: timeout",
                "strategies.breaker.patch.dependencies.assistant->opus.retry.maxAttempts | 3 | Breaker: assistant → Opus: retry, max attempts",
                "strategies.breaker.runbook[0].after | 900 | Breaker: runbook 1, after",
                "strategies.breaker.runbook[0].patch.components.assistant.concurrency | 800 | Breaker: assistant: concurrency",
                "strategies.breaker.runbook[0].patch.components.assistant.queue.capacity | 200 | Breaker: assistant: queue, capacity",
                "components.assistant.errorRate | 0 | assistant: error rate",
                "components.assistant.instances | 1 | assistant: instances",
                "experiment.duration | 5400 | experiment: duration",
                "load | 1 | Load of all clients",
            })
    void aPathFindsANumberItsPresentValueOrDefaultAndAName(String path, double present, String title) {
        Dial dial = dial(SUPPORT, path);
        assertEquals(present, dial.present(), 1e-12);
        assertEquals(title, dial.title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dependencies.assistant->opus.deadline",
                "components.sonnet.concurrency",
                "components.assistant.latency"
            })
    void whatTheFileDoesNotSayAsANumberHasNoPresentValueAndCanBeSet(String path) {
        Dial dial = dial(SUPPORT, path);
        assertNull(dial.present());
        Reading reading = set(SUPPORT, dial, 7);
        assertNotNull(reading.model(), () -> reading.problems().toString());
        assertEquals(7.0, dial(reading.model(), path).present());
    }

    @Test
    void whatAStrategyDoesNotPatchYetIsAddedToItsPatch() {
        Dial dial = dial(SUPPORT, "strategies.busier.patch.dependencies.assistant->opus.retry.maxAttempts");
        Model changed = set(SUPPORT, dial, 5).model();
        assertNotNull(changed);
        assertEquals(
                Map.of("assistant->opus", Map.of("retry", Map.of("maxAttempts", 5L))),
                changed.pipeline()
                        .strategiesOrNone()
                        .get("busier")
                        .patchOrEmpty()
                        .entries()
                        .get("dependencies"));
        assertEquals(SUPPORT.pipeline().arrows(), changed.pipeline().arrows());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void settingACandidateToTheValueThatItHasChangesNothing(String example) {
        Model model = Examples.load(example);
        List<Candidate> candidates = Candidates.of(model.pipeline());
        assertTrue(candidates.size() >= 10, example);
        for (Candidate candidate : candidates) {
            Double present = candidate.dial().present();
            assertNotNull(present, () -> example + " " + candidate);
            Reading reading = set(model, candidate.dial(), present);
            assertNotNull(reading.model(), () -> example + " " + candidate + " " + reading.problems());
            assertEquals(model.pipeline(), reading.model().pipeline(), () -> example + " " + candidate);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theEndsOfACandidatesRangeAreAllowedLieAroundItsValueAndChangeTheModel(String example) {
        Model model = Examples.load(example);
        for (Candidate candidate : Candidates.of(model.pipeline())) {
            double present = candidate.dial().present();
            assertTrue(candidate.from() <= present && present <= candidate.to(), () -> example + " " + candidate);
            for (double end : new double[] {candidate.from(), candidate.to()}) {
                Reading reading = set(model, candidate.dial(), end);
                assertNotNull(reading.model(), () -> example + " " + candidate + " " + reading.problems());
                if (end != present) {
                    assertNotEquals(model.pipeline(), reading.model().pipeline(), () -> example + " " + candidate);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyNumberOfAnExampleIsFoundByItsPathInBothSpellingsAndCanBeSetToWhatItIs(String example) {
        Model model = Examples.load(example);
        List<JsonPath> places = new ArrayList<>();
        numbers(BlastFormat.TYPE.pipeline().write(model.pipeline()), JsonPath.ROOT, places);
        assertTrue(places.size() > 20, example);
        for (JsonPath place : places) {
            Dial dial = dial(model, PathText.of(place));
            assertEquals(dial, dial(model, place.toString()), place.toString());
            assertEquals(
                    model.pipeline(), set(model, dial, dial.present()).model().pipeline(), place.toString());
        }
    }

    private static void numbers(Object tree, JsonPath here, List<JsonPath> places) {
        List<Object> steps = PathText.steps(here);
        boolean excluded = !steps.isEmpty()
                && (steps.get(0).equals("view")
                        || steps.get(0).equals("experiment") && steps.size() == 2 && tree instanceof Long);
        excluded |= here.toString().endsWith("confidence");
        if (tree instanceof Map<?, ?> object) {
            object.forEach((key, value) -> numbers(value, here.key((String) key), places));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                numbers(list.get(i), here.index(i), places);
            }
        } else if (tree instanceof Number && !excluded) {
            places.add(here);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenarios.brownout.faults[0].errorRate | 0.25 | 0.25",
                "scenarios.brownout.faults[0].errorRate | 1e-3 | 0.001",
                "scenarios.brownout.faults[0].for | 90s | 90",
                "scenarios.brownout.faults[0].for | 1.5m | 90",
                "dependencies.assistant->opus.retry.maxAttempts | 4 | 4",
                "components.visitors.traffic.requestsPerSecond | 12.5 | 12.5",
                "load | 1.5 | 1.5",
            })
    void aValueIsReadAsTheModelFileWouldWriteIt(String path, String text, double value) {
        Problems problems = new Problems();
        Dial dial = dial(SUPPORT, path);
        assertEquals(value, dial.read(text, problems), 1e-12);
        assertEquals(value, dial.read(dial.text(value), problems), 1e-12);
        assertEquals(List.of(), problems.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenarios.brownout.faults[0].errorRate | 40 | write 40 % as 0.4",
                "scenarios.brownout.faults[0].errorRate | high | ",
                "scenarios.brownout.faults[0].for | 90 | ",
                "scenarios.brownout.faults[0].for | 0s | ",
                "scenarios.brownout.faults[0].for | -3s | ",
                "dependencies.assistant->opus.retry.maxAttempts | 2.5 | ",
                "dependencies.assistant->opus.retry.maxAttempts | 0 | ",
                "dependencies.assistant->opus.retry.maxAttempts | 3s | ",
                "components.visitors.traffic.requestsPerSecond | 0 | ",
                "load | 0 | ",
                "load | NaN | ",
            })
    void aValueThatTheFormatForbidsIsAProblemAtItsPlace(String path, String text, String advice) {
        Problems problems = new Problems();
        Dial dial = dial(SUPPORT, path);
        assertNull(dial.read(text, problems));
        assertEquals(1, problems.all().size(), text);
        Problem problem = problems.all().get(0);
        assertEquals(dial.place(), problem.where());
        assertFalse(problem.expected().isEmpty());
        assertEquals(advice == null ? "" : advice, problem.mend());
    }

    @Test
    void theRulesOverSeveralParametersHoldForAChangedModelToo() {
        Reading reading = set(SUPPORT, dial(SUPPORT, "experiment.duration"), 200);
        assertNull(reading.model());
        assertEquals("$.experiment.warmup", reading.problems().get(0).where().toString());
    }

    @Test
    void theLoadMultipliesRatesUsersAndProfiles() {
        Model twice = set(SUPPORT, dial(SUPPORT, "load"), 2).model();
        assertNotNull(twice);
        assertEquals(
                80.0,
                dial(twice, "components.visitors.traffic.requestsPerSecond").present());
        assertEquals(40.0, dial(twice, "components.staff.traffic.users").present());
        assertEquals(
                2.0, dial(twice, "components.nightly.traffic.profile[0][1]").present());
        assertEquals(
                2.0, dial(twice, "components.visitors.traffic.profile[1][1]").present());
        assertEquals(
                SUPPORT.pipeline(),
                set(SUPPORT, dial(SUPPORT, "load"), 1).model().pipeline());
        assertEquals(
                1.0,
                dial(set(SUPPORT, dial(SUPPORT, "load"), 0.001).model(), "components.staff.traffic.users")
                        .present());
    }
}
