package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event list against the plainest thing that does the same: a priority queue of objects. */
class EventListOrderTest {

    private static final long[] DELAYS = {0, 1, 7, 50, 400};
    private static final int STEPS = 20_000;

    /** An event as the reference keeps it. */
    record Event(long time, int index, boolean inLane) {}

    private final BitSet cancelled = new BitSet();
    private final EventList events = new EventList((type, index, stamp) -> {
        assertEquals(index + 1, type);
        assertEquals(index + 2, stamp);
        return !cancelled.get(index);
    });

    /** Indices are given in the order of scheduling. */
    private final PriorityQueue<Event> reference =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingInt(Event::index));

    private final RandomStream random = new RandomStream();
    private int scheduled;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eventsComeInTheOrderOfTimeAndSchedulingWithTheCancelledTimersLeftOut(long seed) {
        random.start(RandomStream.mix(seed, 0));
        // Odd seeds cancel most timers, every third hardly takes faster than it schedules, so that the list grows.
        int cancelPercent = seed % 2 == 1 ? 90 : 10;
        int takePercent = seed % 3 == 0 ? 35 : 55;
        for (int i = 0; i < DELAYS.length; i++) {
            events.lane(DELAYS[i]);
        }
        for (int i = 0; i < STEPS; i++) {
            if (random.below(100) < takePercent) {
                takeOne();
            } else {
                scheduleOne(cancelPercent);
            }
        }
        while (!reference.isEmpty()) {
            takeOne();
        }
        takeOne();
    }

    private void scheduleOne(int cancelPercent) {
        int index = scheduled++;
        if (random.below(2) == 0) {
            long time = events.now() + random.below(100);
            events.schedule(time, index + 1, index, index + 2);
            reference.add(new Event(time, index, false));
        } else {
            int lane = random.below(DELAYS.length);
            events.scheduleInLane(lane, index + 1, index, index + 2);
            reference.add(new Event(events.now() + DELAYS[lane], index, true));
        }
        if (random.below(100) < cancelPercent) {
            cancelled.set(random.below(scheduled));
        }
    }

    private void takeOne() {
        Event expected = takeFromReference();
        if (random.below(2) == 0) {
            assertEquals(expected == null ? Long.MAX_VALUE : expected.time(), events.peekTime());
        }
        boolean taken = events.next();
        if (expected == null) {
            assertEquals(false, taken);
            assertNull(reference.peek());
        } else {
            assertEquals(true, taken);
            assertNotNull(expected);
            assertEquals(expected.time(), events.now());
            assertEquals(expected.index(), events.index());
            assertEquals(expected.index() + 1, events.type());
            assertEquals(expected.index() + 2, events.stamp());
        }
    }

    private @Nullable Event takeFromReference() {
        Event event = reference.poll();
        while (event != null && event.inLane() && cancelled.get(event.index())) {
            event = reference.poll();
        }
        return event;
    }
}
