package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    private Path folder;

    private Path model(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aValidModelIsDescribedOnStandardOutput() throws IOException {
        Path model = model("m.blast.json", Trial.MODEL);
        Trial trial = Trial.of("validate", model.toString());
        assertEquals(0, trial.status);
        assertEquals(
                model + ": valid: 3 components, 2 dependencies, 1 scenario, 1 strategy besides as-drawn",
                trial.out().strip());
        assertEquals("", trial.err());
    }

    @Test
    void oneInvalidFileAmongSeveralMakesTheStatus() throws IOException {
        Path good = model("good.blast.json", Trial.MODEL);
        Path bad = model("bad.blast.json", "{ \"format\": \"blastradius/2\" ");
        Trial trial = Trial.of("validate", bad.toString(), good.toString());
        assertEquals(3, trial.status);
        assertTrue(trial.err().contains(bad + ":"), trial.err());
        assertTrue(trial.err().contains(" in " + bad), trial.err());
        assertTrue(trial.out().contains(good + ": valid"), trial.out());
    }

    @Test
    void aMissingInputIsANoteOfWhatAsksForIt() throws IOException {
        Path model = model("m.blast.json", Trial.MODEL);
        Trial trial = new Trial();
        Problem always = Problem.error(JsonPath.ROOT.key("components"), "one thing", "", null);
        Problem fault = Problem.error(JsonPath.ROOT.key("scenarios"), "another thing", "", null);
        Problem patch = Problem.error(JsonPath.ROOT.key("dependencies"), "a third thing", "", null);
        trial.missing = spec -> spec.scenarioId() != null
                ? List.of(always, fault)
                : spec.strategyId().equals("retry") ? List.of(always, patch) : List.of(always);
        trial.run("validate", model.toString());
        assertEquals(0, trial.status);
        List<String> lines = trial.out().lines().toList();
        assertEquals(
                List.of(
                        model + ": note at $.components: one thing",
                        model + ": note (scenario opus-brownout) at $.scenarios: another thing",
                        model + ": note (strategy retry) at $.dependencies: a third thing"),
                lines.subList(1, lines.size()));
    }

    @Test
    void quietLeavesOnlyErrors() throws IOException {
        Path good = model("good.blast.json", Trial.MODEL);
        Trial trial = Trial.of("validate", "--quiet", good.toString());
        assertEquals(0, trial.status);
        assertEquals("", trial.out() + trial.err());
        Path bad = model("bad.blast.json", "{}");
        assertTrue(Trial.of("validate", "--quiet", bad.toString()).err().contains("error at $"));
    }

    @Test
    void aFilesNameCannotSteerTheTerminal() throws IOException {
        Trial trial = Trial.of("validate", folder.resolve("a\u001b[2Jb").toString());
        assertEquals(3, trial.status);
        assertEquals(-1, trial.err().indexOf('\u001b'));
    }
}
