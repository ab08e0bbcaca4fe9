package dev.blastradius.model.distribution;

import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Quantity;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.UnionType.Variant;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.Distribution.Constant;
import dev.blastradius.model.distribution.Distribution.Empirical;
import dev.blastradius.model.distribution.Distribution.Erlang;
import dev.blastradius.model.distribution.Distribution.Exponential;
import dev.blastradius.model.distribution.Distribution.Gamma;
import dev.blastradius.model.distribution.Distribution.Hyperexponential;
import dev.blastradius.model.distribution.Distribution.Llm;
import dev.blastradius.model.distribution.Distribution.Lognormal;
import dev.blastradius.model.distribution.Distribution.Mixture;
import dev.blastradius.model.distribution.Distribution.Pareto;
import dev.blastradius.model.distribution.Distribution.Part;
import dev.blastradius.model.distribution.Distribution.QuantilePoint;
import dev.blastradius.model.distribution.Distribution.Uniform;
import dev.blastradius.model.distribution.Distribution.Weibull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How distributions are written in the model file: of times, of tokens, of rates, and as a component's latency. */
public final class DistributionTypes {

    /** So many tokens and no more: far beyond any model's context window, and a guard against a slip of the keyboard. */
    public static final double MOST_TOKENS = 10_000_000;

    private static final double LARGEST_CV = 100;
    private static final NumberType CV = NumberType.positive(LARGEST_CV, "");

    /** What distributions of one unit begin with: a usual value, and one that is rarely exceeded. */
    private record Usual(Object typical, Object high) {}

    private static final Usual SECONDS = new Usual("1s", "4s");

    /** Times; a text alone is the constant. */
    public static final ValueType<Distribution> TIME = new ShorthandType<>(
            new DurationType(true),
            Distribution::constant,
            DistributionTypes::constantDuration,
            family(new DurationType(true), new DurationType(false), SECONDS));

    /** Counts of tokens; a number alone is the constant. */
    public static final ValueType<Distribution> TOKENS =
            numbers(NumberType.from(0, MOST_TOKENS, "tokens"), new Usual(1_000L, 4_000L));

    /** Tokens a second; a number alone is the constant. */
    public static final ValueType<Distribution> TOKEN_RATE =
            numbers(NumberType.positive(1e6, "tokens a second"), new Usual(50L, 100L));

    /** A component's own time: a distribution of times, or a model's by its tokens. */
    public static final ValueType<Distribution> LATENCY = latency();

    private DistributionTypes() {}

    private static ValueType<Distribution> numbers(NumberType number, Usual usual) {
        NumberType positive = NumberType.positive(number.max(), number.unit());
        return new ShorthandType<>(
                new AmountType(number),
                Distribution::constant,
                DistributionTypes::constantAmount,
                family(new AmountType(number), new AmountType(positive), usual));
    }

    private static ValueType<Distribution> latency() {
        List<Variant<? extends Distribution>> variants = new ArrayList<>(
                family(new DurationType(true), new DurationType(false), SECONDS).variants());
        variants.add(new Variant<>(
                "llm",
                ObjectType.of(
                                "llm latency",
                                "A model's answer: first token + output tokens / rate",
                                Llm.class,
                                Parameter.<Llm, Distribution>of(
                                                "timeToFirstToken",
                                                TIME,
                                                Llm::timeToFirstToken,
                                                "Time until the first token")
                                        .mandatory(),
                                Parameter.<Llm, Distribution>of(
                                                "tokensPerSecond",
                                                TOKEN_RATE,
                                                Llm::tokensPerSecond,
                                                "Output tokens a second, after the first")
                                        .mandatory())
                        .beginningWith(harmless(
                                "timeToFirstToken",
                                Beginning.object("type", "lognormal", "median", "600ms", "p99", "2s"),
                                "tokensPerSecond",
                                60L))));
        return new ShorthandType<>(
                new DurationType(true),
                Distribution::constant,
                DistributionTypes::constantDuration,
                new UnionType<>("type", variants, null));
    }

    private static @Nullable Duration constantDuration(Distribution distribution) {
        return distribution instanceof Constant constant && constant.value() instanceof Duration duration
                ? duration
                : null;
    }

    private static @Nullable Amount constantAmount(Distribution distribution) {
        return distribution instanceof Constant constant && constant.value() instanceof Amount amount ? amount : null;
    }

    /** All distributions over one unit; a mixture holds any of the others, to a depth of one. */
    private static <Q extends Quantity> UnionType<Distribution> family(
            ValueType<Q> any, ValueType<Q> positive, Usual usual) {
        UnionType<Distribution> simple = new UnionType<>("type", simple(widen(any), widen(positive), usual), null);
        ShorthandType<Distribution, Quantity> part = new ShorthandType<>(
                widen(any),
                Distribution::constant,
                each -> each instanceof Constant constant ? constant.value() : null,
                simple);
        List<Variant<? extends Distribution>> variants = new ArrayList<>(simple.variants());
        variants.add(new Variant<>("mixture", mixture(part)));
        return new UnionType<>("type", variants, null);
    }

