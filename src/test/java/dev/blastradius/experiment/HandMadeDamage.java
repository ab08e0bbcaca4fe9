package dev.blastradius.experiment;

import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.BlastRadius.DamageSeries;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.metrics.TimeSeries;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Damage and evidence that nobody simulated, for the tests of what is made of results. */
public final class HandMadeDamage {

    /** 7 of 10 replications. */
    public static final Proportion SEVEN_OF_TEN = Proportion.of(7, 10, 0.95);

    private HandMadeDamage() {}

    /** A hand-made run with the damage of {@link #radius} and some evidence. */
    public static RunResult run(@Nullable String scenario, String strategy, double goodput, double lost) {
        return with(
                HandMadeRun.of(scenario, strategy, HandMadeRun.SETTINGS, goodput),
                scenario == null ? null : radius(lost, SEVEN_OF_TEN),
                evidence(10, null));
    }

    /** The same run with another blast radius and other evidence. */
    public static RunResult with(RunResult run, @Nullable BlastRadius radius, Evidence evidence) {
        return new RunResult(
                run.scenario(),
                run.strategy(),
                run.settings(),
                run.flows(),
                run.components(),
                run.dependencies(),
                run.cost(),
                run.totals(),
                radius,
                evidence,
                run.series());
    }

    /** The same run, of which no series in time were kept. */
    public static RunResult withoutSeries(RunResult run) {
        return new RunResult(
                run.scenario(),
                run.strategy(),
                run.settings(),
                run.flows(),
                run.components(),
                run.dependencies(),
                run.cost(),
                run.totals(),
                run.blastRadius(),
                run.evidence(),
                RunResult.Series.NONE);
    }

    /** What so many replications rest on. */
    public static Evidence evidence(int replications, @Nullable Precision precision) {
        long[] goodput = new long[ShareDistribution.BINS];
        goodput[ShareDistribution.bin(0.9)] = replications;
        return new Evidence(
                replications, 48_000, 2_400, new ShareDistribution(goodput), precision, new WarmupCheck(120, null));
    }

    /** So much goodput lost by the visitors, and by all. */
    public static BlastRadius radius(double lost, @Nullable Proportion recovered) {
        return new BlastRadius(
                damage(lost),
                Map.of("visitors", damage(lost)),
                new Interval(95, 80, 110),
                recovered,
                HandMadeRun.interval(1.4),
                HandMadeRun.interval(0.99),
                Map.of("visitors", series()));
    }

    private static Damage damage(double lost) {
        Interval none = new Interval(0, 0, 0);
        return new Damage(
                HandMadeRun.interval(lost + 0.05),
                HandMadeRun.interval(lost),
                HandMadeRun.interval(lost - 0.01),
                none,
                HandMadeRun.interval(0.04),
                HandMadeRun.interval(0.03),
                none,
                12,
                3);
    }

    private static DamageSeries series() {
        TimeSeries some = new TimeSeries(10, new double[] {0, 1.5, Double.NaN});
        return new DamageSeries(some, some, some, some, some);
    }
}
