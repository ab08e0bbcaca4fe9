package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.testing.RandomModels;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any valid model; a failure names the seed. */
class RoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static LongStream fewerSeeds() {
        return LongStream.range(1_000, 1_050);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyModelReadsBackEqualAndIsWrittenTheSame(long seed) {
        Pipeline pipeline = RandomModels.pipeline(seed);
        String written = ModelWriter.write(pipeline);
        ModelReader.Reading reading = ModelReader.read(written, null);
        List<Problem> errors =
                reading.problems().stream().filter(Problem::isError).toList();
        assertEquals(List.of(), errors);
        assertNotNull(reading.model());
        assertEquals(pipeline, reading.model().pipeline());
        assertEquals(written, ModelWriter.write(reading.model().pipeline()));
        written.lines().forEach(line -> assertTrue(line.length() <= 160, () -> "too wide: " + line));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewerSeeds")
    void anyModelAsItStandsInAFileReadsToTheSame(long seed) {
        ModelReader.Reading reading = ModelReader.read(JsonPrinter.print(RandomModels.tree(seed)), null);
        assertNotNull(reading.model(), () -> reading.problems().toString());
        assertEquals(RandomModels.pipeline(seed), reading.model().pipeline());
    }
}
