package dev.blastradius.editor.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.cascade.Onset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportTest {

    private static final double NAN = Double.NaN;

    private static Onset onset(double seconds) {
        return new Onset(1, seconds, "a", Onset.Limit.FAILING, "", NAN);
    }

    @Test
    void playingGoesOnByTheFramesTimeTimesTheSpeed() {
        assertEquals(10 + 0.016 * 60, Transport.played(10, 0.016, 60, 600), 1e-12);
    }

    @Test
    void playingEndsAtTheEndAndBeginsAtTheBeginning() {
        assertEquals(600, Transport.played(599.9, 0.2, 60, 600));
        assertEquals(0.02, Transport.played(NAN, 0.02, 1, 600), 1e-12);
    }

    @Test
    void aFrameThatWasHeldUpDoesNotJump() {
        assertEquals(2.5, Transport.played(0, 100, 10, 600), 1e-12);
        assertEquals(5, Transport.played(5, -1, 10, 600), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "10, true, 12",
        "11, true, 12",
        "11.9999999, true, 14",
        "10, false, 8",
        "11, false, 10",
        "0, false, 0",
        "19, true, 20",
        "20, true, 20",
        "NaN, true, 2"
    })
    void aStepGoesToTheNextBeginningOfOne(double from, boolean forward, double to) {
        assertEquals(to, Transport.stepped(from, 2, forward, 20), 1e-9);
    }

    @Test
    void stepsThereAndBackEndWhereTheyBegan() {
        // A width that no double holds exactly.
        double step = 0.1;
        double moment = 0;
        for (int i = 0; i < 1000; i++) {
            moment = Transport.stepped(moment, step, true, 1000);
        }
        assertEquals(100, moment, 1e-6);
        for (int i = 0; i < 1000; i++) {
            moment = Transport.stepped(moment, step, false, 1000);
        }
        assertEquals(0, moment, 1e-9);
    }

    @Test
    void jumpsGoToTheNearestEventOnEitherSide() {
        List<Onset> onsets = List.of(onset(100), onset(130), onset(100), onset(190));
        assertEquals(100, Transport.onset(onsets, NAN, true));
        assertEquals(130, Transport.onset(onsets, 100, true));
        assertEquals(130, Transport.onset(onsets, 190, false));
        assertTrue(Double.isNaN(Transport.onset(onsets, 190, true)));
        assertTrue(Double.isNaN(Transport.onset(onsets, 100, false)));
        assertTrue(Double.isNaN(Transport.onset(List.of(), 5, true)));
    }

    @Test
    void speedsGoUpAndDownTheListAndStayAtItsEnds() {
        double speed = Transport.SPEEDS.get(0);
        for (int i = 1; i < Transport.SPEEDS.size(); i++) {
            speed = Transport.speed(speed, true);
            assertEquals(Transport.SPEEDS.get(i), speed);
        }
        assertEquals(speed, Transport.speed(speed, true));
        for (int i = Transport.SPEEDS.size() - 2; i >= 0; i--) {
            speed = Transport.speed(speed, false);
            assertEquals(Transport.SPEEDS.get(i), speed);
        }
        assertEquals(speed, Transport.speed(speed, false));
    }

    @ParameterizedTest
    @CsvSource({"30, 1", "600, 10", "2700, 30", "3600, 60", "86400, 300"})
    void aRunIsPlayedInAboutAMinuteUnlessToldOtherwise(double duration, double speed) {
        assertEquals(speed, Transport.speedFor(duration));
    }

    @Test
    void frameTimesAreThoseBetweenFramesAndNotThoseOfARest() {
        FrameTimes times = new FrameTimes();
        assertEquals(0, times.summary().frames());
        long now = 1;
        times.frame(now);
        for (int i = 0; i < 99; i++) {
            now += 10_000_000;
            times.frame(now);
        }
        times.pause();
        now += 5_000_000_000L;
        times.frame(now);
        times.frame(now + 60_000_000);
        FrameTimes.Summary summary = times.summary();
        assertEquals(100, summary.frames());
        assertEquals(10, summary.p95(), 1e-9);
        assertEquals(60, summary.worst(), 1e-9);
        assertEquals(10.5, summary.mean(), 1e-9);
        assertEquals(1000 / 10.5, summary.perSecond(), 1e-9);
    }

    @Test
    void aFilmIsNoLongerThanAskedForWhereASpeedIsHighEnough() {
        assertEquals(1, Transport.speedFor(20, 30));
        assertEquals(60, Transport.speedFor(1_710, 30));
        assertEquals(300, Transport.speedFor(1e6, 30));
    }
}
