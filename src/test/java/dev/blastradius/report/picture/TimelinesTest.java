package dev.blastradius.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.report.document.Illustration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scenarios and requests over time. */
class TimelinesTest {

    private static final Pipeline PIPELINE = pipeline("""
            {'format': 'blastradius/1',
             'components': {
              'visitors': {'kind': 'client', 'label': 'Visitors', 'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 1}},
              'opus': {'kind': 'model', 'label': 'Opus', 'tags': {'provider': 'acme'}}},
             'dependencies': {'visitors->opus': {}},
             'scenarios': {
               'bad': {'faults': [
                 {'target': 'opus', 'at': '10m', 'for': '15m', 'errorRate': 0.4, 'ramp': '2m'},
                 {'target': {'provider': 'acme'}, 'at': '30m', 'unavailable': true, 'flap': {'on': '30s', 'off': '90s'}}]}},
             'strategies': {'by-hand': {'runbook': [
               {'after': '5m', 'patch': {'components': {'opus': {'concurrency': 5}}}}]}}}
            """);

    private static Pipeline pipeline(String json) {
        ModelReader.Reading reading = ModelReader.read(json.replace('\'', '"'), null);
        return Objects.requireNonNull(reading.model(), () -> reading.problems().toString())
                .pipeline();
    }

    private static String svg(Illustration picture) {
        return Svg.text(picture, ChartTheme.DARK, "t", "d", "");
    }

    @Test
    void aScenarioTellsEachFaultWithItsTimesAndWhatPeopleDo() {
        ScenarioIllustration picture = ScenarioIllustration.of(PIPELINE, "bad", "by-hand", 2_700, 300);
        String words = picture.words();
        assertTrue(words.startsWith("The run lasts 45 min, of which the first 5 min are not measured."), words);
        assertTrue(words.contains("Opus, from 10:00 to 25:00: 40 % error rate, at full strength after 2 min."), words);
        assertTrue(
                words.contains(
                        "provider = acme (Opus), from 30:00 to the end: unavailable, 30 s on and 1 min 30 s off in turn."),
                words);
        assertTrue(words.contains("At 15:00 people "), words);
        String svg = svg(picture);
        assertTrue(svg.contains(">40 % error rate, at full strength after 2 min</text>"), svg);
        assertTrue(svg.contains(">15:00</text>"), svg);
        assertTrue(svg.contains(">warm-up"), svg);
    }

    @Test
    void aScenarioThatIsNotThereBreaksNothing() {
        ScenarioIllustration picture = ScenarioIllustration.of(PIPELINE, "none", null, 600, 0);
        assertTrue(picture.words().contains("Nothing is broken."), picture.words());
        assertFalse(svg(picture).contains(">warm-up"));
    }

    @Test
    void marksOnAnAxisAreAtTimesThatPeopleCountIn() {
        assertEquals(300, TimeTicks.distance(2_700, 9));
        assertEquals(10, TimeTicks.distance(50, 5));
        assertEquals(0.2, TimeTicks.distance(0.9, 5), 1e-12);
        assertEquals(86_400, TimeTicks.distance(604_800, 9));
        for (double length = 0.001; length < 1e8; length *= 1.7) {
            assertTrue(length / TimeTicks.distance(length, 7) <= 7 + 1e-9, "marks of " + length);
        }
    }

    private static TraceSpan span(
            int number, int parent, Kind kind, String where, double from, double to, String result, boolean cause) {
        return new TraceSpan(number, parent, kind, where, from, to, result, false, cause, 1, false, false, 0, 0, 0);
    }

    private static RequestTrace failed(int extra) {
        List<TraceSpan> spans = new ArrayList<>(List.of(
                span(0, -1, Kind.REQUEST, "visitors", 600, 640, "failed", false),
                span(1, 0, Kind.CALL, "visitors->opus", 600, 640, "timeout", false),
                span(2, 1, Kind.ATTEMPT, "visitors->opus", 600, 630, "timeout", true),
                span(3, 1, Kind.BACKOFF, "visitors->opus", 630, 631, "", false)));
        for (int i = 0; i < extra; i++) {
            spans.add(span(4 + i, 1, Kind.REFUSAL, "visitors->opus", 632, 632, "retryBudget", false));
        }
        return new RequestTrace(
                7,
                "visitors",
                600,
                640,
                RequestOutcome.FAILED,
                false,
                false,
                1,
                10,
                0,
                0.002,
                "visitors->opus/timeout",
                spans,
                true);
    }

    @Test
    void aRequestTellsWhatItFailedOfAndHowLongThatTook() {
        RequestIllustration picture = RequestIllustration.of(PIPELINE, failed(0));
        String words = picture.words();
        assertTrue(words.startsWith("Visitors, sent 10:00.00: failed of Visitors → Opus: timeout after 40 s"), words);
        assertTrue(
                words.contains("Attempt 1 → Opus: timeout, 0 s after it was sent, took 30 s; of this it failed."),
                words);
        String svg = svg(picture);
        assertTrue(svg.contains(">30 s, the cause</text>"), svg);
        assertTrue(svg.contains(">back-off</text>"), svg);
    }

    @Test
    void aLongRequestShowsItsCauseAndCountsWhatItLeavesOut() {
        RequestIllustration picture = RequestIllustration.of(PIPELINE, failed(40));
        String svg = svg(picture);
        assertTrue(svg.contains(", the cause</text>"), svg);
        assertTrue(svg.contains(">… 24 more parts</text>"), svg);
        assertTrue(picture.height() < 450);
    }

    @Test
    void aCallOfOneAttemptIsOneRow() {
        RequestTrace trace = new RequestTrace(
                1,
                "visitors",
                0,
                2,
                RequestOutcome.OK,
                false,
                false,
                1,
                0,
                0,
                0,
                "",
                List.of(
                        span(0, -1, Kind.REQUEST, "visitors", 0, 2, "ok", false),
                        span(1, 0, Kind.CALL, "visitors->opus", 0, 2, "ok", false),
                        span(2, 1, Kind.ATTEMPT, "visitors->opus", 0, 2, "ok", false),
                        span(3, 2, Kind.WORK, "opus", 0.5, 2, "ok", false)),
                true);
        String svg = svg(RequestIllustration.of(PIPELINE, trace));
        assertFalse(svg.contains(">call → Opus</text>"), svg);
        assertTrue(svg.contains(">attempt 1 → Opus</text>"), svg);
        assertTrue(svg.contains(">work of Opus</text>"), svg);
    }
}
