package dev.blastradius.policy;

import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Client-side adaptive throttling: refuses locally with probability max(0, (requests − k·accepts)/(requests + 1)) (Google, "Site
 * Reliability Engineering", chapter 21).
 *
 * @param k how much more than what was accepted of late is sent
 * @param window over which requests and accepts are counted
 */
public record Throttle(@Nullable Double k, @Nullable Duration window) implements Policy {

    public static final String KEY = "throttle";

    private static final String SRE = "Google, Site Reliability Engineering, chapter 21";

    public static final Parameter<Throttle, Double> K = Parameter.of(
                    "k",
                    NumberType.from(1, 1_000, ""),
                    Throttle::k,
                    "How much more than what was accepted of late is sent")
            .byDefault(2.0)
            .from(SRE);
    public static final Parameter<Throttle, Duration> WINDOW = Parameter.of(
                    "window", new DurationType(false), Throttle::window, "Over which requests and accepts are counted")
            .byDefault(Duration.of("2m"))
            .from(SRE);

    public static final ObjectType<Throttle> TYPE =
            ObjectType.of(KEY, "Sends less to what refuses (adaptive throttling)", Throttle.class, K, WINDOW);

    @Override
    public String key() {
        return KEY;
    }
}
