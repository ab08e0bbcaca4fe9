package dev.blastradius.editor.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.scenario.Timeline.Bar;
import dev.blastradius.editor.scenario.Timeline.Flag;
import dev.blastradius.editor.scenario.Timeline.Track;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That a scenario is drawn as the file says it. */
class TimelineTest {

    private final Editor editor = ScenarioModels.open();

    private Timeline timeline(String scenario, String strategy) {
        return Timeline.of(editor.drawn(), scenario, strategy, List.of());
    }

    @Test
    void eachTargetHasATrackAndEachFaultABar() {
        Timeline timeline = timeline("first", Strategy.AS_DRAWN);

        assertEquals(
                List.of("Opus", "provider = anthropic"),
                timeline.tracks().stream().map(Track::name).toList());
        assertEquals("Opus, Haiku", timeline.tracks().get(1).matches());
        Bar first = timeline.bar(0);
        assertEquals(600, first.from());
        assertEquals(1_800, first.to());
        assertEquals(120, first.ramp());
        assertFalse(first.isOpenEnded());
    }

    @Test
    void aFaultWithoutAnEndLastsToTheEndOfTheRun() {
        Bar open = timeline("first", Strategy.AS_DRAWN).bar(1);

        assertTrue(open.isOpenEnded());
        assertEquals(3_600, open.to());
    }

    @Test
    void faultsOfOneTargetThatOverlapStandInLanesOfTheirOwn() {
        Track opus = timeline("first", Strategy.AS_DRAWN).tracks().get(0);

        assertEquals(2, opus.lanes());
        assertEquals(List.of(0, 1), opus.bars().stream().map(Bar::lane).toList());
    }

    @Test
    void theStepsOfTheRunbookAreFlagsAfterTheFirstFaultInTheOrderOfTheirTime() {
        List<Flag> flags = timeline("first", "by-hand").flags();

        assertEquals(List.of(1, 0), flags.stream().map(Flag::step).toList());
        assertEquals(List.of(720.0, 1_200.0), flags.stream().map(Flag::at).toList());
        assertEquals("change Bot → Opus", flags.get(0).words());
        assertEquals(List.of(), timeline("first", Strategy.AS_DRAWN).flags());
    }

    @Test
    void everyKindOfTargetIsOfferedWithWhatItMatches() {
        List<Targets.Choice> all = Targets.all(editor.drawn());

        Map<String, String> matches = new LinkedHashMap<>();
        all.forEach(each -> matches.put(each.name(), each.matches()));
        assertEquals("Opus, Haiku", matches.get("provider = anthropic"));
        assertEquals("Haiku", matches.get("provider = anthropic, size = small"));
        assertEquals("Opus", matches.get("size = large"));
        assertEquals("the network between them", matches.get("Bot → Opus"));
        assertEquals(5 + 5 + 3, all.size());
        assertTrue(all.stream().allMatch(each -> Targets.isIn(editor.drawn(), each.target())));
        assertFalse(Targets.isIn(editor.drawn(), Target.id("gone")));
    }

    @Test
    void aBarSaysWhatItsFaultDoes() {
        Map<String, Object> effects = new LinkedHashMap<>();
        effects.put("latencyFactor", 3.0);
        effects.put("errorRate", 0.4);
        effects.put("addedLatency", Duration.of("800ms"));
        Fault fault = new Fault(Target.id("opus"), Duration.ZERO, null, null, null, effects);

        assertEquals("40 % error rate, latency × 3, added latency 800 ms", EffectWords.of(fault));
        assertEquals(EffectWords.Sort.REFUSES, EffectWords.sort(fault));
        assertTrue(EffectWords.canRamp(fault));
        assertFalse(EffectWords.canRamp(timeline("second", "").bar(0).fault()));
    }
}
