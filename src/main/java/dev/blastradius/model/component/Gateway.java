package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway or router: it chooses one of its dependencies for each call. */
public record Gateway(About about, @Nullable Routing routing, Station station, Terms terms) implements Component {

    public static final Parameter<Gateway, About> ABOUT =
            Parameter.group("about", About.TYPE, Gateway::about, "What people call it");
    public static final Parameter<Gateway, Station> STATION =
            Parameter.group("station", Station.TYPE, Gateway::station, "Servers, queue and own work");
    public static final Parameter<Gateway, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, Gateway::terms, "What it promises, charges and allows");
    public static final Parameter<Gateway, Routing> ROUTING = Parameter.<Gateway, Routing>of(
                    "routing", Routing.TYPE, Gateway::routing, "How it chooses")
            .absentMeans("by priority, without failover");

    private static final String MEANING = "Chooses one of its dependencies for each call, instead of calling all";

    public static final Kind<Gateway> KIND = new Kind<>(
            "gateway",
            "Gateway",
            MEANING,
            Kind.Role.ROUTER,
            new Kind.Look(Kind.Outline.HEXAGON, "shuffle"),
            ObjectType.of("gateway", MEANING, Gateway.class, ABOUT, ROUTING, STATION, TERMS));

    @Override
    public Kind<Gateway> kind() {
        return KIND;
    }

    /** How a gateway chooses. */
    public enum Strategy implements Named {
        PRIORITY("priority", "The first in order that can be used"),
        WEIGHTED("weighted", "At random, by weight"),
        ROUND_ROBIN("roundRobin", "In turn"),
        LEAST_BUSY("leastBusy", "The one with the fewest calls under way"),
        LOWEST_LATENCY("lowestLatency", "The one that answered fastest of late");

        private final Word word;

        Strategy(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /**
     * How a gateway chooses among its dependencies.
     *
     * @param strategy by what
     * @param failover whether it tries the next one when a call fails
     * @param cooldown when a target is left alone for a while; null: never
     */
    public record Routing(
            @Nullable Strategy strategy,
            @Nullable Boolean failover,
            @Nullable Cooldown cooldown) {

        public static final Parameter<Routing, Strategy> STRATEGY = Parameter.of(
                        "strategy", ChoiceType.of(Strategy.class), Routing::strategy, "By what it chooses")
                .byDefault(Strategy.PRIORITY)
                .ownChoice();
        public static final Parameter<Routing, Boolean> FAILOVER = Parameter.of(
                        "failover",
                        new BooleanType(),
                        Routing::failover,
                        "Whether it tries the next one when a call fails")
                .byDefault(false)
                .ownChoice();
        public static final Parameter<Routing, Cooldown> COOLDOWN = Parameter.<Routing, Cooldown>of(
                        "cooldown", Cooldown.TYPE, Routing::cooldown, "When a failing target is left alone for a while")
                .absentMeans("never");

        public static final ObjectType<Routing> TYPE = ObjectType.of(
                        "routing", "How a gateway chooses", Routing.class, STRATEGY, FAILOVER, COOLDOWN)
                .beginningWith(new Beginning(
                        "LiteLLM, allowed_fails 3",
                        "at random by weight, the next one when a call fails, a failing target left alone for 5 s",
                        Cooldown.LITELLM,
                        Beginning.object(
                                "strategy", "weighted", "failover", true, "cooldown", Cooldown.FOUR_A_MINUTE)));
    }

    /**
     * When a target is left alone.
     *
     * @param allowedFailures so many failures within the window are allowed
     * @param window the window
     * @param duration how long the target is then left alone
     */
    public record Cooldown(
            @Nullable Long allowedFailures,
            @Nullable Duration window,
            @Nullable Duration duration) {

        private static final String LITELLM =
                "LiteLLM router's source and documentation (simple-shuffle, allowed_fails 3, cooldown_time 5), read November 2026";
        private static final Map<String, Object> FOUR_A_MINUTE =
                Beginning.object("allowedFailures", 3L, "window", "60s", "duration", "5s");

        public static final Parameter<Cooldown, Long> ALLOWED_FAILURES = Parameter.of(
                        "allowedFailures",
                        new IntegerType(0, 1_000_000),
                        Cooldown::allowedFailures,
                        "So many failures within the window are allowed")
                .byDefault(3L)
                .from("LiteLLM router, allowed_fails");
        public static final Parameter<Cooldown, Duration> WINDOW = Parameter.of(
                        "window", new DurationType(false), Cooldown::window, "The window in which failures are counted")
                .byDefault(Duration.of("60s"))
                .from("LiteLLM router, failures a minute");
        public static final Parameter<Cooldown, Duration> DURATION = Parameter.of(
                        "duration",
                        new DurationType(false),
                        Cooldown::duration,
                        "How long the target is then left alone")
                .byDefault(Duration.of("5s"))
                .from("LiteLLM router, cooldown_time");

        public static final ObjectType<Cooldown> TYPE = ObjectType.of(
                        "cooldown",
                        "When a failing target is left alone",
                        Cooldown.class,
                        ALLOWED_FAILURES,
                        WINDOW,
                        DURATION)
                .beginningWith(
                        new Beginning(
                                "LiteLLM, allowed_fails 3",
                                "after more than 3 failures in a minute, for 5 s",
                                LITELLM,
                                FOUR_A_MINUTE),
                        new Beginning(
                                "OpenRouter",
                                "after any failure, for 30 s",
                                "OpenRouter's documentation on provider routing, read November 2026",
                                Beginning.object("allowedFailures", 0L, "window", "30s", "duration", "30s")));
    }
}
