package dev.blastradius.editor.scenario.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.scenario.Fits;
import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.editor.scenario.pattern.Pattern.Proposal;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That each pattern gives faults that can be run, wherever it does not say why it cannot. */
class PatternsTest {

    static Stream<Arguments> patternsAndExamples() {
        return Patterns.ALL.stream()
                .flatMap(pattern -> Examples.names().stream().map(name -> Arguments.of(pattern.key(), name)));
    }

    private static Pattern pattern(String key) {
        return Patterns.ALL.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRuns(Pipeline pipeline, Proposal proposal, double run) {
        assertTrue(proposal.obstacle().isEmpty() != proposal.faults().isEmpty(), proposal.toString());
        if (!proposal.faults().isEmpty()) {
            assertEquals("", Fits.obstacle(pipeline, proposal.faults()));
        }
        for (Fault fault : proposal.faults()) {
            assertTrue(fault.at().seconds() < run);
            assertTrue(fault.at().seconds() + fault.lasting().seconds() <= run + 1e-6, fault.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("patternsAndExamples")
    void onWhatItUsuallyBefallsItFitsEachExample(String key, String example) {
        Pipeline pipeline = Examples.load(example).pipeline();
        double run = Experiment.DURATION.in(pipeline.settings()).seconds();
        Pattern pattern = pattern(key);
        Proposal proposal = pattern.at(pipeline, run / 4, run);

        assertRuns(pipeline, proposal, run);
        if (key.equals("regional-loss") && !example.equals("llm-gateway")) {
            assertTrue(proposal.obstacle().contains("region = eu-west"), "without regions it says what to do");
        } else {
            assertEquals("", proposal.obstacle());
            assertFalse(pattern.usualNames(pipeline).isEmpty());
        }
    }

    @Test
    void onAnyTargetItFitsOrSaysWhyNot() {
        for (String example : List.of("agent-with-tools", "llm-gateway")) {
            Pipeline pipeline = Examples.load(example).pipeline();
            double run = Experiment.DURATION.in(pipeline.settings()).seconds();
            for (Pattern pattern : Patterns.ALL) {
                for (Targets.Choice choice : Targets.all(pipeline)) {
                    assertRuns(pipeline, pattern.at(pipeline, choice.target(), run * 0.9, run), run);
                }
            }
        }
    }

    @Test
    void inAShortRunItIsShorter() {
        Pipeline pipeline = Examples.load("batch-enrichment").pipeline();
        for (Pattern pattern : Patterns.ALL) {
            assertRuns(pipeline, pattern.at(pipeline, 10, 60), 60);
        }
    }

    @Test
    void aRegionIsLostAsAWhole() {
        Pipeline pipeline = ModelReader.read("""
                { "format": "blastradius/1",
                  "components": {
                    "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                    "bot": {"kind": "service", "latency": "20ms", "tags": {"region": "eu"}},
                    "opus": {"kind": "model", "latency": "2s", "tags": {"region": "eu", "provider": "anthropic"}} },
                  "dependencies": {"users->bot": {}, "bot->opus": {}} }""", null).model().pipeline();
        Proposal proposal = pattern("regional-loss").at(pipeline, Target.id("opus"), 60, 600);

        assertEquals(
                List.of(Target.tags(Map.of("region", "eu"))),
                proposal.faults().stream().map(Fault::target).toList());
        assertEquals(
                "the target has no tag \"region\"",
                pattern("regional-loss")
                        .at(pipeline, Target.id("users"), 60, 600)
                        .obstacle());
    }

    @Test
    void eachHasANameAMeaningAndASourceOfItsOwn() {
        Set<String> keys = Patterns.ALL.stream().map(Pattern::key).collect(Collectors.toSet());
        assertEquals(10, keys.size());
        for (Pattern pattern : Patterns.ALL) {
            assertFalse(pattern.label().isBlank());
            assertFalse(pattern.meaning().endsWith("."), pattern.meaning());
            assertFalse(pattern.source().isBlank());
        }
    }

    @Test
    void theManualListsThemAll() throws IOException {
        String page = Files.readString(Path.of("docs/scenarios.md"));
        for (Pattern pattern : Patterns.ALL) {
            String row = "| " + pattern.label() + " | " + pattern.meaning() + " | " + pattern.source() + " |";
            assertTrue(page.contains(row), "docs/scenarios.md lacks the row:\n" + row);
        }
    }
}
