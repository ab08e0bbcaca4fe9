package dev.blastradius.engine;

import dev.blastradius.engine.Fates.Notes;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/** A pipeline and a scenario made ready to run; immutable, so that several threads can make replications of it at the same time. */
public final class Simulation {

    private final Plan plan;
    private final Span span;
    private final @Nullable Outage outage;

    private Simulation(Plan plan, Span span, @Nullable Outage outage) {
        this.plan = plan;
        this.span = span;
        this.outage = outage;
    }

    /** Hears how far a replication is, and can end it. */
    public interface Watch {

        /** Goes on to the end. */
        Watch NONE = done -> true;

        /**
         * Called now and then while events are handled.
         *
         * @param done share of the simulated time, 0 to 1
         * @return whether the replication is to go on
         */
        boolean goesOn(double done);
    }

    /**
     * Makes a run ready.
     *
     * @param spec a valid model, of which {@link UnreadRecordings#problems} says nothing
     * @param warmup requests before this are not measured
     * @param duration arrivals stop here
     */
    public static Simulation of(RunSpec spec, Duration warmup, Duration duration) {
        Numbering numbers = Numbering.of(spec);
        Span span = Span.of(warmup.nanos(), duration.nanos(), numbers.parts());
        return new Simulation(
                PlanBuilder.build(spec, numbers, span.end()), span, Outage.of(spec.scenario(), duration.nanos()));
    }

    /**
     * Makes one replication, in the calling thread. The same seed and number give the same result, bit for bit.
     *
     * @param seed the experiment's seed
     * @param replication its number, from 0
     * @return what it gave; null where the watch ended it
     * @throws EngineLimits.Exceeded where the model asks for more than the machine has
     * @throws Conservation.Violated where requests were lost or doubled: a fault of the program's own
     */
    public @Nullable ReplicationResult replicate(long seed, int replication, Watch watch) {
        return replicate(seed, replication, watch, EngineLimits.MOST_EVENTS_AT_ONE_MOMENT);
    }

    /** The same, and notes what becomes of each request: see {@link ReplicationResult#log}. It takes a byte for each. */
    public @Nullable ReplicationResult replicateNoting(long seed, int replication, Watch watch) {
        return run(replication(seed, replication, EngineLimits.MOST_EVENTS_AT_ONE_MOMENT, Notes.KEEP), watch);
    }

    /**
     * The same, and compares each request with itself in a twin run: see {@link ReplicationResult#twin}.
     *
     * @param twin what became of the requests of the same clients, with the same seed and number
     * @param bounded whether to count the requests that some path could have answered in time: {@link TwinMeasures#answerable}
     */
    public @Nullable ReplicationResult replicateBeside(
            RequestLog twin, boolean bounded, long seed, int replication, Watch watch) {
        Notes notes = new Notes(false, twin, outage, bounded);
        return run(replication(seed, replication, EngineLimits.MOST_EVENTS_AT_ONE_MOMENT, notes), watch);
    }

    /**
     * Makes one replication, and records what it goes through. It is the same, bit for bit, as one that is not recorded.
     *
     * @return what it gave; null where the watch ended it
     */
    public @Nullable RecordedReplication record(long seed, int replication, Watch watch) {
        Replication run = new Replication(
                plan.copy(), span, key(seed, replication), EngineLimits.MOST_EVENTS_AT_ONE_MOMENT, true);
        ReplicationResult result = run(run, watch);
        return result == null ? null : new RecordedReplication(result, run.chronicle(), run.traces());
    }

    /** The same with another bound on the events at one moment. */
    @Nullable
    ReplicationResult replicate(long seed, int replication, Watch watch, long mostEventsAtOneMoment) {
        return run(replication(seed, replication, mostEventsAtOneMoment, Notes.NONE), watch);
    }

    private static @Nullable ReplicationResult run(Replication run, Watch watch) {
        try {
            return run.run(watch);
        } catch (EventList.Full e) {
            throw new EngineLimits.Exceeded(e.getMessage() + ": too much is under way at the same time");
        }
    }

    /**
     * Makes one replication, and checks the laws of {@link Conservation} not only at its end.
     *
     * @param everyEvents a power of two: they are checked whenever so many events have been handled
     */
    ReplicationResult replicateChecked(long seed, int replication, int everyEvents) {
        return replication(seed, replication, EngineLimits.MOST_EVENTS_AT_ONE_MOMENT, Notes.NONE)
                .runChecked(everyEvents);
    }

    private Replication replication(long seed, int number, long mostEventsAtOneMoment, Notes notes) {
        return new Replication(plan, span, key(seed, number), mostEventsAtOneMoment, notes);
    }

    /** What all randomness of a replication follows from. */
    static long key(long seed, int replication) {
        return RandomStream.mix(RandomStream.mix(0, seed), replication);
    }
}
