package dev.blastradius.experiment.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must be so in any matrix, whatever the numbers. */
class DamageMatrixLawsTest {

    private static final RunSettings SETTINGS = new RunSettings(Duration.of("3m"), Duration.of("1m"), 4, 42, 0.95, 2);

    private static final Interval NOTHING = new Interval(0, 0, 0);
    private static final Interval ALL = new Interval(1, 1, 1);

    /**
     * Two clients: the shop's goes to one model alone; the desk's is asked for a quarter of its requests only, has a fallback to a page where
     * it fails, and shares the archive with nobody.
     */
    private static final Model MODEL = model();

    private static Model model() {
        String text = """
                {
                  "format": "blastradius/1",
                  "components": {
                    "shop": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 5 } },
                    "desk": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 5 } },
                    "app": { "kind": "service", "latency": "10ms" },
                    "tool": { "kind": "service", "latency": "10ms" },
                    "opus": { "kind": "model", "latency": { "type": "exponential", "mean": "400ms" },
                              "tags": { "provider": "anthropic" } },
                    "haiku": { "kind": "model", "latency": "300ms", "tags": { "provider": "anthropic" } },
                    "page": { "kind": "static" },
                    "archive": { "kind": "store", "latency": "5ms" }
                  },
                  "dependencies": { "shop->app": {}, "app->opus": {},
                    "desk->tool": {}, "tool->haiku": {}, "tool->page": { "fallbackFor": "tool->haiku" },
                    "tool->archive": { "probability": 0.25, "step": 2 } }
                }
                """;
        ModelReader.Reading reading = ModelReader.read(text, null);
        if (reading.model() == null) {
            throw new AssertionError(reading.problems());
        }
        return reading.model();
    }

    private static final RunSpec BASE = Strategies.runSpec(MODEL, null, Strategy.AS_DRAWN);

    private static final DamageMatrix OUTAGES = DamageMatrix.run(
            BASE,
            Failures.of(MODEL.pipeline(), Failures.unavailable(SETTINGS), true),
            SETTINGS,
            null,
            RunProgress.NONE);

    private static Row row(String target) {
        return OUTAGES.rows().stream()
                .filter(row -> row.failure().target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allThatWasAskedForIsDone() {
        assertTrue(OUTAGES.isComplete());
        assertEquals(List.of("shop", "desk"), OUTAGES.clients());
        assertEquals(5 + 1 + 6, OUTAGES.rows().size());
    }

    @Test
    void aClientThatCannotReachWhatFailsLosesExactlyNothing() {
        assertEquals(NOTHING, row("opus").lost("desk"));
        assertEquals(NOTHING, row("haiku").lost("shop"));
        assertEquals(NOTHING, row("archive").lost("shop"));
    }

    @Test
    void whatEveryRequestNeedsAndNothingReplacesCostsAllOfThem() {
        assertEquals(ALL, row("app").lost("shop"));
        assertEquals(ALL, row("opus").lost("shop"));
        assertEquals(ALL, row("tool").lost("desk"));
    }

    @Test
    void anIndependentFallbackThatIsAcceptedKeepsEveryRequest() {
        assertEquals(NOTHING, row("haiku").lost("desk"));
    }

    @Test
    void whatAQuarterOfTheRequestsNeedCostsAQuarter() {
        Interval lost = row("archive").lost("desk");
        assertTrue(lost.low() <= 0.25 && 0.25 <= lost.high(), lost.toString());
    }

    @Test
    void componentsOfAProviderFailTogether() {
        Row provider = row("provider=anthropic");
        assertEquals(ALL, provider.lost("shop"));
        assertEquals(NOTHING, provider.lost("desk"));
    }

    @Test
    void aDependencyThatIsDownCostsWhatItsOnlyTargetCosts() {
        assertEquals(row("opus").lost("shop"), row("app->opus").lost("shop"));
        assertEquals(row("archive").lost("desk"), row("tool->archive").lost("desk"));
    }

    @Test
    void rowsAreSortedByTheDamageToAll() {
        double before = 1;
        for (Row row : OUTAGES.rows()) {
            assertTrue(row.lost().mean() <= before, row.failure().target());
            before = row.lost().mean();
        }
    }

    @Test
    void aFaultToTheEndOfTheRunIsNothingToRecoverFrom() {
        OUTAGES.rows().forEach(row -> assertNull(row.recovered(), row.failure().target()));
    }

    @Test
    void aShortFaultIsRecoveredFromAndCostsTheShareOfItsTime() {
        Fault halfAMinute = new Fault(
                Target.id(""), Duration.of("80s"), Duration.of("30s"), null, null, Map.of("unavailable", true));
        RunSettings longer = SETTINGS.withSpan(Duration.of("5m"), Duration.of("1m"));
        DamageMatrix matrix = DamageMatrix.run(BASE, halfAMinute, longer, RunProgress.NONE);
        assertNotNull(matrix);
        Row opus = matrix.rows().stream()
                .filter(row -> row.failure().target().equals("opus"))
                .findFirst()
                .orElseThrow();
        assertNotNull(opus.recovered());
        assertEquals(4, opus.recovered().successes());
        // 30 s of the 240 s that are measured.
        Interval lost = opus.lost("shop");
        assertTrue(lost.low() <= 0.125 && 0.125 <= lost.high(), lost.toString());
    }

    @Test
    void cancellingKeepsTheRowsThatWereDone() {
        int[] asked = {0};
        RunProgress few = new RunProgress() {
            @Override
            public boolean isCancelled() {
                asked[0]++;
                return asked[0] > 40;
            }
        };
        RunSettings many = SETTINGS.withReplications(500).withThreads(1);
        DamageMatrix matrix = DamageMatrix.run(BASE, Failures.unavailable(SETTINGS), many, few);
        assertNotNull(matrix);
        assertFalse(matrix.isComplete());
        int done = matrix.twin().evidence().replications();
        assertTrue(done > 0 && done < 40, "replications: " + done);
        assertFalse(matrix.rows().isEmpty());
    }
}
