package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Strategies of a small pipeline, compared by numbers that nobody simulated. */
final class HandMadeStudy {

    /** Their labels; the first is as drawn. */
    static final List<String> IDS = List.of(Strategy.AS_DRAWN, "second", "retry", "cheap");

    private static final String MODEL = """
            {"format": "blastradius/1",
             "components": {
              "users": {"kind": "client", "traffic": {"arrivals": "poisson", "requestsPerSecond": 5}},
              "app": {"kind": "service", "concurrency": 10, "latency": {"type": "exponential", "mean": "100ms"}}},
             "dependencies": {"users->app": {}},
             "scenarios": {
              "outage": {"faults": [{"target": "app", "at": "20m", "for": "10m", "errorRate": 0.5}]},
              "for-ever": {"faults": [{"target": "app", "at": "20m", "errorRate": 0.5}]}},
             "strategies": {
              "second": {"label": "Breaker and a second provider"},
              "retry": {"label": "Retries, with a budget"},
              "cheap": {}}}
            """;

    private HandMadeStudy() {}

    /** The first few strategies, all under an outage that ends and under one that does not. */
    static List<Arm> arms(int count) {
        ModelReader.Reading reading = ModelReader.read(MODEL, null);
        Model model =
                Objects.requireNonNull(reading.model(), () -> reading.problems().toString());
        List<Arm> arms = new ArrayList<>();
        for (String id : IDS.subList(0, count)) {
            List<RunSpec> outages =
                    List.of(Strategies.runSpec(model, "outage", id), Strategies.runSpec(model, "for-ever", id));
            arms.add(new Arm(id, outages.get(0).withoutFaults(), outages));
        }
        return arms;
    }

    /**
     * The comparison by one metric.
     *
     * @param run 0: the twin; 1: the outage that ends; 2: the other
     * @param byArm the values of each arm, one for each replication
     */
    static Comparison compare(Metric metric, int run, double[]... byArm) {
        ComparisonSum sum = new ComparisonSum(arms(byArm.length));
        for (int replication = 0; replication < byArm[0].length; replication++) {
            double[][][] values = new double[byArm.length][3][Metric.values().length];
            for (int arm = 0; arm < byArm.length; arm++) {
                for (double[] ofRun : values[arm]) {
                    Arrays.fill(ofRun, Double.NaN);
                }
                values[arm][run][metric.ordinal()] = byArm[arm][replication];
            }
            sum.add(values);
        }
        return sum.comparisons(HandMadeRun.SETTINGS).get(run * Metric.values().length + metric.ordinal());
    }
}
