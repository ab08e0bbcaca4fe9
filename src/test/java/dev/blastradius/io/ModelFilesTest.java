package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every good model file of src/test/resources/model, and for the examples that come with the program. */
class ModelFilesTest {

    static List<Path> files() throws IOException {
        List<Path> models = new ArrayList<>();
        for (Path folder : List.of(Path.of("src", "test", "resources", "model"), Path.of("models"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".blast.json"))
                        .sorted()
                        .forEach(models::add);
            }
        }
        return models;
    }

    static Pipeline read(String json, Path folder) {
        ModelReader.Reading reading = ModelReader.read(json, folder);
        assertEquals(List.of(), reading.problems());
        assertNotNull(reading.model());
        return reading.model().pipeline();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aGoodFileReadsWithoutProblems(Path file) {
        ModelReader.Reading reading = ModelReader.read(file);
        assertEquals(List.of(), reading.problems());
        assertNotNull(reading.model());
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenReadsBackEqual(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Pipeline pipeline = read(Files.readString(file), folder);
        String written = ModelWriter.write(pipeline);
        assertEquals(pipeline, read(written, folder));
        assertEquals(written, ModelWriter.write(read(written, folder)));
    }
}
