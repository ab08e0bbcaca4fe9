package dev.blastradius.sim;

import java.util.Arrays;

/**
 * The timers of one constant delay, oldest first: since the clock never goes back, they fall due in the order in which they
 * were set, and a ring keeps them sorted for nothing. Only the head has an entry in the event list's heap.
 */
final class Lane {

    private static final int FIRST_CAPACITY = 16;

    /** From the setting of a timer until it is due, in nanoseconds. */
    final long delay;

    /** Whether the heap has an entry for this lane; it may be that of a timer dropped since, and is then too early. */
    boolean inHeap;

    /** Time and key of each timer, side by side; the capacity is a power of two. */
    private long[] keys = new long[2 * FIRST_CAPACITY];

    /** Type, index and stamp of each timer, and one place unused, so that an address is a shift. */
    private int[] events = new int[4 * FIRST_CAPACITY];

    private int mask = FIRST_CAPACITY - 1;
    private int head;
    private int count;

    Lane(long delay) {
        this.delay = delay;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count > mask;
    }

    void push(long time, long key, int type, int index, int stamp) {
        int at = (head + count) & mask;
        keys[2 * at] = time;
        keys[2 * at + 1] = key;
        events[4 * at] = type;
        events[4 * at + 1] = index;
        events[4 * at + 2] = stamp;
        count++;
    }

    long headTime() {
        return keys[2 * head];
    }

    long headKey() {
        return keys[2 * head + 1];
    }

    int headType() {
        return events[4 * head];
    }

    int headIndex() {
        return events[4 * head + 1];
    }

    int headStamp() {
        return events[4 * head + 2];
    }

    boolean isHeadLive(EventList.Liveness liveness) {
        return isLive(head, liveness);
    }

    void removeHead() {
        head = (head + 1) & mask;
        count--;
    }

    /** Drops the dead timers before the first live one, and tells how many. */
    int dropDeadHeads(EventList.Liveness liveness) {
        int before = count;
        while (count > 0 && !isLive(head, liveness)) {
            removeHead();
        }
        return before - count;
    }

    /**
     * Makes room in a full ring: drops all dead timers, and doubles the ring only where more than half of it is alive. The
     * memory thus follows the timers alive, not all those set within the delay. Tells how many were dropped.
     */
    int makeRoom(EventList.Liveness liveness) {
        int before = count;
        int kept = 0;
        for (int i = 0; i < before; i++) {
            int from = (head + i) & mask;
            if (isLive(from, liveness)) {
                move(from, (head + kept) & mask);
                kept++;
            }
        }
        count = kept;
        if (kept > (mask + 1) / 2) {
            grow();
        }
        return before - kept;
    }

    private boolean isLive(int at, EventList.Liveness liveness) {
        return liveness.isLive(events[4 * at], events[4 * at + 1], events[4 * at + 2]);
    }

    private void move(int from, int to) {
        keys[2 * to] = keys[2 * from];
        keys[2 * to + 1] = keys[2 * from + 1];
        events[4 * to] = events[4 * from];
        events[4 * to + 1] = events[4 * from + 1];
        events[4 * to + 2] = events[4 * from + 2];
    }

    /** Doubles the ring; what lay before the head follows the old end in the new half, so that the ring stays in order. */
    private void grow() {
        int capacity = mask + 1;
        keys = Arrays.copyOf(keys, 4 * capacity);
        events = Arrays.copyOf(events, 8 * capacity);
        System.arraycopy(keys, 0, keys, 2 * capacity, 2 * head);
        System.arraycopy(events, 0, events, 4 * capacity, 4 * head);
        mask = 2 * capacity - 1;
    }
}