    /** A type of durations or amounts, seen as one of quantities. */
    @SuppressWarnings("unchecked") // it only ever reads its own, and writes what it has read
    private static ValueType<Quantity> widen(ValueType<? extends Quantity> type) {
        return (ValueType<Quantity>) (ValueType<?>) type;
    }

    private static List<Variant<? extends Distribution>> simple(
            ValueType<Quantity> any, ValueType<Quantity> positive, Usual usual) {
        List<Variant<? extends Distribution>> variants = new ArrayList<>(common(any, positive, usual));
        variants.addAll(byMeanAndSpread(positive));
        variants.addAll(heavyTailed(positive));
        variants.add(new Variant<>("empirical", empirical(any, usual)));
        return variants;
    }

    private static List<Variant<? extends Distribution>> common(
            ValueType<Quantity> any, ValueType<Quantity> positive, Usual usual) {
        return List.of(
                new Variant<>(
                        "constant",
                        ObjectType.of(
                                        "constant",
                                        "Always the same value",
                                        Constant.class,
                                        mandatory("value", any, Constant::value, "The value"))
                                .beginningWith(harmless("value", usual.typical()))),
                new Variant<>(
                        "exponential",
                        ObjectType.of(
                                "exponential",
                                "Memoryless; a good first guess where only the mean is known",
                                Exponential.class,
                                mandatory("mean", positive, Exponential::mean, "Mean"))),
                new Variant<>("lognormal", lognormal(positive, usual)),
                new Variant<>(
                        "uniform",
                        ObjectType.of(
                                        "uniform",
                                        "Every value between two is as likely",
                                        Uniform.class,
                                        mandatory("min", any, Uniform::min, "Smallest value"),
                                        mandatory("max", any, Uniform::max, "Largest value"))
                                .withRule(
                                        (it, where, problems) -> increasing(it.min(), it.max(), "max", where, problems))
                                .beginningWith(harmless("min", usual.typical(), "max", usual.high()))));
    }

    private static List<Variant<? extends Distribution>> byMeanAndSpread(ValueType<Quantity> positive) {
        return List.of(
                new Variant<>(
                        "erlang",
                        ObjectType.of(
                                "erlang",
                                "The sum of k exponentials: less spread than one",
                                Erlang.class,
                                mandatory("mean", positive, Erlang::mean, "Mean of the sum"),
                                mandatory("k", new IntegerType(1, 1_000), Erlang::k, "Number of phases"))),
                new Variant<>(
                        "gamma",
                        ObjectType.of(
                                "gamma",
                                "Any spread, a light tail",
                                Gamma.class,
                                mandatory("mean", positive, Gamma::mean, "Mean"),
                                mandatory("cv", CV, Gamma::cv, "Coefficient of variation"))),
                new Variant<>(
                        "hyperexponential",
                        ObjectType.of(
                                "hyperexponential",
                                "Two exponentials with balanced means: more spread than one",
                                Hyperexponential.class,
                                mandatory("mean", positive, Hyperexponential::mean, "Mean"),
                                mandatory(
                                        "cv",
                                        new NumberType(1, true, LARGEST_CV, ""),
                                        Hyperexponential::cv,
                                        "Coefficient of variation, above 1"))));
    }

    private static List<Variant<? extends Distribution>> heavyTailed(ValueType<Quantity> positive) {
        return List.of(
                new Variant<>(
                        "pareto",
                        ObjectType.of(
                                "pareto",
                                "A heavy tail: P(X > x) = (min/x)^shape",
                                Pareto.class,
                                mandatory("min", positive, Pareto::min, "Smallest value"),
                                mandatory(
                                        "shape",
                                        NumberType.positive(LARGEST_CV, ""),
                                        Pareto::shape,
                                        "Tail index; the mean is infinite at 1 or less"))),
                new Variant<>(
                        "weibull",
                        ObjectType.of(
                                "weibull",
                                "A tail lighter (shape > 1) or heavier (< 1) than the exponential's",
                                Weibull.class,
                                mandatory("mean", positive, Weibull::mean, "Mean"),
                                mandatory(
                                        "shape",
                                        new NumberType(0.1, false, LARGEST_CV, ""),
                                        Weibull::shape,
                                        "Shape"))));
    }

