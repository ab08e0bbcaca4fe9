package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.PairedDifference;
import dev.blastradius.experiment.inference.PairedShares;
import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.metrics.Tally;
import dev.blastradius.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the differences between arms, replication by replication, so that memory does not grow with the replications. */
final class ComparisonSum {

    private static final Metric[] METRICS = Metric.values();

    private final List<Arm> arms;
    private final int runs;
    /** By run and metric. */
    private final Sum[][] sums;

    private int replications;

    ComparisonSum(List<Arm> arms) {
        this.arms = arms;
        this.runs = 1 + arms.get(0).outages().size();
        this.sums = new Sum[runs][METRICS.length];
        for (Sum[] metrics : sums) {
            Arrays.setAll(metrics, metric -> new Sum(arms.size()));
        }
    }

    /**
     * Adds a replication.
     *
     * @param values by arm, by run (the twin first), by {@link Metric}; NaN where there is none
     */
    void add(double[][][] values) {
        replications++;
        double[] ofArms = new double[arms.size()];
        for (int run = 0; run < runs; run++) {
            for (Metric metric : METRICS) {
                for (int arm = 0; arm < ofArms.length; arm++) {
                    ofArms[arm] = values[arm][run][metric.ordinal()];
                }
                sums[run][metric.ordinal()].add(ofArms);
            }
        }
    }

    /** The comparisons: without faults first, then by outage, for each of {@link Metric}. */
    List<Comparison> comparisons(RunSettings settings) {
        List<Comparison> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            for (Metric metric : METRICS) {
                String scenario =
                        run == 0 ? null : arms.get(0).outages().get(run - 1).scenarioId();
                Contest contest =
                        new Contest(arms, metric, sums[run][metric.ordinal()], replications, settings.confidence());
                boolean ends = run > 0 && endsWithin(arms.get(0), run - 1, settings);
                all.add(new Comparison(
                        scenario,
                        metric,
                        contest.bestId(),
                        contest.pairs(),
                        Finding.of(contest, scenario != null, ends)));
            }
        }
        return List.copyOf(all);
    }

    /** Whether an outage has faults, and all of them end so long before the run does that a recovery can be seen. */
    private static boolean endsWithin(Arm arm, int outage, RunSettings settings) {
        @Nullable Scenario scenario = arm.outages().get(outage).scenario();
        double duration = settings.duration().seconds();
        double last = duration - RecoveryWatch.STAYING_SECONDS;
        List<RunResult.Window> windows =
                FaultWindows.of(arm.outages().get(outage).pipeline(), scenario, duration);
        return !windows.isEmpty() && windows.stream().allMatch(window -> window.to() <= last);
    }

    /** Where the pair of two arms, the first before the second, stands among all pairs. */
    static int pair(int first, int second, int arms) {
        return first * (2 * arms - first - 1) / 2 + second - first - 1;
    }

    /** One metric in one run of each arm. */
    static final class Sum {
        final Tally[] values;
        final PairedDifference[] differences;
        /** In which replications there is a value at all: of the time to recover, those that recovered. */
        final PairedShares[] present;

        Sum(int arms) {
            int pairs = arms * (arms - 1) / 2;
            values = new Tally[arms];
            differences = new PairedDifference[pairs];
            present = new PairedShares[pairs];
            Arrays.setAll(values, arm -> new Tally());
            Arrays.setAll(differences, pair -> new PairedDifference());
            Arrays.setAll(present, pair -> new PairedShares());
        }

        void add(double[] ofArms) {
            int next = 0;
            for (int a = 0; a < ofArms.length; a++) {
                if (Double.isFinite(ofArms[a])) {
                    values[a].add(ofArms[a]);
                }
                for (int b = a + 1; b < ofArms.length; b++) {
                    differences[next].add(ofArms[a], ofArms[b]);
                    present[next].add(Double.isFinite(ofArms[a]), Double.isFinite(ofArms[b]));
                    next++;
                }
            }
        }
    }
}
