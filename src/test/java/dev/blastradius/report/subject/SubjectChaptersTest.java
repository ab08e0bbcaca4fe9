package dev.blastradius.report.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Texts;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** These chapters tell of the model alone: nothing is run for them. */
class SubjectChaptersTest {

    static List<String> examples() {
        return Examples.names();
    }

    private static Finding comparison(Model model, List<String> scenarios, List<String> strategies) {
        StudyResult nothing = new StudyResult(RunSettings.of(model.pipeline().settings()), List.of(), List.of(), true);
        Origin origin = new Origin("a.blast.json", null, "1", List.of(), model);
        return new Finding.OfComparison(
                origin, Strategies.arms(model, scenarios, strategies), nothing, strategies.get(0), Looking.NOTHING);
    }

    private static Finding everything(String example) {
        Model model = Examples.load(example);
        List<String> strategies = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        strategies.addAll(model.pipeline().strategiesOrNone().keySet());
        return comparison(model, List.copyOf(model.pipeline().scenariosOrNone().keySet()), strategies);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyPartEveryFaultAndEveryStrategyIsTold(String example) {
        Finding finding = everything(example);
        String parts = Texts.of(PipelineChapter.of(finding));
        Model model = finding.origin().model();
        model.pipeline().components().forEach((id, component) -> assertTrue(parts.contains(component.title(id)), id));
        Section scenarios = present(ScenariosChapter.of(finding));
        assertEquals(
                model.pipeline().scenariosOrNone().size(), scenarios.sections().size());
        Section strategies = present(StrategiesChapter.of(finding));
        assertEquals(
                model.pipeline().strategiesOrNone().size() + 1,
                strategies.sections().size());
        model.pipeline()
                .strategiesOrNone()
                .forEach((id, strategy) -> assertTrue(Texts.of(strategies).contains(strategy.title(id)), id));
    }

    private static Section present(Section section) {
        assertNotNull(section);
        return section;
    }

    @Test
    void aFaultIsToldWithItsTargetItsEffectAndItsTimes() {
        Finding finding = everything("llm-gateway");
        String text = Texts.of(present(ScenariosChapter.of(finding)));
        assertTrue(text.contains("The faults, in time since the run began"), text);
        assertTrue(text.contains("at full strength at once"), text);
    }

    @Test
    void aRunbooksStepsAreToldWithTheirTimeAndWhatTheyChange() {
        Finding finding = everything("llm-gateway");
        String text = Texts.of(present(StrategiesChapter.of(finding)));
        assertTrue(text.contains("10 min after the first fault begins, people take away "), text);
        assertFalse(text.contains("people change nothing"), text);
    }

    @Test
    void whereNothingWasBrokenAndNothingChangedThereIsNoChapterOfIt() {
        Finding calm = comparison(Examples.load("llm-gateway"), List.of(), List.of(Strategy.AS_DRAWN));
        assertNull(ScenariosChapter.of(calm));
        assertNull(StrategiesChapter.of(calm));
    }
}
