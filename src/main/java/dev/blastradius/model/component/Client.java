package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.DistributionTypes;
import org.jspecify.annotations.Nullable;

/**
 * Users, or a program, that send requests.
 *
 * @param about label, description and tags
 * @param traffic how requests arrive
 * @param inputTokens tokens of a request's prompt
 * @param outputTokens tokens of its answer
 * @param slo what is promised to these users
 * @param patience how long a user waits before giving up; null: for ever
 * @param userRetry whether users try again
 * @param acceptsDegraded share of requests for which a degraded answer is an answer
 * @param priority how important these requests are
 */
public record Client(
        About about,
        Traffic traffic,
        @Nullable Distribution inputTokens,
        @Nullable Distribution outputTokens,
        @Nullable Slo slo,
        @Nullable Duration patience,
        @Nullable UserRetry userRetry,
        @Nullable Double acceptsDegraded,
        @Nullable Priority priority)
        implements Component {

    public static final Parameter<Client, About> ABOUT =
            Parameter.group("about", About.TYPE, Client::about, "What people call it");
    public static final Parameter<Client, Traffic> TRAFFIC = Parameter.of(
                    "traffic", Traffic.TYPE, Client::traffic, "How requests arrive")
            .mandatory();
    public static final Parameter<Client, Distribution> INPUT_TOKENS = Parameter.<Client, Distribution>of(
                    "inputTokens", DistributionTypes.TOKENS, Client::inputTokens, "Tokens of a request's prompt")
            .absentMeans("0");
    public static final Parameter<Client, Distribution> OUTPUT_TOKENS = Parameter.<Client, Distribution>of(
                    "outputTokens", DistributionTypes.TOKENS, Client::outputTokens, "Tokens of its answer")
            .absentMeans("0");
    public static final Parameter<Client, Slo> SLO = Parameter.<Client, Slo>of(
                    "slo", Slo.TYPE, Client::slo, "What is promised to these users")
            .absentMeans("nothing");
    public static final Parameter<Client, Duration> PATIENCE = Parameter.<Client, Duration>of(
                    "patience", new DurationType(false), Client::patience, "How long a user waits before giving up")
            .absentMeans("for ever");
    public static final Parameter<Client, UserRetry> USER_RETRY = Parameter.<Client, UserRetry>of(
                    "userRetry", UserRetry.TYPE, Client::userRetry, "Whether users try again after a failure")
            .absentMeans("never");
    public static final Parameter<Client, Double> ACCEPTS_DEGRADED = Parameter.of(
                    "acceptsDegraded",
                    NumberType.SHARE,
                    Client::acceptsDegraded,
                    "Share of requests for which a degraded answer is an answer")
            .byDefault(1.0)
            .ownChoice();
    public static final Parameter<Client, Priority> PRIORITY = Parameter.of(
                    "priority",
                    ChoiceType.of(Priority.class),
                    Client::priority,
                    "How important these requests are to queues by priority and to load shedding")
            .byDefault(Priority.NORMAL)
            .ownChoice();

    private static final String MEANING = "Users, or a program, that send requests";

    public static final Kind<Client> KIND = new Kind<>(
            "client",
            "Client",
            MEANING,
            Kind.Role.SOURCE,
            new Kind.Look(Kind.Outline.PILL, "users"),
            ObjectType.of(
                    "client",
                    MEANING,
                    Client.class,
                    ABOUT,
                    TRAFFIC,
                    INPUT_TOKENS,
                    OUTPUT_TOKENS,
                    SLO,
                    PATIENCE,
                    USER_RETRY,
                    ACCEPTS_DEGRADED,
                    PRIORITY));

    @Override
    public Kind<Client> kind() {
        return KIND;
    }

    /** How important a client's requests are; load shedding drops the last first. */
    public enum Priority implements Named {
        ESSENTIAL("essential", "Served first, shed last"),
        NORMAL("normal", "As usual"),
        NONESSENTIAL("nonessential", "Served last, shed first");

        private final Word word;

        Priority(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /**
     * A service-level objective.
     *
     * @param latency a request answered later than this is {@code late}
     * @param successRate share of requests that must be goodput
     */
    public record Slo(@Nullable Duration latency, @Nullable Double successRate) {

        public static final Parameter<Slo, Duration> LATENCY = Parameter.<Slo, Duration>of(
                        "latency", new DurationType(false), Slo::latency, "A request answered later than this is late")
                .absentMeans("nothing is late");
        public static final Parameter<Slo, Double> SUCCESS_RATE = Parameter.<Slo, Double>of(
                        "successRate", NumberType.SHARE, Slo::successRate, "Share of requests that must be goodput")
                .absentMeans("no promise");

        public static final ObjectType<Slo> TYPE = ObjectType.of(
                        "slo", "What is promised to users", Slo.class, LATENCY, SUCCESS_RATE)
                .beginningWith(Beginning.harmless(Beginning.object("latency", "8s", "successRate", 0.995)));
    }

    /**
     * Users who press the button again.
     *
     * @param probability that a user whose request failed tries again
     * @param after how long after
     * @param maxAttempts the first one counted
     */
    public record UserRetry(
            Double probability,
            Distribution after,
            @Nullable Long maxAttempts) {

        public static final Parameter<UserRetry, Double> PROBABILITY = Parameter.of(
                        "probability",
                        NumberType.SHARE,
                        UserRetry::probability,
                        "That a user tries again after a failure")
                .mandatory();
        public static final Parameter<UserRetry, Distribution> AFTER = Parameter.of(
                        "after", DistributionTypes.TIME, UserRetry::after, "How long after the failure")
                .mandatory();
        public static final Parameter<UserRetry, Long> MAX_ATTEMPTS = Parameter.of(
                        "maxAttempts",
                        new IntegerType(1, 1_000),
                        UserRetry::maxAttempts,
                        "Attempts in all, the first one counted")
                .byDefault(3L)
                .ownChoice();

        public static final ObjectType<UserRetry> TYPE = ObjectType.of(
                        "user retry",
                        "Users who press the button again",
                        UserRetry.class,
                        PROBABILITY,
                        AFTER,
                        MAX_ATTEMPTS)
                .beginningWith(Beginning.harmless(Beginning.object(
                        "probability",
                        0.5,
                        "after",
                        Beginning.object("type", "exponential", "mean", "5s"),
                        "maxAttempts",
                        3L)));
    }
}
