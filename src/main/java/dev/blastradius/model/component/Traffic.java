package dev.blastradius.model.component;

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
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.UnionType.Variant;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.DistributionTypes;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a client's requests arrive. */
public sealed interface Traffic {

    /** Independent users: exponential gaps between arrivals. */
    record Poisson(Double requestsPerSecond, @Nullable List<ProfilePoint> profile) implements Traffic {}

    /** Exactly even gaps. */
    record Constant(Double requestsPerSecond, @Nullable List<ProfilePoint> profile) implements Traffic {}

    /** Independent gaps from any distribution. */
    record Renewal(Distribution interarrival, @Nullable List<ProfilePoint> profile) implements Traffic {}

    /** Arrivals in bursts: {@code varianceToMean} is the index of dispersion of the counts per second, 1 or more. */
    record Bursty(
            Double requestsPerSecond,
            Double varianceToMean,
            @Nullable List<ProfilePoint> profile) implements Traffic {}

    /** So many users, each with one request at a time. Exactly one of {@code thinkTime} and {@code pace} is given. */
    record Closed(
            Long users,
            @Nullable Distribution thinkTime,
            @Nullable Distribution pace) implements Traffic {}

    /** Arrivals from a CSV file beside the model. */
    record Recorded(String file) implements Traffic {}

    /** A point of the piecewise-linear factor on the rate. */
    record ProfilePoint(Duration at, Double factor) {}

    /** How traffic is written in the model file. */
    UnionType<Traffic> TYPE = Types.traffic();

    /** Builds the description; apart, because an interface's initialisers are all public. */
    final class Types {

        private static final NumberType RATE = NumberType.positive(1e7, "requests a second");

        private Types() {}

        static UnionType<Traffic> traffic() {
            ObjectType<ProfilePoint> point = ObjectType.of(
                    "profile point",
                    "The factor on the rate from a moment on, linear up to the next point",
                    ProfilePoint.class,
                    Parameter.<ProfilePoint, Duration>of("at", new DurationType(true), ProfilePoint::at, "The moment")
                            .mandatory(),
                    Parameter.<ProfilePoint, Double>of(
                                    "factor",
                                    NumberType.from(0, 1e6, ""),
                                    ProfilePoint::factor,
                                    "The factor on the rate")
                            .mandatory());
            ValueType<List<ProfilePoint>> profile = new ListType<>(new TupleType<>(point), 1, 10_000);
            return new UnionType<>(
                    "arrivals",
                    List.of(
                            new Variant<>(
                                    "poisson",
                                    ObjectType.of(
                                                    "poisson arrivals",
                                                    "Independent users: exponential gaps",
                                                    Poisson.class,
                                                    rate(Poisson::requestsPerSecond),
                                                    profile(profile, Poisson::profile))
                                            .withRule((it, where, problems) -> rising(it.profile(), where, problems))),
                            new Variant<>(
                                    "constant",
                                    ObjectType.of(
                                                    "constant arrivals",
                                                    "Exactly even gaps",
                                                    Constant.class,
                                                    rate(Constant::requestsPerSecond),
                                                    profile(profile, Constant::profile))
                                            .withRule((it, where, problems) -> rising(it.profile(), where, problems))),
                            new Variant<>(
                                    "renewal",
                                    ObjectType.of(
                                                    "renewal arrivals",
                                                    "Independent gaps from any distribution",
                                                    Renewal.class,
                                                    Parameter.<Renewal, Distribution>of(
                                                                    "interarrival",
                                                                    DistributionTypes.TIME,
                                                                    Renewal::interarrival,
                                                                    "The gap between two arrivals")
                                                            .mandatory(),
                                                    profile(profile, Renewal::profile))
                                            .withRule((it, where, problems) -> rising(it.profile(), where, problems))),
                            new Variant<>(
                                    "bursty",
                                    ObjectType.of(
                                                    "bursty arrivals",
                                                    "A Poisson process whose rate is drawn anew each second",
                                                    Bursty.class,
                                                    rate(Bursty::requestsPerSecond),
                                                    Parameter.<Bursty, Double>of(
                                                                    "varianceToMean",
                                                                    NumberType.from(1, 1e6, ""),
                                                                    Bursty::varianceToMean,
                                                                    "Index of dispersion of the counts per second; 1 is Poisson")
                                                            .mandatory(),
                                                    profile(profile, Bursty::profile))
                                            .withRule((it, where, problems) -> rising(it.profile(), where, problems))),
                            new Variant<>("closed", closed()),
                            new Variant<>(
                                    "recorded",
                                    ObjectType.of(
                                            "recorded arrivals",
                                            "From a CSV file beside the model",
                                            Recorded.class,
                                            Parameter.<Recorded, String>of(
                                                            "file",
                                                            new TextType(
                                                                    "[A-Za-z0-9_][A-Za-z0-9_. -]*",
                                                                    "the name of a CSV file beside the model",
                                                                    255),
                                                            Recorded::file,
                                                            "A column of arrival seconds, then optional input and output tokens")
                                                    .mandatory()))),
                    "poisson");
        }

        private static ObjectType<Closed> closed() {
            return ObjectType.of(
                            "closed traffic",
                            "So many users, each with one request at a time",
                            Closed.class,
                            Parameter.<Closed, Long>of(
                                            "users", new IntegerType(1, 1_000_000), Closed::users, "How many users")
                                    .mandatory(),
                            Parameter.<Closed, Distribution>of(
                                    "thinkTime",
                                    DistributionTypes.TIME,
                                    Closed::thinkTime,
                                    "From an answer to the next request"),
                            Parameter.<Closed, Distribution>of(
                                    "pace",
                                    DistributionTypes.TIME,
                                    Closed::pace,
                                    "From one request to the next, if it was answered by then"))
                    .beginningWith(Beginning.harmless(Beginning.object("users", 10L, "thinkTime", "5s")))
                    .alternatives(List.of(List.of("thinkTime"), List.of("pace")))
                    .withRule((it, where, problems) -> {
                        if ((it.thinkTime() == null) == (it.pace() == null) && !problems.hasErrorsWithin(where)) {
                            problems.error(where, "closed traffic takes one of two times", "thinkTime or pace", null);
                        }
                    });
        }

        private static <R> Parameter<R, Double> rate(Function<R, @Nullable Double> getter) {
            return Parameter.of("requestsPerSecond", RATE, getter, "The mean rate, before the profile's factor")
                    .mandatory();
        }

        private static <R> Parameter<R, List<ProfilePoint>> profile(
                ValueType<List<ProfilePoint>> type, Function<R, @Nullable List<ProfilePoint>> getter) {
            return Parameter.of("profile", type, getter, "Piecewise-linear factor on the rate: [moment, factor] pairs")
                    .absentMeans("always 1");
        }

        private static void rising(@Nullable List<ProfilePoint> profile, JsonPath where, Problems problems) {
            if (profile == null) {
                return;
            }
            for (int i = 1; i < profile.size(); i++) {
                if (profile.get(i).at().nanos() <= profile.get(i - 1).at().nanos()) {
                    problems.error(
                            where.key("profile").index(i),
                            "moments must rise",
                            "a moment after " + profile.get(i - 1).at(),
                            profile.get(i).at());
                }
            }
            if (profile.stream().allMatch(point -> point.factor() == 0)) {
                problems.error(where.key("profile"), "no traffic at all", "a factor above 0 somewhere", null);
            }
        }
    }
}
