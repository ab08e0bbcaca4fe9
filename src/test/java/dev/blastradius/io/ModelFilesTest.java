package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every good model file of src/test/resources/model. */
class ModelFilesTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "model"))) {
            return files.filter(file -> file.toString().endsWith(".blast.json"))
                    .sorted()
                    .toList();
        }
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
