package dev.blastradius.sim;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much a piece of the program allocates. */
public final class Allocation {

    private static final int ROUNDS = 5;

    private Allocation() {}

    /**
     * The bytes that this thread allocates in one go of an action after one to warm up: the least of five rounds, for the
     * machine itself now and then allocates a few hundred bytes on a thread's account, as when it throws compiled code away.
     * What the action allocates each time is in every round.
     */
    public static long bytesInSteadyState(Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        action.run();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            action.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
