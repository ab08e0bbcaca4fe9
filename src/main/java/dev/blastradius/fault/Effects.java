package dev.blastradius.fault;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The effects there are: to add one, write its class and add its line here. */
public final class Effects {

    /** Every effect, in the order in which a fault shows them, and in which those of one type act. */
    public static final List<Effect<?>> ALL = List.of(
            new Unavailable(),
            new ErrorRate(),
            new HangRate(),
            new LatencyFactor(),
            new AddedLatency(),
            new LatencySigma(),
            new MalformedRate(),
            new WrongRate(),
            new TruncatedRate(),
            new Unauthorized(),
            new QuotaFactor(),
            new CapacityFactor(),
            new Freeze(),
            new TrafficFactor(),
            new HitRateFactor());

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

    /** The numbers, by their places in {@link #ALL}, of the effects that are so. */
    public static int[] numbers(Predicate<Effect<?>> which) {
        return IntStream.range(0, ALL.size())
                .filter(number -> which.test(ALL.get(number)))
                .toArray();
    }

    /** An effect's value in a fault as a number: 1 for true, seconds for a duration. */
    public static double number(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof Duration duration ? duration.seconds() : (Double) value;
    }
}
