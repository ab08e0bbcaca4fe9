package dev.blastradius.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ResultWriter;
import dev.blastradius.io.Results;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every effect must prove, each by its file {@code src/test/resources/effects/KEY.json}: that it does what the file says, to the
 * last digit that floating point gives, and that nothing of it stays when it is over.
 */
class EffectsContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src", "test", "resources", "effects");
    private static final double EXACT = 1e-9;

    private static final String ADVICE = """
            The effect "%s" has no %s. Write one: an object with
              "law"       what it does, as a sentence
              "model"     a small model file with a scenario "fault" that has this effect in some window
              "expected"  parts of the run in the result's JSON, worked out by hand: averages by their "mean"
              "recovered" a time of the run by which everything is as if the fault had never been""";

    static List<String> keys() {
        return Effects.ALL.stream().map(Effect::key).toList();
    }

    private static JsonNode file(String key) throws IOException {
        Path file = FOLDER.resolve(key + ".json");
        assertTrue(Files.exists(file), () -> ADVICE.formatted(key, file));
        JsonNode law = JSON.readTree(Files.readString(file));
        JsonNode faults = law.at("/model/scenarios/fault/faults");
        boolean shown = false;
        for (JsonNode fault : faults) {
            shown |= fault.has(key);
        }
        assertTrue(shown, () -> ADVICE.formatted(key, "fault in " + file + " that has it"));
        return law;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyEffectDoesWhatItsFileSays(String key) throws IOException {
        JsonNode law = file(key);
        JsonNode run = run(law, "fault", null);
        List<String> differences = new ArrayList<>();
        compare("", law.get("expected"), run, differences);
        assertEquals(List.of(), differences, law.get("law").asText());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void nothingOfAnEffectStaysWhenItIsOver(String key) throws IOException {
        JsonNode law = file(key);
        Duration recovered = Duration.of(law.get("recovered").asText());
        assertEquals(run(law, null, recovered), run(law, "fault", recovered));
        assertNotEquals(run(law, null, null), run(law, "fault", null), "the fault changes something at all");
    }

    @Test
    void everyFileIsOfAnEffect() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .forEach(key -> assertTrue(keys().contains(key), key));
        }
    }

    @Test
    void thereAreNoMoreEffectsThanBitsToTellThemBy() {
        assertTrue(Effects.ALL.size() <= Long.SIZE);
    }

    /** A run as the result's JSON has it, without what only a scenario has, and without what came before the measured time. */
    private static JsonNode run(JsonNode law, @Nullable String scenario, @Nullable Duration warmup) throws IOException {
        ModelReader.Reading reading = ModelReader.read(law.get("model").toString(), null);
        assertEquals(List.of(), reading.problems());
        Model model = Objects.requireNonNull(reading.model());
        RunSettings settings = RunSettings.of(model.pipeline().settings()).withReplications(1);
        if (warmup != null) {
            settings = settings.withSpan(settings.duration(), warmup);
        }
        var result = Runner.run(Strategies.runSpec(model, scenario, Strategy.AS_DRAWN), settings, RunProgress.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter.write(Results.of("", List.of(Objects.requireNonNull(result))), out);
        ObjectNode run = (ObjectNode) JSON.readTree(out.toByteArray()).at("/runs/0");
        run.remove(List.of("scenario", "blastRadius", "evidence"));
        return run;
    }

    private static void compare(String place, JsonNode expected, JsonNode found, List<String> differences) {
        if (expected.isObject()) {
            expected.properties().forEach(field -> {
                JsonNode part = found.get(field.getKey());
                if (part == null) {
                    differences.add(place + "/" + field.getKey() + " is not in the result");
                } else {
                    compare(place + "/" + field.getKey(), field.getValue(), part, differences);
                }
            });
        } else if (Math.abs(expected.asDouble() - found.asDouble()) > EXACT * Math.max(1, expected.asDouble())) {
            differences.add(place + ": expected " + expected + ", found " + found);
        }
    }
}
