package dev.blastradius.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Names;
import dev.blastradius.chart.SampleResults;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.ComponentResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountingTest {

    private static final Names NAMES = new Names(SampleResults.pipeline());

    @Test
    void aResultThatAddsUpIsComplete() {
        Accounting accounting = Accounting.of(SampleResults.result(60, 10), NAMES);
        assertTrue(accounting.isComplete());
        assertEquals("All 214,725 requests accounted for", accounting.statement());
    }

    @Test
    void arrivalsThatNobodyAnsweredGaveUpOrLeftAreAGap() {
        RunResult whole = SampleResults.result(60, 10);
        ComponentResult opus = whole.components().get("opus");
        Map<String, ComponentResult> components = new LinkedHashMap<>(whole.components());
        components.put(
                "opus",
                new ComponentResult(
                        opus.arrivals() + 7,
                        opus.completions(),
                        opus.outcomes(),
                        opus.abandoned(),
                        opus.unfinished(),
                        opus.utilisation(),
                        opus.busyServers(),
                        opus.queueLength(),
                        opus.waitMean(),
                        opus.waitP99(),
                        opus.response()));
        RunResult leaking = new RunResult(
                whole.scenario(),
                whole.strategy(),
                whole.settings(),
                whole.flows(),
                components,
                whole.dependencies(),
                whole.cost(),
                whole.totals(),
                whole.blastRadius(),
                whole.evidence(),
                whole.series());
        Accounting accounting = Accounting.of(leaking, NAMES);
        assertFalse(accounting.isComplete());
        assertEquals(List.of("Opus: 7 of 291,346 arrivals unaccounted for"), accounting.gaps());
    }
}
