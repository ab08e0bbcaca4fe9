package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The two bounds between which strategies are seen: no protection at all, and the clairvoyant. */
class BoundsTest {

    private static StudyResult study(Model model, List<String> strategies) {
        RunSettings settings = RunSettings.of(model.pipeline().settings())
                .withReplications(1)
                .withSpan(Duration.of("15m"), Duration.of("3m"));
        List<String> scenarios = List.copyOf(model.pipeline().scenariosOrNone().keySet());
        return Objects.requireNonNull(
                Study.run(Strategies.arms(model, scenarios, strategies), settings, null, true, RunProgress.NONE));
    }

    @Test
    void withoutProtectionNoPolicyActs() {
        Model model = Examples.load("llm-gateway");
        StudyResult study = study(model, List.of(Strategy.AS_DRAWN));
        assertEquals(2, study.arms().size());
        assertTrue(study.comparisons().isEmpty(), "a bound is no strategy to compare with");
        for (String scenario : model.pipeline().scenariosOrNone().keySet()) {
            RunResult bare = study.noProtection(scenario);
            assertNotNull(bare);
            bare.dependencies().forEach((key, dependency) -> {
                assertEquals(0, dependency.retries() + dependency.hedges() + dependency.timeouts(), key);
                assertEquals(0, dependency.fallbacks() + dependency.shortCircuited() + dependency.refused(), key);
            });
        }
    }

    @Test
    void theRequestsAreTheSameWithAndWithoutProtection() {
        Model model = Examples.load("rag-support-one-provider");
        StudyResult study = study(model, List.of(Strategy.AS_DRAWN));
        String scenario = model.pipeline().scenariosOrNone().keySet().iterator().next();
        RunResult bare = Objects.requireNonNull(study.noProtection(scenario));
        RunResult drawn = Objects.requireNonNull(study.arms().get(0).outage(scenario));
        drawn.flows()
                .forEach((client, flow) -> assertEquals(
                        flow.requests(),
                        Objects.requireNonNull(bare.flows().get(client)).requests()));
        assertNotEquals(drawn.totals(), bare.totals());
    }
}
