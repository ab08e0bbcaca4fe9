package dev.blastradius.experiment.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DamageMatrixTest {

    private static final RunSpec BASE = new RunSpec(
            new Pipeline(Pipeline.FORMAT, null, null, Map.of(), null, null, null, null, null),
            null,
            "as-drawn",
            List.of(),
            Map.of());

    private static Failure failure(String target) {
        return new Failure(Kind.COMPONENT, target, List.of(), new Scenario(target + " fails", null, List.of()));
    }

    private static final List<Failure> FAILURES = List.of(failure("mild"), failure("dire"), failure("also-mild"));

    private static RunResult run(Failure failure, double lost) {
        return HandMadeDamage.run(failure.scenarioId(), "as-drawn", 0.9 - lost, lost);
    }

    private static DamageMatrix matrix(boolean complete, RunResult... outages) {
        RunResult twin = HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS, 0.9);
        return DamageMatrix.of(
                BASE,
                FAILURES,
                new StudyResult(
                        HandMadeRun.SETTINGS,
                        List.of(new ArmResult("as-drawn", twin, List.of(outages))),
                        List.of(),
                        complete));
    }

    private static List<String> targets(DamageMatrix matrix) {
        return matrix.rows().stream().map(row -> row.failure().target()).toList();
    }

    @Test
    void theMostDamageComesFirstAndEqualsStayInTheModelsOrder() {
        DamageMatrix matrix =
                matrix(true, run(FAILURES.get(0), 0.1), run(FAILURES.get(1), 0.8), run(FAILURES.get(2), 0.1));
        assertEquals(List.of("dire", "mild", "also-mild"), targets(matrix));
        assertEquals(0.8, matrix.rows().get(0).lost().mean());
        assertEquals(0.8, matrix.rows().get(0).lost("visitors").mean());
        assertEquals(HandMadeDamage.SEVEN_OF_TEN, matrix.rows().get(0).recovered());
        assertEquals(List.of("visitors"), matrix.clients());
    }

    @Test
    void aClientThatThereIsNotHasLostNothingThatCouldBeSaid() {
        Row row = matrix(true, run(FAILURES.get(0), 0.1)).rows().get(0);
        assertEquals(Interval.NONE, row.lost("nobody"));
    }

    @Test
    void rowsOfWhichNothingWasDoneAreLeftOut() {
        DamageMatrix matrix = matrix(false, run(FAILURES.get(0), 0.1));
        assertEquals(List.of("mild"), targets(matrix));
        assertFalse(matrix.isComplete());
    }

    @Test
    void aRowWithoutANumberComesLast() {
        RunResult unknown = HandMadeDamage.with(run(FAILURES.get(0), 0.1), null, HandMadeDamage.evidence(1, null));
        DamageMatrix matrix = matrix(true, unknown, run(FAILURES.get(1), 0));
        assertEquals(List.of("dire", "mild"), targets(matrix));
        assertNull(matrix.rows().get(1).recovered());
        assertTrue(Double.isNaN(matrix.rows().get(1).lost().mean()));
    }

    @Test
    void aRowCanBeRunAnew() {
        Row row = matrix(true, run(FAILURES.get(1), 0.5)).rows().get(0);
        assertEquals("dire fails", row.spec().scenario().label());
        assertEquals(row.run().scenario(), row.spec().scenarioId());
    }
}
