package dev.blastradius.experiment;

import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.metrics.Tally;
import java.util.ArrayList;
import java.util.List;

/** Adds up the differences between arms, replication by replication. */
final class ComparisonSum {

    private final List<Arm> arms;
    private final List<Tally> differences = new ArrayList<>();
    private final int runs;

    ComparisonSum(List<Arm> arms) {
        this.arms = arms;
        this.runs = 1 + arms.get(0).outages().size();
        int pairs = arms.size() * (arms.size() - 1) / 2;
        for (int i = 0; i < runs * Metric.values().length * pairs; i++) {
            differences.add(new Tally());
        }
    }

    /**
     * Adds a replication.
     *
     * @param values by arm, by run (the twin first), by {@link Metric}; NaN where there is none
     */
    void add(double[][][] values) {
        int next = 0;
        for (int run = 0; run < runs; run++) {
            for (Metric metric : Metric.values()) {
                for (int a = 0; a < arms.size(); a++) {
                    for (int b = a + 1; b < arms.size(); b++) {
                        double difference = values[a][run][metric.ordinal()] - values[b][run][metric.ordinal()];
                        if (Double.isFinite(difference)) {
                            differences.get(next).add(difference);
                        }
                        next++;
                    }
                }
            }
        }
    }

    List<Comparison> comparisons(double confidence) {
        List<Comparison> all = new ArrayList<>();
        int next = 0;
        for (int run = 0; run < runs; run++) {
            String scenario =
                    run == 0 ? null : arms.get(0).outages().get(run - 1).scenarioId();
            for (Metric metric : Metric.values()) {
                List<Pair> pairs = new ArrayList<>();
                for (int a = 0; a < arms.size(); a++) {
                    for (int b = a + 1; b < arms.size(); b++) {
                        pairs.add(new Pair(
                                arms.get(a).id(),
                                arms.get(b).id(),
                                Averages.of(differences.get(next++), confidence),
                                Double.NaN,
                                false,
                                Double.NaN));
                    }
                }
                all.add(new Comparison(scenario, metric, null, List.copyOf(pairs), ""));
            }
        }
        return List.copyOf(all);
    }
}
