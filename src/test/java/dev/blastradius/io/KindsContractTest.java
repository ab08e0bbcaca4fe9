package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind must prove by its file {@code src/test/resources/kinds/KEY.json}: that it does what the file says, to the last digit. */
class KindsContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src", "test", "resources", "kinds");
    private static final double EXACT = 1e-9;

    private static final String ADVICE = """
            The kind "%s" has no %s. Write one: an object with
              "law"       what it does, as a sentence
              "model"     a small model file with a component of this kind
              "expected"  parts of the run in the result's JSON, worked out by hand: averages by their "mean" key""";

    static List<String> keys() {
        return Kinds.ALL.stream().map(Kind::key).toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKindDoesWhatItsFileSays(String key) throws IOException {
        Path file = FOLDER.resolve(key + ".json");
        assertTrue(Files.exists(file), () -> ADVICE.formatted(key, file));
        JsonNode law = JSON.readTree(Files.readString(file));
        boolean shown = false;
        for (JsonNode component : law.at("/model/components")) {
            shown |= component.path("kind").asText().equals(key);
        }
        assertTrue(shown, () -> ADVICE.formatted(key, "component in " + file + " of it"));
        List<String> differences = new ArrayList<>();
        compare("", law.get("expected"), run(law), differences);
        assertEquals(List.of(), differences, law.get("law").asText());
    }

    @Test
    void everyFileIsOfAKind() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .forEach(key -> assertTrue(keys().contains(key), key));
        }
    }

    /** A run as the result's JSON has it. */
    private static JsonNode run(JsonNode law) throws IOException {
        ModelReader.Reading reading = ModelReader.read(law.get("model").toString(), null);
        assertEquals(List.of(), reading.problems());
        Model model = Objects.requireNonNull(reading.model());
        RunSettings settings = RunSettings.of(model.pipeline().settings()).withReplications(1);
        var result = Runner.run(Strategies.runSpec(model, null, Strategy.AS_DRAWN), settings, RunProgress.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter.write(Results.of("", List.of(Objects.requireNonNull(result))), out);
        return JSON.readTree(out.toByteArray()).at("/runs/0");
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
