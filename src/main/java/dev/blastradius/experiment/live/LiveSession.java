package dev.blastradius.experiment.live;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.engine.FlightLog;
import dev.blastradius.engine.LiveRun;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Scenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A replication that goes on at a chosen pace on a thread of its own, while others look at it and break and mend things in it. It publishes
 * immutable snapshots and never waits for anybody who looks. All methods may be called on any thread.
 */
public final class LiveSession implements AutoCloseable {

    /** As long as the thread works at a time, in nanoseconds of real time: a third of a picture at 60 a second. */
    private static final long SLICE_NANOS = 5_000_000;

    /** The shortest and the longest stretch of simulated time that is worked at a time, in nanoseconds. */
    private static final long SHORTEST = 1_000_000;

    private static final long LONGEST = 20_000_000_000L;
    /** What is shown of the requests is renewed as often, in nanoseconds of real time. */
    private static final long TRACES_NANOS = 500_000_000;
    /** Over so long the speed is measured, in nanoseconds of real time. */
    private static final long SPEED_NANOS = 500_000_000;
    /** The most that can have moved between two looks and still be told one by one. */
    private static final int MOST_FLIGHTS = 2_000;

    private final List<RunSpec> specs;
    private final List<String> strategies;
    private final RunSettings settings;
    private final int replication;
    private final LiveRun run;
    private final Queue<Action> asked = new ConcurrentLinkedQueue<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final ArrayDeque<double[]> pace = new ArrayDeque<>();
    private final Object flightsLock = new Object();
    private final FlightSample flights = new FlightSample(MOST_FLIGHTS);
    private final Thread thread;

    private volatile double speed = 1;
    private volatile boolean paused = true;
    private volatile boolean closed;
    private volatile Snapshot snapshot;
    private Traces traces = Traces.NONE;
    private long tracesAt;

    /**
     * A session that stands at its beginning.
     *
     * @param strategies by id, what each builds under the scenario: valid, and of the same model; one or more
     * @param first the id of the one to begin with
     * @param settings how; arrivals stop at its duration
     * @param replication the replication's number, from 0
     * @throws EngineLimits.Exceeded where the model asks for more than the machine has
     */
    public LiveSession(Map<String, RunSpec> strategies, String first, RunSettings settings, int replication) {
        this.strategies = new ArrayList<>(List.of(first));
        strategies.keySet().stream().filter(id -> !id.equals(first)).forEach(this.strategies::add);
        this.specs = this.strategies.stream().map(strategies::get).toList();
        this.settings = settings;
        this.replication = replication;
        this.run = new LiveRun(specs, settings.warmup(), settings.duration(), settings.seed(), replication);
        this.snapshot = look(false);
        this.thread = new Thread(this::work, "live");
        thread.setDaemon(true);
        thread.start();
    }

    /** Chooses the pace, in simulated seconds a second, above 0; infinite: as fast as it goes. */
    public void setSpeed(double simulatedSecondsPerSecond) {
        speed = simulatedSecondsPerSecond;
    }

    /** Lets it stand, or go on. */
    public void setPaused(boolean pause) {
        paused = pause;
        LockSupport.unpark(thread);
    }

    /** Whether it is to stand. */
    public boolean isPaused() {
        return paused;
    }

    /**
     * Does something, also while it stands: it takes effect at the next whole millisecond of simulated time.
     *
     * @throws IllegalArgumentException for a strategy that the session does not have
     */
    public void act(Action action) {
        if (action instanceof Action.Flip flip && !strategies.contains(flip.strategy())) {
            throw new IllegalArgumentException("there is no strategy \"" + flip.strategy() + "\"");
        }
        asked.add(action);
        LockSupport.unpark(thread);
    }

    /** How it stands: the newest that is known. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** What has moved along the arrows since this was last asked. */
    public Flights takeFlights() {
        synchronized (flightsLock) {
            return flights.take();
        }
    }

