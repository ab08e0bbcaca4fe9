package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/** A work queue between a caller and its work: the caller is told {@code deferred} at once, consumers do the work later. */
public record WorkQueue(
        About about,
        Station.@Nullable Queue queue,
        @Nullable Long consumers,
        @Nullable Duration maxAge) implements Component {

    public static final Parameter<WorkQueue, About> ABOUT =
            Parameter.group("about", About.TYPE, WorkQueue::about, "What people call it");
    public static final Parameter<WorkQueue, Station.Queue> QUEUE = Parameter.<WorkQueue, Station.Queue>of(
                    "queue",
                    Station.Queue.TYPE,
                    WorkQueue::queue,
                    "How much it holds and in which order it gives it out")
            .absentMeans("unbounded, first in first out");
    public static final Parameter<WorkQueue, Long> CONSUMERS = Parameter.of(
                    "consumers",
                    new IntegerType(1, 1_000_000),
                    WorkQueue::consumers,
                    "How many pieces of work are given to its dependencies at a time")
            .byDefault(1L);
    public static final Parameter<WorkQueue, Duration> MAX_AGE = Parameter.<WorkQueue, Duration>of(
                    "maxAge", new DurationType(false), WorkQueue::maxAge, "Work older than this is lost")
            .absentMeans("kept for ever");

    private static final String MEANING = "Accepts at once, keeps the work, and feeds it to consumers";

    public static final Kind<WorkQueue> KIND = new Kind<>(
            "queue",
            "Queue",
            MEANING,
            Kind.Role.BUFFER,
            ObjectType.of("work queue", MEANING, WorkQueue.class, ABOUT, QUEUE, CONSUMERS, MAX_AGE));

    @Override
    public Kind<WorkQueue> kind() {
        return KIND;
    }
}
