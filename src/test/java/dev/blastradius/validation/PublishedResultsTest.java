package dev.blastradius.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.validation.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every number of {@code src/test/resources/validation/cases.csv} is reproduced: it lies in the program's own interval where it is
 * exact, and the program's mean is as near to it as the file demands. What came out is written to {@code target/validation.md}.
 */
class PublishedResultsTest {

    private static final Runs RUNS = new Runs();
    private static final List<String> LINES = new ArrayList<>();
    private static final String LOOK = "look.";

    @ParameterizedTest(name = "{0} {1} {3}: {4} is {5}")
    @CsvFileSource(files = "src/test/resources/validation/cases.csv", numLinesToSkip = 1)
    void aPublishedResultIsReproduced(
            String number,
            String model,
            @Nullable String scenario,
            String strategy,
            String quantity,
            double value,
            String tolerance,
            String kind,
            String source) {
        Run run = new Run(model, scenario, strategy);
        Interval found = quantity.startsWith(LOOK)
                ? RUNS.look(run, quantity.substring(LOOK.length()))
                : Quantities.find(RUNS.result(run), quantity);
        String what = number + " " + model + " " + strategy + " " + quantity + ": " + value + ", found " + found;
        LINES.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s to %s |",
                number,
                strategy.equals("as-drawn") ? model : model + ", " + strategy,
                quantity.startsWith(LOOK) ? quantity.substring(LOOK.length()) : quantity,
                source,
                shown(value),
                shown(found.mean()),
                shown(found.low()),
                shown(found.high())));
        if (kind.equals("exact")) {
            double slack = 1e-9 * Math.abs(value);
            assertTrue(found.low() - slack <= value && value <= found.high() + slack, "out of the interval: " + what);
        }
        double allowed = tolerance.endsWith("%")
                ? Double.parseDouble(tolerance.substring(0, tolerance.length() - 1)) / 100 * Math.abs(value)
                : Double.parseDouble(tolerance);
        assertTrue(Math.abs(found.mean() - value) <= allowed + 1e-9 * Math.abs(value), "too far off: " + what);
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    @AfterAll
    static void writeWhatCameOut() throws IOException {
        Path file = Path.of("target", "validation.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, LINES);
    }
}
