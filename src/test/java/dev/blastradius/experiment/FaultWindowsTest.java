package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Flap;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.About;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.component.Terms;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultWindowsTest {

    private static final double DURATION = 600;

    private static final Pipeline PIPELINE = new Pipeline(
            Pipeline.FORMAT,
            null,
            null,
            Map.of("opus", new ModelApi(new About("Opus", null, null), Station.DEFAULT, Terms.NONE)),
            Map.of("app->opus", Dependency.PLAIN),
            null,
            null,
            null,
            null);

    @Test
    void aFaultIsNamedByWhatItDoesToWhat() {
        Fault brownout = fault("opus", "1m", "2m", null, Map.of("errorRate", 0.4, "latencyFactor", 3.0));
        assertEquals("Opus: 40 % error rate, latency × 3", FaultWindows.label(PIPELINE, brownout));
        Fault network = fault("app->opus", "1m", null, null, Map.of("addedLatency", Duration.of("2s")));
        assertEquals("app → Opus: added latency 2s", FaultWindows.label(PIPELINE, network));
    }

    @Test
    void aFaultOnTagsIsNamedByTheTags() {
        Target target = Target.tags(Map.of("provider", "anthropic"));
        Fault fault = new Fault(target, Duration.ZERO, null, null, null, Map.of("unavailable", true));
        assertEquals("anthropic: unavailable", FaultWindows.label(PIPELINE, fault));
    }

    @Test
    void aFaultWithoutEndLastsToTheEndOfTheRun() {
        assertEquals(List.of(new Window(60, DURATION, "Opus: unavailable")), windows(outage("opus", "1m", null, null)));
    }

    @Test
    void aFlappingFaultHasAWindowForEachTimeThatItIsThere() {
        Flap flap = new Flap(Duration.of("20s"), Duration.of("10s"));
        String label = "Opus: unavailable";
        assertEquals(
                List.of(new Window(60, 80, label), new Window(90, 110, label), new Window(120, 130, label)),
                windows(outage("opus", "1m", "70s", flap)));
    }

    @Test
    void aFaultThatFlapsTooFastToBeSeenIsOneWindow() {
        Flap flap = new Flap(Duration.of("1ms"), Duration.of("1ms"));
        assertEquals(List.of(new Window(60, 130, "Opus: unavailable")), windows(outage("opus", "1m", "70s", flap)));
    }

    @Test
    void faultsAtTheSameTimesShareTheirWindows() {
        assertEquals(
                List.of(new Window(60, 120, "Opus: unavailable; app: unavailable")),
                windows(outage("opus", "1m", "1m", null), outage("app", "1m", "1m", null)));
    }

    @Test
    void aFaultAfterTheEndOfTheRunHasNoWindow() {
        assertEquals(List.of(), windows(outage("opus", "11m", null, null)));
    }

    private static List<Window> windows(Fault... faults) {
        return FaultWindows.of(PIPELINE, new Scenario(null, null, List.of(faults)), DURATION);
    }

    private static Fault outage(String target, String at, @Nullable String lasting, @Nullable Flap flap) {
        return fault(target, at, lasting, flap, Map.of("unavailable", true));
    }

    private static Fault fault(
            String target, String at, @Nullable String lasting, @Nullable Flap flap, Map<String, Object> effects) {
        Duration span = lasting == null ? null : Duration.of(lasting);
        return new Fault(Target.id(target), Duration.of(at), span, null, flap, effects);
    }
}
