package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventListTest {

    private static final int TIMER = 7;

    /** Timers by index. */
    private final BitSet cancelled = new BitSet();

    private final EventList events = new EventList((type, index, stamp) -> !cancelled.get(index));

    private List<Integer> indicesTaken() {
        List<Integer> indices = new ArrayList<>();
        while (events.next()) {
            indices.add(events.index());
        }
        return indices;
    }

    @Test
    void anEmptyListHasNothingToTakeAndItsClockStandsAtZero() {
        assertFalse(events.hasNext());
        assertFalse(events.next());
        assertEquals(Long.MAX_VALUE, events.peekTime());
        assertEquals(0, events.now());
        assertEquals(0, events.size());
    }

    @Test
    void anEventIsTakenWithItsIntegersAndSetsTheClock() {
        events.schedule(42, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);

        assertEquals(42, events.peekTime());
        assertEquals(0, events.now());
        assertTrue(events.next());
        assertEquals(42, events.now());
        assertEquals(-1, events.type());
        assertEquals(Integer.MIN_VALUE, events.index());
        assertEquals(Integer.MAX_VALUE, events.stamp());
    }

    @Test
    void eventsOfOneTimeComeAsTheyWereScheduledWhicheverWay() {
        int lane = events.lane(10);
        events.schedule(10, 0, 0, 0);
        events.scheduleInLane(lane, TIMER, 1, 0);
        events.schedule(10, 0, 2, 0);
        events.scheduleInLane(lane, TIMER, 3, 0);
        events.scheduleInLane(events.lane(5), TIMER, 4, 0);
        events.schedule(10, 0, 5, 0);

        assertEquals(List.of(4, 0, 1, 2, 3, 5), indicesTaken());
    }

    @Test
    void aTimeBeforeNowIsRefusedAndNowIsNot() {
        events.schedule(5, 0, 0, 0);
        events.next();

        assertThrows(IllegalArgumentException.class, () -> events.schedule(4, 0, 0, 0));
        events.schedule(5, 0, 1, 0);
        assertEquals(List.of(1), indicesTaken());
    }

    @Test
    void aTimerThatWouldEndBeyondTheClocksRangeIsRefused() {
        int lane = events.lane(Long.MAX_VALUE);
        events.schedule(1, 0, 0, 0);
        events.next();

        assertThrows(IllegalArgumentException.class, () -> events.scheduleInLane(lane, TIMER, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> events.lane(-1));
    }

    @Test
    void theSameDelayGivesTheSameLane() {
        int second = events.lane(1_000);

        assertNotEquals(second, events.lane(2_000));
        assertEquals(second, events.lane(1_000));
    }

    @Test
    void aCancelledTimerIsSkippedAndAnEventOutsideLanesNever() {
        int lane = events.lane(10);
        events.scheduleInLane(lane, TIMER, 0, 0);
        events.scheduleInLane(lane, TIMER, 1, 0);
        events.schedule(10, 0, 0, 0);
        cancelled.set(0);

        assertEquals(List.of(1, 0), indicesTaken());
    }

    @Test
    void aLaneOfOnlyCancelledTimersIsAsGoodAsEmpty() {
        int lane = events.lane(10);
        for (int i = 0; i < 100; i++) {
            events.scheduleInLane(lane, TIMER, i, 0);
        }
        cancelled.set(0, 100);

        assertFalse(events.hasNext());
        assertEquals(Long.MAX_VALUE, events.peekTime());
        assertFalse(events.next());
        assertEquals(0, events.size());
        assertEquals(0, events.now());

        events.scheduleInLane(lane, TIMER, 100, 0);
        assertEquals(List.of(100), indicesTaken());
    }

    @Test
    void theTimePeekedAtIsThatOfALiveEvent() {
        int lane = events.lane(10);
        events.scheduleInLane(lane, TIMER, 0, 0);
        events.schedule(20, 0, 1, 0);
        cancelled.set(0);

        assertEquals(20, events.peekTime());
    }

    @Test
    void aTimerCancelledByTheEventBeforeItIsSkipped() {
        int lane = events.lane(10);
        events.scheduleInLane(lane, TIMER, 0, 0);
        events.scheduleInLane(lane, TIMER, 1, 0);

        assertTrue(events.next());
        cancelled.set(1);
        assertFalse(events.next());
    }

    @Test
    void cancelledTimersCostNoOperationOfTheHeap() {
        int lane = events.lane(1_000_000);
        events.scheduleInLane(lane, TIMER, 0, 0);
        for (int i = 1; i < 10_000; i++) {
            cancelled.set(i);
            events.scheduleInLane(lane, TIMER, i, 0);
        }
        events.scheduleInLane(lane, TIMER, 10_000, 0);

        assertEquals(List.of(0, 10_000), indicesTaken());
        // The first in, replaced by the last, and that one out.
        assertEquals(3, events.operations());
    }

    @Test
    void aLaneKeepsNoMoreThanTwiceItsLiveTimersAndItsFirstRoom() {
        int lane = events.lane(1_000_000);
        for (int i = 0; i < 10_000; i++) {
            events.scheduleInLane(lane, TIMER, i, 0);
            cancelled.set(i);
        }

        assertTrue(events.size() <= 16, () -> events.size() + " timers kept");
    }

    @Test
    void heapAndRingsGrowWithoutLosingAnEvent() {
        int lane = events.lane(3_000);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            events.schedule(3_000L - i, 0, i, 0);
            expected.add(0, i);
        }
        for (int i = 3_000; i < 6_000; i++) {
            events.scheduleInLane(lane, TIMER, i, 0);
            expected.add(i);
        }
        assertEquals(6_000, events.size());
        // The first of the heap is of the same time as the lane's, and was scheduled before them.
        assertEquals(expected, indicesTaken());
        assertEquals(0, events.size());
    }
}
