package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** When a run has recovered: one request ends every 100 ms, and the last fault ends at 100 s. */
class RecoveryWatchTest {

    private static RecoveryWatch watch(int seconds, IntPredicate isGood) {
        RecoveryWatch watch = new RecoveryWatch(0, nanos(50), nanos(100), nanos(seconds), 0.5);
        for (int tenth = 0; tenth < 10 * seconds; tenth++) {
            watch.ended(tenth * 100_000_000L, isGood.test(tenth));
        }
        watch.finish();
        return watch;
    }

    private static long nanos(int seconds) {
        return seconds * 1_000_000_000L;
    }

    @Test
    void whatNeverSuffersHasRecoveredAtOnce() {
        assertEquals(0, watch(300, tenth -> true).seconds());
    }

    @Test
    void theTrailingTimeMustHoldNinetyFivePerCentOfWhatWasUsual() {
        // Bad until 100 s: of the 300 in the trailing 30 s, 285 are good from 128.5 s on; the next look is at 129 s.
        assertEquals(29, watch(300, tenth -> tenth < 500 || tenth >= 1_000).seconds());
        // Every second one was good before: a share of 0.475 is enough, 142.5 of 300, reached with every second one
        // good after 28.5 s.
        assertEquals(
                29,
                watch(300, tenth -> (tenth < 500 || tenth >= 1_000) && tenth % 2 == 0)
                        .seconds());
    }

    @Test
    void aRelapseWithinAMinuteBeginsAnew() {
        // Well again at 129 s, bad in [180, 182): not from the 16th bad one on (181.5 s) until 210.5 s.
        RecoveryWatch watch = watch(400, tenth -> tenth < 500 || tenth >= 1_000 && (tenth < 1_800 || tenth >= 1_820));
        assertEquals(111, watch.seconds());
    }

    @Test
    void aRelapseAfterAMinuteIsAnotherStory() {
        RecoveryWatch watch = watch(400, tenth -> tenth < 500 || tenth >= 1_000 && (tenth < 1_900 || tenth >= 2_500));
        assertEquals(29, watch.seconds());
    }

    @Test
    void aMinuteMustHaveBeenSeen() {
        IntPredicate good = tenth -> tenth < 500 || tenth >= 1_000;
        assertFalse(watch(188, good).isRecovered());
        assertTrue(watch(189, good).isRecovered());
    }

    @Test
    void nothingGoodIsNoRecovery() {
        assertFalse(watch(400, tenth -> false).isRecovered());
        assertFalse(watch(400, tenth -> tenth < 500).isRecovered());
    }

    @Test
    void silenceChangesNothing() {
        RecoveryWatch hung = new RecoveryWatch(0, nanos(50), nanos(100), nanos(400), 1);
        RecoveryWatch asleep = new RecoveryWatch(0, nanos(50), nanos(100), nanos(400), 1);
        for (int tenth = 0; tenth < 1_000; tenth++) {
            hung.ended(tenth * 100_000_000L, tenth < 500);
            asleep.ended(tenth * 100_000_000L, true);
        }
        hung.finish();
        asleep.finish();
        assertFalse(hung.isRecovered());
        assertTrue(asleep.isRecovered());
    }

    @Test
    void whereNothingCameBeforeTheFirstFaultTheUsualShareIsTakenFromElsewhere() {
        RecoveryWatch watch = new RecoveryWatch(nanos(60), nanos(50), nanos(100), nanos(300), 0.5);
        for (int tenth = 0; tenth < 3_000; tenth++) {
            watch.ended(tenth * 100_000_000L, tenth >= 1_000 && tenth % 2 == 0);
        }
        watch.finish();
        assertEquals(29, watch.seconds());
    }
}
