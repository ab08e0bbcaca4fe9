package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What holds for all traces, tried on random pipelines; {@link RecordingLawsTest} tries it on the examples. */
class TraceLawsTest {

    private static final int PIPELINES = 60;

    @Test
    void theTracesOfRandomPipelinesInTroubleKeepTheLaws() {
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        Map<RequestOutcome, Integer> outcomes = new EnumMap<>(RequestOutcome.class);
        int hedges = 0;
        int open = 0;
        for (long seed = 0; seed < PIPELINES; seed++) {
            Model model = RandomRunbooks.of(seed);
            String strategy = seed % 2 == 0 ? Strategy.AS_DRAWN : "runbook";
            RecordedReplication run = record(Strategies.runSpec(model, "trouble", strategy), "60s", seed);
            TraceLaws.check("seed " + seed, run);
            for (RequestTrace trace : run.traces().traces()) {
                outcomes.merge(trace.outcome(), 1, Integer::sum);
                for (TraceSpan span : trace.spans()) {
                    kinds.merge(span.kind(), 1, Integer::sum);
                    hedges += span.isHedge() ? 1 : 0;
                    open += span.isOpen() ? 1 : 0;
                }
            }
        }
        assertEquals(List.of(Kind.values()), List.copyOf(kinds.keySet()), "all kinds of spans occur");
        assertEquals(List.of(RequestOutcome.values()), List.copyOf(outcomes.keySet()), "and all outcomes");
        assertTrue(hedges > 100 && open > 100, hedges + " hedges, " + open + " open");
    }

    @Test
    void theSameSeedGivesTheSameSampleAndAnotherSeedAnother() {
        RunSpec spec = Strategies.runSpec(RandomPipelines.of(3), "trouble", Strategy.AS_DRAWN);
        assertEquals(record(spec, "60s", 1).traces(), record(spec, "60s", 1).traces());
        assertNotEquals(record(spec, "60s", 1).traces(), record(spec, "60s", 2).traces());
    }

    private static RecordedReplication record(RunSpec spec, String duration, long seed) {
        Simulation simulation = Simulation.of(spec, Duration.ZERO, Duration.of(duration));
        return Objects.requireNonNull(simulation.record(seed, 0, Simulation.Watch.NONE));
    }
}
