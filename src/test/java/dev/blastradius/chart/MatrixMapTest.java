package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.Failures;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixMapTest {

    /** The second client does not use the store; the log is optional and harms nobody; two components share a tag. */
    private static final String MODEL = """
            {"format": "blastradius/1", "name": "m",
             "components": {
              "all": {"kind": "client", "label": "Asks all", "traffic": {"arrivals": "constant", "requestsPerSecond": 5}},
              "some": {"kind": "client", "label": "Asks some", "traffic": {"arrivals": "constant", "requestsPerSecond": 5}},
              "log": {"kind": "store", "label": "A log", "latency": "1ms"},
              "front": {"kind": "service", "label": "Front", "latency": "1ms", "tags": {"region": "us"}},
              "side": {"kind": "service", "label": "Side", "latency": "1ms"},
              "store": {"kind": "store", "label": "Store", "latency": "1ms", "tags": {"region": "us", "owner": "me"}}},
             "dependencies": {"all->front": {}, "some->side": {}, "front->store": {}, "side->log": {"mode": "optional"}},
             "experiment": {"duration": "30s", "warmup": "1s", "replications": 2}}
            """;

    private static final Pipeline PIPELINE =
            ModelReader.read(MODEL, null).model().pipeline();
    private static final Names NAMES = new Names(PIPELINE);
    private static final DamageMatrix MATRIX = matrix();

    private static DamageMatrix matrix() {
        RunSettings settings = RunSettings.of(PIPELINE.settings()).withThreads(1);
        RunSpec base = Strategies.runSpec(new dev.blastradius.io.Model(PIPELINE, Map.of()), null, "as-drawn");
        DamageMatrix made = DamageMatrix.run(base, Failures.unavailable(settings), settings, RunProgress.NONE);
        assertNotNull(made);
        return made;
    }

    @Test
    void thereIsAColumnForEachClientAndOneForAllOfThem() {
        HeatMap map = MatrixMap.of(MATRIX, NAMES, "t", 2).map();
        assertEquals(List.of("Asks all", "Asks some", "All clients"), map.columns());
    }

    @Test
    void theWorstOfTheChosenColumnComesFirst() {
        assertEquals("Side", names(1).get(0));
        assertTrue(names(0).indexOf("Side") > names(0).indexOf("Store"));
        assertEquals("A log", names(2).get(3));
    }

    @Test
    void rowsCanBeInTheOrderOfTheirNames() {
        assertEquals(List.of("A log", "Front", "Side", "Store", "region: us"), names(MatrixMap.BY_NAME));
    }

    @Test
    void whatFailsTogetherIsKeptApartFromSingleComponents() {
        HeatMap map = MatrixMap.of(MATRIX, NAMES, "t", 2).map();
        assertEquals(2, map.groups().size());
        assertEquals("Together, by tag", map.groups().get(1).name());
        assertEquals("region: us", map.groups().get(1).rows().get(0).name());
    }

    @Test
    void aCellHasTheSharesOfTheMatrixAndSaysThemInASentence() {
        MatrixMap made = MatrixMap.of(MATRIX, NAMES, "t", 0);
        for (int row = 0; row < made.rows().size(); row++) {
            double lost = made.rows().get(row).lost("all").mean();
            assertEquals(lost, made.map().rows().get(row).cells().get(0).value());
        }
        HeatMap.Cell front = made.map().rows().get(0).cells().get(0);
        assertEquals(1, front.value());
        assertEquals("100 %", front.text());
        assertTrue(front.detail().startsWith("Front fails, Asks all: 100 % of the requests lost"), front.detail());
    }

    @Test
    void theNoteSaysHowManyReplicationsThereReallyWere() {
        assertEquals(
                "mean of 2 replications",
                MatrixMap.of(MATRIX, NAMES, "t", 0).map().note());
        DamageMatrix half = new DamageMatrix(MATRIX.twin(), MATRIX.clients(), MATRIX.rows(), false);
        assertEquals(
                "mean of 2 replications; cancelled before all was done",
                MatrixMap.of(half, NAMES, "t", 0).map().note());
    }

    private static List<String> names(int column) {
        return MatrixMap.of(MATRIX, NAMES, "t", column).map().rows().stream()
                .map(HeatMap.Row::name)
                .toList();
    }
}
