package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewireTest {

    private static final Pipeline PIPELINE = pipeline();

    private static Pipeline pipeline() {
        ModelReader.Reading reading = ModelReader.read("""
                { "format": "blastradius/1",
                  "components": {
                    "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                    "bot": {"kind": "service"}, "clerk": {"kind": "service"}, "opus": {"kind": "model", "latency": "1s"},
                    "sonnet": {"kind": "model", "latency": "1s"}, "canned": {"kind": "static"} },
                  "dependencies": {
                    "users->bot": {}, "users->clerk": {"probability": 0.5},
                    "bot->opus": {"timeout": "30s"}, "bot->canned": {"fallbackFor": "bot->opus"} },
                  "scenarios": {"lost": {"faults": [{"target": "bot->opus", "at": "1m", "unavailable": true}]}},
                  "strategies": {"quick": {
                    "patch": {"dependencies": {"bot->opus": {"timeout": "5s"}, "bot->clerk": {"fallbackFor": "bot->opus"}}},
                    "runbook": [{"after": "5m", "patch": {"dependencies": {"bot->opus": {"timeout": "2s"}}}}]}} }""", null);
        assertEquals(
                List.of(), reading.problems().stream().filter(Problem::isError).toList());
        return reading.model().pipeline();
    }

    private static Map<?, ?> patch(Pipeline pipeline) {
        return (Map<?, ?>) pipeline.strategiesOrNone()
                .get("quick")
                .patchOrEmpty()
                .entries()
                .get("dependencies");
    }

    private static final Pipeline LED = Rewire.lead(PIPELINE, "bot->opus", "bot->sonnet", Strategy.AS_DRAWN);

    @Test
    void anArrowLedElsewhereKeepsWhatIsSaidOfItAndItsPlaceInTheFile() {
        assertEquals(
                List.of("users->bot", "users->clerk", "bot->sonnet", "bot->canned"),
                List.copyOf(LED.arrows().keySet()));
        assertEquals(PIPELINE.arrows().get("bot->opus"), LED.arrows().get("bot->sonnet"));
    }

    @Test
    void itsFallbacksFollow() {
        assertEquals("bot->sonnet", LED.arrows().get("bot->canned").fallback().fallbackFor());
    }

    @Test
    void faultsThatBefallItFollow() {
        assertEquals(
                "bot->sonnet",
                LED.scenariosOrNone().get("lost").faults().get(0).target().id());
    }

    @Test
    void partsOfStrategiesThatChangeItFollowAndSoDoFallbacksThatTheyAdd() {
        assertEquals(Map.of("timeout", "5s"), patch(LED).get("bot->sonnet"));
        assertEquals(Map.of("fallbackFor", "bot->sonnet"), patch(LED).get("bot->clerk"));
        assertFalse(patch(LED).containsKey("bot->opus"));
        assertTrue(LED.strategiesOrNone()
                .get("quick")
                .runbookOrEmpty()
                .get(0)
                .patch()
                .toString()
                .contains("bot->sonnet"));
    }

    @Test
    void theModelStaysOneThatCanBeOpened() {
        assertEquals(
                List.of(),
                ModelReader.check(LED).stream().filter(Problem::isError).toList());
    }

    @Test
    void itsFallbacksGetItsNewCaller() {
        Pipeline led = Rewire.lead(PIPELINE, "bot->opus", "clerk->opus", Strategy.AS_DRAWN);
        assertEquals("clerk->opus", led.arrows().get("clerk->canned").fallback().fallbackFor());
        assertFalse(led.arrows().containsKey("bot->canned"));
    }

    @Test
    void twoArrowsNeverBecomeOne() {
        assertSame(PIPELINE, Rewire.lead(PIPELINE, "bot->opus", "bot->canned", Strategy.AS_DRAWN));
        Pipeline taken = Edits.connect(PIPELINE, "clerk", "canned");
        assertSame(taken, Rewire.lead(taken, "bot->opus", "clerk->opus", Strategy.AS_DRAWN));
    }

    @Test
    void whatNamesTheOldArrowStaysWhereOnlyAStrategyLeadsItElsewhere() {
        Pipeline led = Rewire.lead(PIPELINE, "bot->opus", "bot->sonnet", "another");
        assertSame(PIPELINE.scenarios(), led.scenarios());
        assertSame(PIPELINE.strategies(), led.strategies());
        assertEquals("bot->sonnet", led.arrows().get("bot->canned").fallback().fallbackFor());
    }

    @Test
    void anArrowThatIsNotThereIsNotLedAnywhere() {
        assertSame(PIPELINE, Rewire.lead(PIPELINE, "opus->bot", "opus->clerk", Strategy.AS_DRAWN));
    }
}
