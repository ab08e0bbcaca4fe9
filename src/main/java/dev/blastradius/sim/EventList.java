package dev.blastradius.sim;

import java.util.Arrays;

/**
 * The future events of a run and its clock. Events come in the order of their time, and those of one time in the order in
 * which they were scheduled. An event is three integers, whose meaning is the user's: a type, an index (of a request, a
 * station, …) and a stamp (by which the user knows an event that was cancelled since).
 *
 * <p>Two ways lead in. Any time goes to a binary heap. Timers that are always set for the same delay, such as time-outs,
 * go to a lane: a ring that is sorted by itself, of which only the head stands in the heap. Timers cancelled before they
 * reach the head are dropped there without an operation of the heap, so a time-out that does not strike costs next to
 * nothing.
 *
 * <p>The heap is on primitive arrays, two longs an entry: the time, and a key whose high bits are the sequence number and
 * whose low bits tell where the event's integers lie. Taking the root walks the hole down to a leaf by the smaller child,
 * chosen without a branch, and sifts the last entry up from there (Wegener 1993, "Bottom-up heapsort"): the branches left
 * are ones that a processor predicts. Nothing is allocated but when an array doubles.
 */
public final class EventList {

    /** Whether a timer in a lane is still wanted. One that is dead stays dead. */
    public interface Liveness {
        /** Asked when a timer comes to the head of its lane, and when its lane is short of room. */
        boolean isLive(int type, int index, int stamp);
    }

    /** The low bits of a key: a slot's or a lane's number, and which of the two it is. */
    private static final int KEY_BITS = 24;

    private static final int LANE = 1 << (KEY_BITS - 1);
    private static final int NUMBER = LANE - 1;

    /** 5.5e11 events in one run: days of computing. */
    private static final long LAST_SEQUENCE = (1L << (63 - KEY_BITS)) - 1;

    private static final int FIRST_CAPACITY = 64;
    private static final int NO_SLOT = -1;

    private final Liveness liveness;

    private long[] heap = new long[2 * FIRST_CAPACITY];
    private int heapSize;

    /** Type, index and stamp of each event in the heap, and the number of the next free slot. */
    private int[] slots = new int[4 * FIRST_CAPACITY];

    private int slotsUsed;
    private int freeSlot = NO_SLOT;

    private Lane[] lanes = new Lane[0];

    private long sequence;
    private int pending;
    private long operations;

    private long now;
    private int type;
    private int index;
    private int stamp;

    /**
     * An empty list; its clock stands at 0.
     *
     * @param liveness asked of timers in lanes
     */
    public EventList(Liveness liveness) {
        this.liveness = liveness;
    }

