package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.distribution.Distribution;
import org.junit.jupiter.api.Test;

/** What the kernel does for each event allocates nothing, once its arrays have grown to the size of the run. */
class KernelAllocationTest {

    private static final int REQUESTS = 1_000;
    private static final int ARRIVAL = 0;
    private static final int TIME_OUT = 1;

    /** Requests that come back after a random time, each with a time-out that mostly does not strike. */
    private static final class Model {
        private final int[] attempts = new int[REQUESTS];
        private final EventList events = new EventList((type, index, stamp) -> attempts[index] == stamp);
        private final int lane = events.lane(4_000_000_000L);
        private final Sampler latency = Samplers.of(new Distribution.Gamma(Duration.of("1s"), 1.0));
        private final RandomStream stream = new RandomStream();
        private long timeOuts;

        Model() {
            for (int i = 0; i < REQUESTS; i++) {
                events.schedule(i, ARRIVAL, i, 0);
            }
        }

        void run(int count) {
            for (int i = 0; i < count; i++) {
                events.next();
                int request = events.index();
                if (events.type() == TIME_OUT) {
                    timeOuts++;
                } else {
                    int attempt = ++attempts[request];
                    stream.start(RandomStream.mix(RandomStream.mix(7, request), attempt));
                    long nanos = (long) (latency.sample(stream) * 1e9);
                    events.schedule(events.now() + nanos, ARRIVAL, request, attempt);
                    events.scheduleInLane(lane, TIME_OUT, request, attempt);
                }
            }
        }
    }

    @Test
    void aMillionEventsInSteadyStateAllocateNotOneByte() {
        Model model = new Model();

        assertEquals(0, Allocation.bytesInSteadyState(() -> model.run(1_000_000)));
        assertTrue(model.timeOuts > 0, "no time-out has struck");
    }
}
