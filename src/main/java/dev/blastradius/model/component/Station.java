package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.DistributionTypes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where requests are worked on: servers with a queue before them, as queueing theory has it.
 *
 * @param instances replicas behind a random balancer; concurrency, queue and the policies' state are each replica's own
 * @param concurrency servers (worker threads) of each replica; null: unlimited
 * @param queue the queue before the servers; null: unbounded, first in first out
 * @param latency its own work, before its calls; null: none
 * @param blocking whether it holds its server while its calls run
 * @param cancellation what becomes of work whose caller has given up
 * @param errorRate share of requests answered {@code error} after its own work, without any fault
 */
public record Station(
        @Nullable Long instances,
        @Nullable Long concurrency,
        @Nullable Queue queue,
        @Nullable Distribution latency,
        @Nullable Boolean blocking,
        @Nullable Cancellation cancellation,
        @Nullable Double errorRate) {

    public static final Station DEFAULT = new Station(null, null, null, null, null, null, null);

    public static final Parameter<Station, Long> INSTANCES = Parameter.of(
                    "instances",
                    new IntegerType(1, 1_000),
                    Station::instances,
                    "Replicas behind a random balancer; servers, queue and policies are each replica's own")
            .byDefault(1L)
            .ownChoice();
    public static final Parameter<Station, Long> CONCURRENCY = Parameter.<Station, Long>of(
                    "concurrency",
                    new IntegerType(1, 1_000_000),
                    Station::concurrency,
                    "Servers (worker threads) of each replica")
            .absentMeans("unlimited");
    public static final Parameter<Station, Queue> QUEUE = Parameter.<Station, Queue>of(
                    "queue", Queue.TYPE, Station::queue, "The queue before the servers")
            .absentMeans("unbounded, first in first out");
    public static final Parameter<Station, Distribution> LATENCY = Parameter.<Station, Distribution>of(
                    "latency", DistributionTypes.LATENCY, Station::latency, "Its own work, before its calls")
            .absentMeans("none");
    public static final Parameter<Station, Boolean> BLOCKING = Parameter.of(
                    "blocking", new BooleanType(), Station::blocking, "Whether it holds its server while its calls run")
            .byDefault(true)
            .ownChoice();
    public static final Parameter<Station, Cancellation> CANCELLATION = Parameter.of(
                    "cancellation",
                    ChoiceType.of(Cancellation.class),
                    Station::cancellation,
                    "What becomes of work whose caller has given up")
            .byDefault(Cancellation.NONE)
            .ownChoice();
    public static final Parameter<Station, Double> ERROR_RATE = Parameter.of(
                    "errorRate",
                    NumberType.SHARE,
                    Station::errorRate,
                    "Share of requests answered with an error after its own work, without any fault")
            .byDefault(0.0)
            .ownChoice();

    public static final ObjectType<Station> TYPE = ObjectType.of(
            "station",
            "Servers with a queue before them",
            Station.class,
            INSTANCES,
            CONCURRENCY,
            QUEUE,
            LATENCY,
            BLOCKING,
            CANCELLATION,
            ERROR_RATE);

    /** What becomes of work whose caller has given up. */
    public enum Cancellation implements Named {
        NONE("none", "The work goes on, for nobody"),
        QUEUED("queued", "Work that still waits leaves the queue; running work goes on"),
        ALL("all", "Waiting and running work both stop");

        private final Word word;

        Cancellation(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /** In which order waiting requests are served. */
    public enum Discipline implements Named {
        FIFO("fifo", "First in, first out"),
        LIFO("lifo", "Last in, first out"),
        PRIORITY("priority", "By the client's priority, then first in first out; work in service is not interrupted");

        private final Word word;

        Discipline(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /**
     * The queue before the servers.
     *
     * @param capacity the most that wait; 0: rejected at once when all servers are busy; null: unbounded
     * @param discipline the order of service
     * @param maxWait the longest wait, after which the request is {@code rejected}; null: for ever
     * @param shedding who is turned away before it is full; null: nobody
     */
    public record Queue(
            @Nullable Long capacity,
            @Nullable Discipline discipline,
            @Nullable Distribution maxWait,
            @Nullable Shedding shedding) {

        public static final Queue DEFAULT = new Queue(null, null, null, null);

        public static final Parameter<Queue, Long> CAPACITY = Parameter.<Queue, Long>of(
                        "capacity",
                        new IntegerType(0, 100_000_000),
                        Queue::capacity,
                        "The most that wait; 0 rejects at once when all servers are busy")
                .absentMeans("unbounded");
        public static final Parameter<Queue, Discipline> DISCIPLINE = Parameter.of(
                        "discipline", ChoiceType.of(Discipline.class), Queue::discipline, "The order of service")
                .byDefault(Discipline.FIFO)
                .ownChoice();
        public static final Parameter<Queue, Distribution> MAX_WAIT = Parameter.<Queue, Distribution>of(
                        "maxWait",
                        DistributionTypes.TIME,
                        Queue::maxWait,
                        "The longest wait in the queue, after which the request is rejected")
                .absentMeans("for ever");
        public static final Parameter<Queue, Shedding> SHEDDING = Parameter.<Queue, Shedding>of(
                        "shedding",
                        Shedding.TYPE,
                        Queue::shedding,
                        "Which share of the queue's capacity is open to requests of each priority")
                .absentMeans("all of it to everyone")
                .from("Google SRE book, chapter 21, criticality");

        public static final ObjectType<Queue> TYPE = ObjectType.of(
                        "queue", "The queue before the servers", Queue.class, CAPACITY, DISCIPLINE, MAX_WAIT, SHEDDING)
                .beginningWith(new Beginning(
                        "Tomcat default",
                        "100 wait, further ones are rejected",
                        "Apache Tomcat's documentation of the HTTP connector (acceptCount), read November 2026",
                        Beginning.object("capacity", 100L)))
                .withRule((it, where, problems) -> {
                    if (it.shedding != null && it.capacity == null) {
                        problems.error(
                                where.key(SHEDDING.key()),
                                "an unbounded queue never fills, and so sheds nothing",
                                "a \"capacity\" beside it",
                                null);
                    }
                });
    }

    /**
     * Load shedding at a filling queue: from which share of its capacity on requests of a client's priority are {@code rejected}.
     *
     * @param nonessential of requests that are shed first
     * @param normal of usual requests
     * @param essential of requests that are shed last
     */
    public record Shedding(
            @Nullable Double nonessential,
            @Nullable Double normal,
            @Nullable Double essential) {

        public static final Shedding NONE = new Shedding(null, null, null);

        public static final Parameter<Shedding, Double> NONESSENTIAL =
                share("nonessential", Shedding::nonessential, "Nonessential requests are rejected from this fill on");
        public static final Parameter<Shedding, Double> NORMAL =
                share("normal", Shedding::normal, "Normal requests are rejected from this fill on");
        public static final Parameter<Shedding, Double> ESSENTIAL =
                share("essential", Shedding::essential, "Essential requests are rejected from this fill on");

        public static final ObjectType<Shedding> TYPE = ObjectType.of(
                        "shedding",
                        "Who is turned away while the queue fills, by the client's priority",
                        Shedding.class,
                        NONESSENTIAL,
                        NORMAL,
                        ESSENTIAL)
                .beginningWith(Beginning.harmless(Beginning.object("nonessential", 0.5, "normal", 0.9)))
                .withRule((it, where, problems) -> {
                    if (NONESSENTIAL.in(it) > NORMAL.in(it) || NORMAL.in(it) > ESSENTIAL.in(it)) {
                        problems.warning(
                                where,
                                "requests that matter more are shed before those that matter less",
                                "shares that do not fall from \"nonessential\" to \"essential\"",
                                null);
                    }
                });

        private static Parameter<Shedding, Double> share(
                String key, Function<Shedding, @Nullable Double> getter, String meaning) {
            return Parameter.of(key, NumberType.SHARE, getter, meaning)
                    .byDefault(1.0)
                    .ownChoice();
        }
    }

    /** How long {@code text} takes, always: a shorthand for tests and presets. */
    public static Distribution always(String text) {
        return Distribution.constant(Duration.of(text));
    }
}