    /**
     * The number of the lane for a delay; the same delay gives the same lane. For setting up: it searches all lanes.
     *
     * @param delayNanos 0 or more, else IllegalArgumentException
     */
    public int lane(long delayNanos) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("a delay of " + delayNanos + " ns");
        }
        for (int i = 0; i < lanes.length; i++) {
            if (lanes[i].delay == delayNanos) {
                return i;
            }
        }
        lanes = Arrays.copyOf(lanes, lanes.length + 1);
        lanes[lanes.length - 1] = new Lane(delayNanos);
        return lanes.length - 1;
    }

    /**
     * Schedules an event.
     *
     * @param time in nanoseconds; IllegalArgumentException where it is before now
     */
    public void schedule(long time, int type, int index, int stamp) {
        if (time < now) {
            throw new IllegalArgumentException("an event at " + time + " ns, which is before now, " + now + " ns");
        }
        int slot = takeSlot();
        slots[4 * slot] = type;
        slots[4 * slot + 1] = index;
        slots[4 * slot + 2] = stamp;
        pending++;
        insert(time, nextKey(slot));
    }

    /**
     * Sets a timer for now and the lane's delay.
     *
     * @param lane a number that {@link #lane} gave
     */
    public void scheduleInLane(int lane, int type, int index, int stamp) {
        Lane ring = lanes[lane];
        long time = now + ring.delay;
        if (time < now) {
            throw new IllegalArgumentException("a timer of " + ring.delay + " ns, set at " + now + " ns, never ends");
        }
        if (ring.isFull()) {
            pending -= ring.makeRoom(liveness);
        }
        long key = nextKey(LANE | lane);
        ring.push(time, key, type, index, stamp);
        pending++;
        if (!ring.inHeap) {
            ring.inHeap = true;
            insert(time, key);
        }
    }

    /** Takes the earliest event and sets the clock to its time; false where there is none. */
    public boolean next() {
        if (!settle()) {
            return false;
        }
        now = heap[0];
        int low = (int) heap[1];
        pending--;
        if ((low & LANE) != 0) {
            Lane lane = lanes[low & NUMBER];
            type = lane.headType();
            index = lane.headIndex();
            stamp = lane.headStamp();
            lane.removeHead();
            reseat(lane);
        } else {
            int slot = low & NUMBER;
            type = slots[4 * slot];
            index = slots[4 * slot + 1];
            stamp = slots[4 * slot + 2];
            slots[4 * slot + 3] = freeSlot;
            freeSlot = slot;
            removeRoot();
        }
        return true;
    }

    /** Whether {@link #next} has something to take. */
    public boolean hasNext() {
        return settle();
    }

    /** The time of the event that {@link #next} would take, in nanoseconds; Long.MAX_VALUE where there is none. */
    public long peekTime() {
        return settle() ? heap[0] : Long.MAX_VALUE;
    }

    /** The clock, in nanoseconds: the time of the event taken last; 0 before the first. */
    public long now() {
        return now;
    }

    /** The type of the event taken last. */
    public int type() {
        return type;
    }

    /** The index of the event taken last. */
    public int index() {
        return index;
    }

    /** The stamp of the event taken last. */
    public int stamp() {
        return stamp;
    }

    /** How many events are pending, with the dead timers that no lane has dropped yet. */
    public int size() {
        return pending;
    }

    /** How often the heap was changed so far: entries put in, taken out or replaced. */
    public long operations() {
        return operations;
    }

    /** Brings a live event to the root, unless there is none at all. */
    private boolean settle() {
        while (heapSize > 0) {
            long key = heap[1];
            if ((key & LANE) == 0) {
                return true;
            }
            Lane lane = lanes[(int) key & NUMBER];
            if (!lane.isEmpty() && lane.headKey() == key && lane.isHeadLive(liveness)) {
                return true;
            }
            reseat(lane);
        }
        return false;
    }

    /** Replaces the root, an entry of this lane, by that of the lane's first live timer. */
    private void reseat(Lane lane) {
        pending -= lane.dropDeadHeads(liveness);
        if (lane.isEmpty()) {
            lane.inHeap = false;
            removeRoot();
        } else {
            operations++;
            fillRoot(lane.headTime(), lane.headKey());
        }
    }

    private long nextKey(int low) {
        if (sequence == LAST_SEQUENCE) {
            throw new Full("more than " + LAST_SEQUENCE + " events");
        }
        return sequence++ << KEY_BITS | low;
    }

    private int takeSlot() {
        int slot = freeSlot;
        if (slot != NO_SLOT) {
            freeSlot = slots[4 * slot + 3];
            return slot;
        }
        if (slotsUsed == NUMBER) {
            throw new Full("more than " + NUMBER + " events pending");
        }
        if (4 * slotsUsed == slots.length) {
            slots = Arrays.copyOf(slots, 2 * slots.length);
        }
        return slotsUsed++;
    }

    private void insert(long time, long key) {
        if (2 * heapSize == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        operations++;
        siftUp(heapSize++, time, key);
    }

    private void removeRoot() {
        operations++;
        heapSize--;
        if (heapSize > 0) {
            fillRoot(heap[2 * heapSize], heap[2 * heapSize + 1]);
        }
    }

    /** Puts an entry into the heap in place of the root. */
    private void fillRoot(long time, long key) {
        long[] entries = heap;
        int end = 2 * heapSize;
        int hole = 0;
        int child = 2;
        while (child + 2 < end) {
            // Times are never negative, so the differences cannot overflow. The sign of the expression is that of the
            // times' difference, or where that is 0, of the keys'.
            long byTime = entries[child + 2] - entries[child];
            long byKey = entries[child + 3] - entries[child + 1];
            child += (int) ((byTime | (~(byTime | -byTime) & byKey)) >>> 63) << 1;
            entries[hole] = entries[child];
            entries[hole + 1] = entries[child + 1];
            hole = child;
            child = 2 * child + 2;
        }
        if (child < end) {
            entries[hole] = entries[child];
            entries[hole + 1] = entries[child + 1];
            hole = child;
        }
        siftUp(hole / 2, time, key);
    }

    private void siftUp(int from, long time, long key) {
        long[] entries = heap;
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            long parentTime = entries[2 * parent];
            if (parentTime < time || (parentTime == time && entries[2 * parent + 1] < key)) {
                break;
            }
            entries[2 * hole] = parentTime;
            entries[2 * hole + 1] = entries[2 * parent + 1];
            hole = parent;
        }
        entries[2 * hole] = time;
        entries[2 * hole + 1] = key;
    }

    /** There is no room for a further event. */
    public static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1;

        Full(String message) {
            super(message);
        }
    }
}
