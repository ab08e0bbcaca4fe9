package dev.blastradius.io.vary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The load of all clients, scaled by a factor: rates, or numbers of users. */
final class Load {

    private static final String RATE = "requestsPerSecond";
    private static final String USERS = "users";
    private static final String PROFILE = "profile";

    private Load() {}

    /**
     * A model's tree with the load of every client scaled; by 1 it is as it was. Users are rounded to whole ones, one at least. Gaps of a
     * distribution of their own are scaled by the profile. Recorded arrivals stay as they are.
     */
    static Object scaled(Object tree, double factor) {
        Object scaled = tree;
        if (factor == 1 || !(TypeWalk.at(tree, "components") instanceof Map<?, ?> components)) {
            return tree;
        }
        for (Map.Entry<?, ?> entry : components.entrySet()) {
            if (!(TypeWalk.at(entry.getValue(), "traffic") instanceof Map<?, ?> traffic)) {
                continue;
            }
            List<Object> place = List.of("components", entry.getKey(), "traffic");
            if (traffic.get(RATE) instanceof Number rate) {
                scaled = Variation.with(scaled, below(place, RATE), 0, rate.doubleValue() * factor);
            } else if (traffic.get(USERS) instanceof Number users) {
                scaled = Variation.with(
                        scaled, below(place, USERS), 0, Math.max(1, Math.round(users.longValue() * factor)));
            } else if (traffic.containsKey("interarrival")) {
                scaled = Variation.with(scaled, below(place, PROFILE), 0, profile(traffic.get(PROFILE), factor));
            }
        }
        return scaled;
    }

    /** Which keys of a client's traffic the factor acts on. */
    static List<String> keys() {
        return List.of(RATE, USERS, "interarrival", PROFILE, "arrivals");
    }

    private static List<Object> below(List<Object> place, String key) {
        List<Object> steps = new ArrayList<>(place);
        steps.add(key);
        return steps;
    }

    private static List<Object> profile(@Nullable Object present, double factor) {
        List<Object> scaled = new ArrayList<>();
        for (Object point : present instanceof List<?> points ? points : List.of(List.of("0s", 1L))) {
            if (point instanceof List<?> pair && pair.get(1) instanceof Number at) {
                scaled.add(List.of(pair.get(0), at.doubleValue() * factor));
            }
        }
        return scaled;
    }
}
