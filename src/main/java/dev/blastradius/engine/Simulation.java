package dev.blastradius.engine;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/** A pipeline and a scenario made ready to run; immutable, so that several threads can make replications of it at the same time. */
public final class Simulation {

    private final Plan plan;
    private final Span span;

    private Simulation(Plan plan, Span span) {
        this.plan = plan;
        this.span = span;
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
        return new Simulation(PlanBuilder.build(spec, numbers, span.end()), span);
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

    /** The same with another bound on the events at one moment. */
    @Nullable
    ReplicationResult replicate(long seed, int replication, Watch watch, long mostEventsAtOneMoment) {
        Replication run = replication(seed, replication, mostEventsAtOneMoment);
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
        return replication(seed, replication, EngineLimits.MOST_EVENTS_AT_ONE_MOMENT)
                .runChecked(everyEvents);
    }

    private Replication replication(long seed, int number, long mostEventsAtOneMoment) {
        long key = RandomStream.mix(RandomStream.mix(0, seed), number);
        return new Replication(plan, span, key, mostEventsAtOneMoment);
    }
}
