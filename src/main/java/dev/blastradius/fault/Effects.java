package dev.blastradius.fault;

import dev.blastradius.fault.Effect.Composition;
import dev.blastradius.fault.Effect.Reach;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effects there are: to add one, write its line here. */
public final class Effects {

    private static final NumberType FACTOR = NumberType.from(0, 1e6, "");

    public static final Effect<Boolean> UNAVAILABLE =
            flag("unavailable", Reach.STATIONS_AND_NETWORK, "Refused at once: nobody is there");
    public static final Effect<Double> ERROR_RATE = rate(
            "errorRate", Reach.STATIONS, "Share of requests answered with an error, after the component's own work");
    public static final Effect<Double> HANG_RATE = rate(
            "hangRate",
            Reach.STATIONS_AND_NETWORK,
            "Share of requests that are never answered (on a dependency: lost on the way)");
    public static final Effect<Double> LATENCY_FACTOR =
            factor("latencyFactor", FACTOR, Reach.STATIONS, "Factor on the component's own time");
    public static final Effect<Duration> ADDED_LATENCY = new Effect<>(
            "addedLatency",
            new DurationType(true),
            Duration.class,
            Composition.SUM,
            Reach.STATIONS_AND_NETWORK,
            "Time added to the component's own (on a dependency: to the network's)");
    public static final Effect<Double> LATENCY_SIGMA =
            factor("latencySigma", FACTOR, Reach.STATIONS, "Factor on a lognormal latency's sigma: more spread");
    public static final Effect<Double> MALFORMED_RATE =
            rate("malformedRate", Reach.STATIONS, "Share answered in full, billed, and found useless");
    public static final Effect<Double> WRONG_RATE =
            rate("wrongRate", Reach.STATIONS, "Share answered in full and wrongly, and nobody notices");
    public static final Effect<Double> TRUNCATED_RATE =
            rate("truncatedRate", Reach.STATIONS, "Share of answers cut part-way, billed so far");
    public static final Effect<Boolean> UNAUTHORIZED =
            flag("unauthorized", Reach.STATIONS, "Refused at once, and retrying does not help: credentials revoked");
    public static final Effect<Double> QUOTA_FACTOR =
            factor("quotaFactor", NumberType.from(0, 1e6, ""), Reach.STATIONS, "Factor on the rate limits");
    public static final Effect<Double> CAPACITY_FACTOR = factor(
            "capacityFactor",
            NumberType.SHARE,
            Reach.STATIONS,
            "Only this share of the servers starts new work; running work ends");
    public static final Effect<Boolean> FREEZE =
            flag("freeze", Reach.STATIONS, "Nothing starts, and running work stands still");
    public static final Effect<Double> TRAFFIC_FACTOR =
            factor("trafficFactor", NumberType.from(0, 10_000, ""), Reach.CLIENTS, "Factor on the arrivals");
    public static final Effect<Double> HIT_RATE_FACTOR =
            factor("hitRateFactor", NumberType.from(0, 1_000, ""), Reach.CACHES, "Factor on the hit rate");

    /** Every effect, in the order in which a fault shows them. */
    public static final List<Effect<?>> ALL = List.of(
            UNAVAILABLE,
            ERROR_RATE,
            HANG_RATE,
            LATENCY_FACTOR,
            ADDED_LATENCY,
            LATENCY_SIGMA,
            MALFORMED_RATE,
            WRONG_RATE,
            TRUNCATED_RATE,
            UNAUTHORIZED,
            QUOTA_FACTOR,
            CAPACITY_FACTOR,
            FREEZE,
            TRAFFIC_FACTOR,
            HIT_RATE_FACTOR);

    private Effects() {}

    /** The effects as parameters of a fault. */
    public static List<Parameter<Map<String, Object>, ?>> parameters() {
        List<Parameter<Map<String, Object>, ?>> parameters = new ArrayList<>();
        for (Effect<?> effect : ALL) {
            parameters.add(effect.parameter());
        }
        return parameters;
    }

    /** The effect of a key; null where there is none. */
    public static @Nullable Effect<?> of(String key) {
        return ALL.stream()
                .filter(effect -> effect.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** An effect's value in a fault as a number: 1 for true, seconds for a duration. */
    public static double number(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof Duration duration ? duration.seconds() : (Double) value;
    }

    private static Effect<Boolean> flag(String key, Reach reach, String meaning) {
        return new Effect<>(key, new BooleanType(), Boolean.class, Composition.ANY, reach, meaning);
    }

    private static Effect<Double> rate(String key, Reach reach, String meaning) {
        return new Effect<>(key, NumberType.SHARE, Double.class, Composition.INDEPENDENT, reach, meaning);
    }

    private static Effect<Double> factor(String key, NumberType range, Reach reach, String meaning) {
        return new Effect<>(key, range, Double.class, Composition.FACTOR, reach, meaning);
    }
}
