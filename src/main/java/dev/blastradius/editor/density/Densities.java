package dev.blastradius.editor.density;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.Distribution.Llm;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the densities, and keeps the last of them. It is used from one thread. */
public final class Densities {

    /** What the values count. */
    public enum Unit {
        TIME,
        NUMBER
    }

    /** What a density is made from. */
    private record Key(Distribution distribution, @Nullable Distribution tokens) {}

    /** How much lies below a value, and below which value a share lies. */
    private record Shares(DoubleUnaryOperator below, DoubleUnaryOperator quantile) {}

    /** The draws from which the time of a model's answer is told, which has no formula. */
    static final int DRAWS = 20_000;

    private static final int STRIPS = 72;
    private static final int KEPT = 64;
    private static final double FEW = 0.005;
    private static final double MOST = 0.995;

    /** A 99th percentile so many medians away leaves nothing to see on a linear axis. */
    private static final double HEAVY = 6;

    private static final double NEGLIGIBLE = 1e-9;

    private final Map<Key, Density> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Density> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The density of a distribution.
     *
     * @param tokens output tokens of the requests, for a model's answer; null where nothing is known of them
     * @param unit what its values count; a model's answer is a time
     * @return null for a model's answer without tokens, and for what goes beyond the doubles
     */
    public @Nullable Density of(Distribution distribution, @Nullable Distribution tokens, Unit unit) {
        boolean answer = distribution instanceof Llm;
        if (answer && (tokens == null || tokens instanceof Llm)) {
            return null;
        }
        Key key = new Key(distribution, answer ? tokens : null);
        Density known = kept.get(key);
        if (known != null) {
            return known;
        }
        Density made = answer && tokens != null ? drawn((Llm) distribution, tokens) : exact(distribution, unit);
        if (made != null) {
            kept.put(key, made);
        }
        return made;
    }

    private static @Nullable Density exact(Distribution distribution, Unit unit) {
        Sampler sampler = Samplers.of(distribution);
        return density(new Shares(sampler::cdf, sampler::quantile), unit, "", "");
    }

    private static @Nullable Density drawn(Llm answer, Distribution tokens) {
        double[] times = draws(answer, tokens);
        Shares shares = new Shares(
                value -> (double) notAbove(times, value) / times.length,
                share -> times[(int) Math.min(times.length - 1, Math.floor(share * times.length))]);
        String count = " (output tokens: median " + number(Samplers.of(tokens).quantile(0.5)) + ")";
        return density(shares, Unit.TIME, "about ", count);
    }

    /** Times of answers, in seconds, rising: first token + output tokens / rate, from a stream that is always the same. */
    static double[] draws(Llm answer, Distribution tokens) {
        Sampler first = Samplers.of(answer.timeToFirstToken());
        Sampler rate = Samplers.of(answer.tokensPerSecond());
        Sampler count = Samplers.of(tokens);
        RandomStream stream = new RandomStream().start(RandomStream.key("density"));
        double[] times = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            times[i] = first.sample(stream) + count.sample(stream) / rate.sample(stream);
        }
        Arrays.sort(times);
        return times;
    }

    private static int notAbove(double[] rising, double value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static @Nullable Density density(Shares shares, Unit unit, String before, String after) {
        double median = shares.quantile().applyAsDouble(0.5);
        double p99 = shares.quantile().applyAsDouble(0.99);
        double few = shares.quantile().applyAsDouble(FEW);
        double most = shares.quantile().applyAsDouble(MOST);
        if (Double.isInfinite(most) || Double.isNaN(median)) {
            return null;
        }
        boolean always = most - few <= NEGLIGIBLE * Math.max(1e-9, most);
        String words = always
                ? before + "always " + value(median, unit) + after
                : before + "median " + value(median, unit) + " · p99 " + value(p99, unit) + after;
        boolean logarithmic = !always && few > 0 && p99 > HEAVY * median;
        double[] ends = always ? new double[] {0, Math.max(2 * most, NEGLIGIBLE)} : ends(few, most, logarithmic);
        Density empty = new Density(logarithmic, ends[0], ends[1], List.of(), median, p99, words);
        return new Density(logarithmic, ends[0], ends[1], heights(empty, shares.below()), median, p99, words);
    }

    /** From nothing to the highest values; where all of them lie far from 0, with a little room on either side. */
    private static double[] ends(double few, double most, boolean logarithmic) {
        if (logarithmic) {
            return new double[] {few / 1.2, most * 1.2};
        }
        double room = 0.06 * (most - few);
        return new double[] {few < 0.5 * most ? 0 : Math.max(0, few - room), most + room};
    }

    private static List<Double> heights(Density axis, DoubleUnaryOperator below) {
        double[] masses = new double[STRIPS];
        double highest = 0;
        double before = below.applyAsDouble(Math.nextDown(axis.low()));
        for (int i = 0; i < STRIPS; i++) {
            double upTo = below.applyAsDouble(axis.at((i + 1.0) / STRIPS));
            masses[i] = Math.max(0, upTo - before);
            highest = Math.max(highest, masses[i]);
            before = upTo;
        }
        List<Double> heights = new ArrayList<>();
        for (double mass : masses) {
            heights.add(highest == 0 ? 0 : mass / highest);
        }
        return heights;
    }

    private static String value(double value, Unit unit) {
        return unit == Unit.TIME ? time(value) : number(value);
    }

    /** A time to three digits, {@code "3.25 s"}. */
    static String time(double seconds) {
        double rounded = rounded(seconds);
        if (rounded * 1e9 > Duration.MAX_NANOS) {
            return "over 100 years";
        }
        String text = Duration.ofSeconds(rounded).text();
        return text.replaceFirst("(?<=[0-9])(?=[a-z])", " ")
                .replace(" us", " µs")
                .replaceFirst(" m$", " min");
    }

    private static String number(double value) {
        double rounded = rounded(value);
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%,d", (long) rounded)
                : new BigDecimal(Double.toString(rounded)).toPlainString();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
