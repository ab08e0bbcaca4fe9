package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A work queue between a caller and its work: the caller is told {@code deferred} at once, consumers do the work later.
 *
 * @param about label, description and tags
 * @param queue how much it holds and in which order it gives it out; null: unbounded, first in first out
 * @param consumers how many pieces of work are at its dependencies at a time
 * @param maxAge the age at which work that waits is lost; null: never
 * @param redeliverAfter how long after a failure it comes back
 * @param maxDeliveries how often it is given to a consumer; null: until it is delivered
 */
public record WorkQueue(
        About about,
        Station.@Nullable Queue queue,
        @Nullable Long consumers,
        @Nullable Duration maxAge,
        @Nullable Duration redeliverAfter,
        @Nullable Long maxDeliveries)
        implements Component {

    public static final Parameter<WorkQueue, About> ABOUT =
            Parameter.group("about", About.TYPE, WorkQueue::about, "What people call it");
    public static final Parameter<WorkQueue, Station.Queue> QUEUE = Parameter.<WorkQueue, Station.Queue>of(
                    "queue",
                    Station.Queue.TYPE,
                    WorkQueue::queue,
                    "How much it holds and in which order it gives it out")
            .absentMeans("unbounded, first in first out")
            .beginningWith(Beginning.harmless(Beginning.object("capacity", 10_000L)));
    public static final Parameter<WorkQueue, Long> CONSUMERS = Parameter.of(
                    "consumers",
                    new IntegerType(1, 1_000_000),
                    WorkQueue::consumers,
                    "How many pieces of work are given to its dependencies at a time")
            .byDefault(1L)
            .ownChoice();
    public static final Parameter<WorkQueue, Duration> MAX_AGE = Parameter.<WorkQueue, Duration>of(
                    "maxAge",
                    new DurationType(false),
                    WorkQueue::maxAge,
                    "Work that is still not delivered at this age is lost, unless a consumer is at it")
            .absentMeans("kept for ever")
            .from("Amazon SQS: MessageRetentionPeriod; RabbitMQ: message TTL");
    public static final Parameter<WorkQueue, Duration> REDELIVER_AFTER = Parameter.of(
                    "redeliverAfter",
                    new DurationType(false),
                    WorkQueue::redeliverAfter,
                    "How long after a failed delivery the work comes back, to the end of the line")
            .byDefault(Duration.of("30s"))
            .from("Amazon SQS: default visibility time-out, 30 s");
    public static final Parameter<WorkQueue, Long> MAX_DELIVERIES = Parameter.<WorkQueue, Long>of(
                    "maxDeliveries",
                    new IntegerType(1, 1_000_000),
                    WorkQueue::maxDeliveries,
                    "How often work is given to a consumer before it is lost, the first time counted")
            .absentMeans("as often as it takes")
            .from("Amazon SQS: maxReceiveCount of a redrive policy, which there is none of by default");

    private static final String MEANING = "Accepts at once, keeps the work, and feeds it to consumers";

    public static final Kind<WorkQueue> KIND = new Kind<>(
            "queue",
            "Queue",
            MEANING,
            Kind.Role.BUFFER,
            new Kind.Look(Kind.Outline.BARRED, "layers"),
            ObjectType.of(
                            "work queue",
                            MEANING,
                            WorkQueue.class,
                            ABOUT,
                            QUEUE,
                            CONSUMERS,
                            MAX_AGE,
                            REDELIVER_AFTER,
                            MAX_DELIVERIES)
                    .withRule(WorkQueue::checkTimes));

    private static void checkTimes(WorkQueue it, JsonPath where, Problems problems) {
        Duration again = REDELIVER_AFTER.in(it);
        boolean comesBack = it.maxDeliveries == null || it.maxDeliveries > 1;
        if (comesBack && it.maxAge != null && it.maxAge.nanos() <= again.nanos()) {
            problems.warning(
                    where.key(MAX_AGE.key()),
                    "work that fails once is too old before it comes back after " + again.text(),
                    "more than \"" + REDELIVER_AFTER.key() + "\", or \"" + MAX_DELIVERIES.key() + "\": 1",
                    it.maxAge.text());
        }
        if (!comesBack && it.redeliverAfter != null) {
            problems.warning(
                    where.key(REDELIVER_AFTER.key()),
                    "work that is delivered once at most never comes back; this has no effect",
                    "\"" + MAX_DELIVERIES.key() + "\" above 1",
                    null);
        }
    }

    /** Its consumers as servers without any work of their own: each is held while what it calls is at work. */
    public Station servers() {
        return new Station(null, CONSUMERS.in(this), queue, null, true, Station.Cancellation.NONE, null);
    }

    @Override
    public Kind<WorkQueue> kind() {
        return KIND;
    }
}