    private static ObjectType<Lognormal> lognormal(ValueType<Quantity> positive, Usual usual) {
        return ObjectType.of(
                        "lognormal",
                        "The usual shape of latencies: a long right tail",
                        Lognormal.class,
                        Parameter.<Lognormal, Quantity>of("median", positive, Lognormal::median, "Median"),
                        Parameter.<Lognormal, Quantity>of(
                                "p99", positive, Lognormal::p99, "99th percentile, above the median"),
                        Parameter.<Lognormal, Double>of(
                                "sigma",
                                NumberType.from(0, 10, ""),
                                Lognormal::sigma,
                                "Standard deviation of the logarithm"),
                        Parameter.<Lognormal, Quantity>of("mean", positive, Lognormal::mean, "Mean"),
                        Parameter.<Lognormal, Double>of("cv", CV, Lognormal::cv, "Coefficient of variation"))
                .withRule(DistributionTypes::checkLognormal)
                .alternatives(List.of(List.of("median", "p99"), List.of("median", "sigma"), List.of("mean", "cv")))
                .beginningWith(harmless("median", usual.typical(), "p99", usual.high()));
    }

    private static void checkLognormal(Lognormal it, JsonPath where, Problems problems) {
        if (problems.hasErrorsWithin(where)) {
            return;
        }
        boolean median = it.median() != null;
        boolean byP99 = median && it.p99() != null && it.sigma() == null && it.mean() == null && it.cv() == null;
        boolean bySigma = median && it.sigma() != null && it.p99() == null && it.mean() == null && it.cv() == null;
        boolean byMean = !median && it.mean() != null && it.cv() != null && it.p99() == null && it.sigma() == null;
        if (!byP99 && !bySigma && !byMean) {
            problems.error(
                    where,
                    "a lognormal takes exactly one pair of parameters",
                    "median and p99, or median and sigma, or mean and cv",
                    null);
        } else if (byP99) {
            increasing(it.median(), it.p99(), "p99", where, problems);
        }
    }

    private static void increasing(
            @Nullable Quantity low, @Nullable Quantity high, String key, JsonPath where, Problems problems) {
        if (low != null && high != null && high.value() < low.value()) {
            problems.error(where.key(key), "\"" + key + "\" is too small", "at least " + low, high);
        }
    }

    private static ObjectType<Empirical> empirical(ValueType<Quantity> any, Usual usual) {
        ObjectType<QuantilePoint> point = ObjectType.of(
                "quantile",
                "The value below which a share lies",
                QuantilePoint.class,
                mandatory("share", NumberType.SHARE, QuantilePoint::share, "Share"),
                mandatory("value", any, QuantilePoint::value, "Value"));
        return ObjectType.of(
                        "empirical",
                        "By measured quantiles, linear between them",
                        Empirical.class,
                        mandatory(
                                "quantiles",
                                new ListType<>(new TupleType<>(point), 2, 1_000),
                                Empirical::quantiles,
                                "Pairs [share, value], both rising, from share 0 to share 1"))
                .withRule(DistributionTypes::checkQuantiles)
                .beginningWith(harmless("quantiles", List.of(List.of(0L, usual.typical()), List.of(1L, usual.high()))));
    }

    private static void checkQuantiles(Empirical it, JsonPath where, Problems problems) {
        List<QuantilePoint> points = it.quantiles();
        if (problems.hasErrorsWithin(where)) {
            return;
        }
        JsonPath here = where.key("quantiles");
        for (int i = 1; i < points.size(); i++) {
            QuantilePoint before = points.get(i - 1);
            QuantilePoint point = points.get(i);
            if (point.share() <= before.share()
                    || point.value().value() < before.value().value()) {
                problems.error(
                        here.index(i), "quantiles must rise", "a larger share and no smaller value than before", null);
            }
        }
        if (points.get(0).share() != 0 || points.get(points.size() - 1).share() != 1) {
            problems.error(here, "quantiles must span everything", "the first share 0 and the last 1", null);
        }
    }

    private static ObjectType<Mixture> mixture(ValueType<Distribution> part) {
        ObjectType<Part> entry = ObjectType.of(
                "part of a mixture",
                "A distribution and how often it is drawn",
                Part.class,
                mandatory("weight", NumberType.positive(1e9, ""), Part::weight, "Weight relative to the others'"),
                mandatory("distribution", part, Part::distribution, "The distribution"));
        return ObjectType.of(
                "mixture",
                "One of several distributions, drawn by weight",
                Mixture.class,
                mandatory("of", new ListType<>(entry, 1, 100), Mixture::of, "The parts"));
    }

    private static Beginning harmless(Object... keysAndValues) {
        return Beginning.harmless(Beginning.object(keysAndValues));
    }

    private static <R, T> Parameter<R, T> mandatory(
            String key, ValueType<T> type, java.util.function.Function<R, @Nullable T> getter, String meaning) {
        return Parameter.of(key, type, getter, meaning).mandatory();
    }
}
