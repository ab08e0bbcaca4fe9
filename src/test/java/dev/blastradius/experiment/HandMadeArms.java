package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A study of arms with numbers that nobody simulated: what its comparisons find follows from them. */
public final class HandMadeArms {

    private static final double TWIN = 0.98;

    private HandMadeArms() {}

    /**
     * A study.
     *
     * @param done so many replications are done when it is cancelled; -1: it is not
     * @param goodput of a run with faults; without them it is 0.98
     */
    public static StudyResult of(
            List<Arm> arms,
            RunSettings settings,
            @Nullable Stopping stopping,
            int done,
            Function<RunSpec, Double> goodput) {
        int replications = done < 0 ? settings.replications() : done;
        Precision precision = stopping == null ? null : new Precision(stopping.halfWidth(), 0.0043);
        List<ArmResult> results = new ArrayList<>();
        for (Arm arm : arms) {
            List<RunResult> outages = new ArrayList<>();
            for (RunSpec outage : arm.outages()) {
                outages.add(run(outage, settings, goodput.apply(outage), replications, precision));
            }
            results.add(new ArmResult(
                    arm.id(),
                    run(arm.twin(), settings, TWIN, replications, precision),
                    List.copyOf(outages),
                    arm.isReference()));
        }
        List<Arm> compared = arms.stream().filter(arm -> !arm.isReference()).toList();
        List<Comparison> comparisons =
                compared.size() < 2 ? List.of() : comparisons(compared, settings, replications, goodput);
        return new StudyResult(settings, List.copyOf(results), comparisons, done < 0);
    }

    private static RunResult run(
            RunSpec spec, RunSettings settings, double goodput, int replications, @Nullable Precision precision) {
        RunResult made = HandMadeRun.of(spec.scenarioId(), spec.strategyId(), settings, goodput);
        BlastRadius radius =
                spec.scenarioId() == null ? null : HandMadeDamage.radius(TWIN - goodput, HandMadeDamage.SEVEN_OF_TEN);
        RunResult.Totals totals = new RunResult.Totals(
                HandMadeRun.interval(goodput),
                HandMadeRun.interval(0.98 - goodput),
                radius == null
                        ? dev.blastradius.experiment.inference.Interval.NONE
                        : radius.all().affected(),
                made.totals().latencyP99());
        return new RunResult(
                made.scenario(),
                made.strategy(),
                made.settings(),
                made.flows(),
                made.components(),
                made.dependencies(),
                made.cost(),
                totals,
                radius,
                HandMadeDamage.evidence(replications, precision),
                made.series());
    }

    /** Each replication is a little better or worse than the mean, for all arms alike. */
    private static List<Comparison> comparisons(
            List<Arm> arms, RunSettings settings, int replications, Function<RunSpec, Double> goodput) {
        ComparisonSum sum = new ComparisonSum(arms);
        for (int replication = 0; replication < replications; replication++) {
            double luck = 0.001 * (replication - (replications - 1) / 2.0);
            double[][][] values = new double[arms.size()][][];
            for (int arm = 0; arm < values.length; arm++) {
                List<RunSpec> outages = arms.get(arm).outages();
                values[arm] = new double[1 + outages.size()][];
                values[arm][0] = values(TWIN + luck, Double.NaN, Double.NaN);
                for (int run = 0; run < outages.size(); run++) {
                    double good = goodput.apply(outages.get(run)) + luck * (1 + 0.1 * arm);
                    values[arm][1 + run] = values(good, TWIN - good, 95 + 1_000 * luck);
                }
            }
            sum.add(values);
        }
        return sum.comparisons(settings);
    }

    private static double[] values(double goodput, double affected, double timeToRecover) {
        double[] values = new double[Metric.values().length];
        values[Metric.GOODPUT.ordinal()] = goodput;
        values[Metric.FAILED.ordinal()] = 0.98 - goodput;
        values[Metric.AFFECTED.ordinal()] = affected;
        values[Metric.LATENCY_P99.ordinal()] = 9.5;
        values[Metric.COST.ordinal()] = 2.6;
        values[Metric.TIME_TO_RECOVER.ordinal()] = timeToRecover;
        return values;
    }
}