    /** Ends it. The last snapshot stays. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        try {
            goOn();
            traces = run.traces();
            snapshot = look(run.isOver());
        } catch (Throwable failure) {
            // What stands may be broken, and memory may be short: what was last seen stays.
            Snapshot last = snapshot;
            snapshot = new Snapshot(
                    last.now(), true, 0, last.playback(), last.strategy(), last.deeds(), last.script(), failure);
        }
    }

    private void goOn() {
        long slice = SHORTEST;
        long before = System.nanoTime();
        double owed = 0;
        while (!closed && !run.isOver()) {
            boolean done = doWhatWasAsked();
            long now = System.nanoTime();
            // After the last arrival there is nothing to see: what is under way may take an hour to end.
            double factor = run.position() < settings.duration().nanos() ? speed : Double.POSITIVE_INFINITY;
            owed = Double.isInfinite(factor) ? slice : Math.min(LONGEST, owed + (now - before) * factor);
            before = now;
            if (paused || owed < SHORTEST) {
                owed = paused ? 0 : owed;
                if (done || paused) {
                    measurePace(now);
                    snapshot = look(false);
                }
                LockSupport.parkNanos(paused ? 50_000_000 : 2_000_000);
                before = paused ? System.nanoTime() : before;
                continue;
            }
            long stretch = (long) Math.min(owed, (double) slice);
            run.advance(run.position() + stretch, progress -> !closed);
            owed -= stretch;
            fetchFlights();
            long took = System.nanoTime() - now;
            slice = next(slice, took);
            measurePace(now + took);
            if (now + took - tracesAt > TRACES_NANOS) {
                tracesAt = now + took;
                traces = run.traces();
            }
            snapshot = look(false);
        }
    }

    /** The stretch of simulated time that takes a slice of real time, going by how long the last one took. */
    private static long next(long slice, long took) {
        double factor = Math.max(0.25, Math.min(2, (double) SLICE_NANOS / Math.max(1, took)));
        return (long) Math.max(SHORTEST, Math.min(LONGEST, slice * factor));
    }

    private boolean doWhatWasAsked() {
        boolean any = false;
        for (Action action = asked.poll(); action != null; action = asked.poll()) {
            double at = carryOut(action);
            deeds.add(new Deed(at, action));
            any = true;
        }
        return any;
    }

    private double carryOut(Action action) {
        double next = (run.position() / 1_000_000 + 1) / 1e3;
        if (action instanceof Action.Break broken) {
            return run.breakDown(broken.target(), broken.effects()) / 1e9;
        } else if (action instanceof Action.Mend mend) {
            run.mend(mend.id());
            return next;
        } else if (action instanceof Action.Traffic traffic) {
            run.mend(traffic.client());
            return traffic.factor() == 1
                    ? next
                    : run.breakDown(Fault.Target.id(traffic.client()), Map.of("trafficFactor", traffic.factor())) / 1e9;
        } else if (action instanceof Action.Flip flip) {
            return run.follow(strategies.indexOf(flip.strategy())) / 1e9;
        }
        throw new IllegalArgumentException(action.toString());
    }

    private void fetchFlights() {
        synchronized (flightsLock) {
            run.flights().drain(flights);
        }
    }

    private void measurePace(long now) {
        pace.addLast(new double[] {now, run.position()});
        while (pace.size() > 2 && now - pace.getFirst()[0] > SPEED_NANOS) {
            pace.removeFirst();
        }
    }

    private Snapshot look(boolean over) {
        double reached = 0;
        if (pace.size() > 1) {
            double real = pace.getLast()[0] - pace.getFirst()[0];
            reached = real > 0 ? (pace.getLast()[1] - pace.getFirst()[1]) / real : 0;
        }
        List<Fault> faults = run.faults();
        RunSpec spec = specs.get(run.strategy());
        double duration = settings.duration().seconds();
        Playback playback = new Playback(
                spec,
                settings,
                replication,
                run.chronicle(),
                traces,
                FaultWindows.of(spec.pipeline(), new Scenario(null, null, faults), duration));
        List<LiveScript.Step> steps = run.changes().stream()
                .map(change ->
                        new LiveScript.Step(change.at(), strategies.get(change.strategy()), run.pipeline(change)))
                .toList();
        return new Snapshot(
                Math.min(run.position() / 1e9, duration),
                over,
                over ? 0 : reached,
                playback,
                strategies.get(run.strategy()),
                deeds,
                new LiveScript(specs.get(0), faults, steps),
                null);
    }

    /** Keeps what moves until it is taken: all of it, or where there is too much every second, fourth, … of it. */
    private static final class FlightSample implements FlightLog.Receiver {

        private final double[] times;
        private final int[] dependencies;
        private final FlightLog.Kind[] kinds;
        private int size;
        private int every = 1;
        private long seen;

        FlightSample(int most) {
            times = new double[most];
            dependencies = new int[most];
            kinds = new FlightLog.Kind[most];
        }

        @Override
        public void moved(long nanos, int dependency, FlightLog.Kind kind) {
            if (seen++ % every != 0) {
                return;
            }
            if (size == times.length) {
                thin();
            }
            times[size] = nanos / 1e9;
            dependencies[size] = dependency;
            kinds[size++] = kind;
        }

        /** Keeps every second one, and so of what follows. */
        private void thin() {
            for (int i = 0; i < size / 2; i++) {
                times[i] = times[2 * i];
                dependencies[i] = dependencies[2 * i];
                kinds[i] = kinds[2 * i];
            }
            size /= 2;
            every *= 2;
        }

        Flights take() {
            Flights taken = new Flights(
                    Arrays.copyOf(times, size),
                    Arrays.copyOf(dependencies, size),
                    Arrays.copyOf(kinds, size),
                    size == 0 ? 1 : Math.max(1, (double) seen / size));
            size = 0;
            every = 1;
            seen = 0;
            return taken;
        }
    }
}
