package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of src/test/resources/model/problems against the one beside it that lists what is to be reported: severity, place
 * and what is wrong, and the advice where there is any. Nothing more and nothing less.
 */
class BadModelsTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "model", "problems"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyProblemIsReportedAtItsPlaceAndNothingElse(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path expected = file.resolveSibling(name.replace(".json", ".expected"));
        ModelReader.Reading reading = ModelReader.read(file);
        List<String> found =
                reading.problems().stream().map(BadModelsTest::line).toList();
        assertEquals(String.join("\n", Files.readAllLines(expected)), String.join("\n", found));
        boolean errors = reading.problems().stream().anyMatch(Problem::isError);
        assertEquals(errors, reading.model() == null, "a model comes with warnings, and not with errors");
    }

    private static String line(Problem problem) {
        String advice = problem.mend().isEmpty() ? "" : "; " + problem.mend();
        return (problem.isError() ? "error" : "warning") + " at " + problem.where() + " (line " + problem.line()
                + ", column " + problem.column() + "): " + problem.what() + advice;
    }
}
