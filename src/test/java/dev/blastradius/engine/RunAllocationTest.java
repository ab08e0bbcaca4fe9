package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** That the event path allocates nothing: measured within a run, between its looks at the watch. */
class RunAllocationTest {

    private static final int LOOKS = 4_000;

    @Test
    void aRunAllocatesNothingOnceItsArraysHaveGrown() throws IOException {
        Model model = model("six-stations");
        RunSpec spec = Strategies.runSpec(model, "spike", Strategy.AS_DRAWN);
        allocatesNothing(Simulation.of(spec, Duration.ZERO, Duration.of("300s")));
    }

    @Test
    void norDoQueuesThatDeliverAgainAndLose() {
        allocatesNothing(Lab.of(
                        "'a':{'kind':'client','traffic':{'requestsPerSecond':2000}},"
                                + "'mail':{'kind':'queue','consumers':300,'maxAge':'2s','redeliverAfter':'500ms','maxDeliveries':3},"
                                + "'worker':{'kind':'service','latency':{'type':'exponential','mean':'50ms'},'errorRate':0.5}",
                        "'a->mail':{},'mail->worker':{}")
                .lasting("300s")
                .simulation(Strategy.AS_DRAWN));
    }

    /** An object for each event would be more than 1,000 bytes a request; what is recorded are the steps and the requests of the sample. */
    @Test
    void recordingAllocatesForWhatItKeepsAndNotForEachEvent() throws IOException {
        RunSpec spec = Strategies.runSpec(model("six-stations"), "spike", Strategy.AS_DRAWN);
        Simulation simulation = Simulation.of(spec, Duration.ZERO, Duration.of("300s"));
        Meter meter = new Meter();
        RecordedReplication run = simulation.record(42, 0, meter);
        assertNotNull(run);
        long bytes = meter.bytes[meter.looks - 1] - meter.bytes[0];
        long requests = run.result().flow(0).requests();
        assertTrue(requests > 200_000, "enough requests to judge by");
        assertTrue(bytes / requests < 400, bytes / requests + " bytes a request");
    }

    private static void allocatesNothing(Simulation simulation) {
        assertNotNull(simulation.replicate(7, 0, Simulation.Watch.NONE), "a first run, to warm up");
        Meter meter = new Meter();
        assertNotNull(simulation.replicate(42, 0, meter));
        assertTrue(meter.looks > 20, "enough looks to judge by");
        // The spike ends at 180 s, three fifths of the run: by then every pool has grown as far as it will. A latency
        // histogram still
        // grows when it meets the longest time so far, which two of these stretches of 65,536 events may contain.
        int stretches = 0;
        int silent = 0;
        for (int look = 1; look < meter.looks; look++) {
            if (meter.done[look - 1] > 0.65) {
                stretches++;
                silent += meter.bytes[look] == meter.bytes[look - 1] ? 1 : 0;
            }
        }
        assertTrue(stretches >= 8, "enough stretches to judge by");
        assertTrue(
                silent >= stretches - 2,
                "bytes at each look: " + Arrays.toString(Arrays.copyOf(meter.bytes, meter.looks)));
    }

    static Model model(String name) throws IOException {
        try (InputStream in = RunAllocationTest.class.getResourceAsStream("/benchmarks/" + name + ".blast.json")) {
            assertNotNull(in, name);
            Model model = ModelReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), null)
                    .model();
            assertNotNull(model, name);
            return model;
        }
    }

    /** Notes what this thread has allocated whenever the run looks at its watch. */
    private static final class Meter implements Simulation.Watch {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long[] bytes = new long[LOOKS];
        private final double[] done = new double[LOOKS];
        private int looks;

        @Override
        public boolean goesOn(double share) {
            done[looks] = share;
            bytes[looks++] = threads.getCurrentThreadAllocatedBytes();
            return true;
        }
    }
}
