package dev.blastradius.experiment.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replication on a thread of its own. */
@Timeout(60)
class LiveSessionTest {

    private static final Model MODEL = Examples.load("rag-support-one-provider");
    private static final RunSettings SETTINGS =
            RunSettings.of(MODEL.pipeline().settings()).withSpan(Duration.of("10m"), Duration.of("1m"));

    private static LiveSession session() {
        Map<String, RunSpec> specs = new LinkedHashMap<>();
        specs.put(Strategy.AS_DRAWN, Strategies.runSpec(MODEL, null, Strategy.AS_DRAWN));
        for (String id : MODEL.pipeline().strategiesOrNone().keySet()) {
            specs.put(id, Strategies.runSpec(MODEL, null, id));
        }
        return new LiveSession(specs, Strategy.AS_DRAWN, SETTINGS, 0);
    }

    private static Snapshot whenPast(LiveSession session, double seconds) {
        Snapshot snapshot = session.snapshot();
        while (snapshot.now() < seconds && !snapshot.over()) {
            Thread.onSpinWait();
            snapshot = session.snapshot();
        }
        return snapshot;
    }

    private static double sum(Chronicle chronicle, ClientSeries series) {
        double sum = 0;
        for (int client = 0; client < chronicle.clients().size(); client++) {
            for (int step = 0; step < chronicle.recorded(); step++) {
                sum += chronicle.get(series, client, step);
            }
        }
        return sum;
    }

    @Test
    void itStandsUntilItIsLetGo() {
        try (LiveSession session = session()) {
            assertEquals(0, session.snapshot().now());
            session.setSpeed(Double.POSITIVE_INFINITY);
            session.setPaused(false);
            assertTrue(whenPast(session, 5).now() >= 5);
        }
    }

    @Test
    void whateverWasDoneAndWheneverItsScriptGoesThroughTheSame() {
        String strategy =
                MODEL.pipeline().strategiesOrNone().keySet().iterator().next();
        try (LiveSession session = session()) {
            session.setSpeed(Double.POSITIVE_INFINITY);
            session.act(new Action.Traffic("visitors", 2));
            session.setPaused(false);
            whenPast(session, 60);
            session.act(new Action.Break(Fault.Target.id("sonnet"), Map.of("errorRate", 0.6)));
            whenPast(session, 150);
            session.act(new Action.Flip(strategy));
            whenPast(session, 250);
            session.act(new Action.Mend("sonnet"));
            Snapshot end = whenOver(session);
            assertNull(end.failure());
            assertEquals(4, end.deeds().size());
            assertEquals(strategy, end.strategy());
            Chronicle lived = end.playback().chronicle();
            Playback again =
                    Objects.requireNonNull(Recorder.record(end.script().spec("again"), SETTINGS, 0, RunProgress.NONE));
            for (ClientSeries series : ClientSeries.values()) {
                if (series.ordinal() < ClientSeries.P50.ordinal()) {
                    assertEquals(sum(again.chronicle(), series), sum(lived, series), series.name());
                }
            }
            assertTrue(sum(lived, ClientSeries.FAILED) > 0);
        }
    }

    @Test
    void whatMovesAlongTheArrowsIsToldOnceAndThinnedWhereItIsTooMuch() {
        try (LiveSession session = session()) {
            session.setSpeed(Double.POSITIVE_INFINITY);
            session.setPaused(false);
            whenPast(session, 200);
            Flights flights = session.takeFlights();
            assertTrue(flights.size() > 100 && flights.size() <= 2_000, flights.size() + " flights");
            assertTrue(flights.weight() > 1);
            for (int i = 1; i < flights.size(); i++) {
                assertTrue(flights.time(i) >= flights.time(i - 1));
                assertNotNull(flights.kind(i));
            }
        }
    }

    @Test
    void anUnknownStrategyIsRefused() {
        try (LiveSession session = session()) {
            assertThrows(IllegalArgumentException.class, () -> session.act(new Action.Flip("nowhere")));
        }
    }

    private static Snapshot whenOver(LiveSession session) {
        Snapshot snapshot = session.snapshot();
        while (!snapshot.over()) {
            Thread.onSpinWait();
            snapshot = session.snapshot();
        }
        return snapshot;
    }

    @Test
    void afterTheLastArrivalNobodyWaitsForWhatHangs() {
        Model model = Objects.requireNonNull(ModelReader.read(
                        "{\"format\":\"blastradius/1\",\"name\":\"Hangs\",\"components\":{"
                                + "\"users\":{\"kind\":\"client\",\"traffic\":{\"arrivals\":\"poisson\",\"requestsPerSecond\":5}},"
                                + "\"llm\":{\"kind\":\"model\",\"latency\":\"1s\"}},\"dependencies\":{\"users->llm\":{}}}",
                        null)
                .model());
        RunSettings settings =
                RunSettings.of(model.pipeline().settings()).withSpan(Duration.of("20s"), Duration.of("1s"));
        Map<String, RunSpec> specs = Map.of(Strategy.AS_DRAWN, Strategies.runSpec(model, null, Strategy.AS_DRAWN));
        try (LiveSession session = new LiveSession(specs, Strategy.AS_DRAWN, settings, 0)) {
            session.act(new Action.Break(Fault.Target.id("llm"), Map.of("hangRate", 1.0)));
            session.setSpeed(40);
            session.setPaused(false);
            Chronicle chronicle = whenPast(session, 19).playback().chronicle();
            whenOver(session);
            assertEquals(chronicle.steps(), chronicle.recorded());
        }
    }

    @Test
    void whatFailsOnItsThreadIsToldAndWhatWasSeenBeforeStays() {
        try (LiveSession session = session()) {
            session.setSpeed(Double.POSITIVE_INFINITY);
            session.setPaused(false);
            double seen = whenPast(session, 30).now();
            session.act(new Action.Break(Fault.Target.id("sonnet"), Map.of("errorRate", "much")));
            Snapshot end = whenOver(session);
            assertNotNull(end.failure());
            assertTrue(end.now() >= seen);
            assertTrue(end.playback().chronicle().recorded() > 0);
        }
    }
}
