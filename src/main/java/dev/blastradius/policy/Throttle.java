package dev.blastradius.policy;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Client-side adaptive throttling: refuses locally with probability max(0, (requests − k·accepts)/(requests + 1)) (Google, "Site
 * Reliability Engineering", chapter 21).
 *
 * @param k how much more than what was accepted of late is sent
 * @param window over which requests and accepts are counted
 */
public record Throttle(@Nullable Double k, @Nullable Duration window) implements GatePolicy {

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

    public static final ObjectType<Throttle> TYPE = ObjectType.of(
                    KEY, "Sends less to what refuses (adaptive throttling)", Throttle.class, K, WINDOW)
            .beginningWith(new Beginning(
                    "Google SRE",
                    "sends twice what was accepted within 2 minutes",
                    SRE + ", read November 2026",
                    Beginning.object("k", 2L, "window", "2m")));

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String caption() {
        return "throttle";
    }

    @Override
    public Gate gate() {
        return new Chance(K.in(this), WINDOW.in(this).nanos());
    }

    /**
     * Requests count when it is known what they ended in, those refused here at once; accepts are the ones that ended well. If they
     * counted when they ask, whatever is under way would look as if it had been refused: fatal where an answer takes seconds.
     */
    private static final class Chance implements Gate {

        private final double k;
        private final WindowedSum requests;
        private final WindowedSum accepts;

        Chance(double k, long windowNanos) {
            this.k = k;
            requests = new WindowedSum(windowNanos);
            accepts = new WindowedSum(windowNanos);
        }

        @Override
        public long admit(long now, int underWay, RandomStream stream) {
            long asked = requests.sum(now);
            double refusal = (asked - k * accepts.sum(now)) / (asked + 1);
            if (refusal > 0 && stream.uniform() < refusal) {
                requests.add(now, 1);
                return REFUSED;
            }
            return ADMITTED;
        }

        @Override
        public void ended(long now, long nanos, CallOutcome outcome) {
            requests.add(now, 1);
            if (outcome == CallOutcome.OK) {
                accepts.add(now, 1);
            }
        }

        @Override
        public void released(long now) {
            // it told nothing about the dependency
        }
    }
}
