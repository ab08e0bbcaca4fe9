package dev.blastradius.engine;

import dev.blastradius.model.component.Client.Priority;
import dev.blastradius.model.component.Station.Shedding;
import org.jspecify.annotations.Nullable;

/** How many may wait in a queue for another one to be let in, by the priority of its client. Immutable. */
final class QueueRoom {

    private final long capacity;
    private final long[] open = new long[Priority.values().length];

    private QueueRoom(long capacity) {
        this.capacity = capacity;
    }

    /**
     * The room of a queue.
     *
     * @param capacity null: unbounded
     * @param shedding null: all of it is open to everyone
     */
    static QueueRoom of(@Nullable Long capacity, @Nullable Shedding shedding) {
        QueueRoom room = new QueueRoom(capacity == null ? Long.MAX_VALUE : capacity);
        Shedding shares = shedding == null ? Shedding.NONE : shedding;
        room.open(Priority.NONESSENTIAL, Shedding.NONESSENTIAL.in(shares));
        room.open(Priority.NORMAL, Shedding.NORMAL.in(shares));
        room.open(Priority.ESSENTIAL, Shedding.ESSENTIAL.in(shares));
        return room;
    }

    private void open(Priority priority, double share) {
        // Rejected from the share on: of 5 places half are three, for two waiting are fewer than half. A little is
        // taken off, so
        // that 0.3 of 10 places are three in spite of rounding.
        open[priority.ordinal()] = share == 1 ? capacity : (long) StrictMath.ceil(capacity * share - 1e-6);
    }

    /** How many may wait in all; infinite: unbounded. */
    double places() {
        return capacity == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : capacity;
    }

    /** How many wait at most when one of this priority joins them. */
    long openTo(int priority) {
        return open[priority];
    }

    /** Whether one of this priority takes another's place when so many wait: the queue is full, and none of it is closed to it. */
    boolean mayDisplace(int priority, long waiting) {
        return waiting >= capacity && open[priority] == capacity;
    }
}
