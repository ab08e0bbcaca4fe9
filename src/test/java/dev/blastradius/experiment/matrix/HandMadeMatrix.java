package dev.blastradius.experiment.matrix;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Map;

/** A matrix with numbers that nobody simulated, for the tests of what is made of it. */
public final class HandMadeMatrix {

    private static final RunSpec BASE = new RunSpec(
            new Pipeline(Pipeline.FORMAT, null, null, Map.of(), null, null, null, null, null),
            null,
            "as-drawn",
            List.of(),
            Map.of());

    private HandMadeMatrix() {}

    /** A matrix of these rows, in this order, of one client "visitors". */
    public static DamageMatrix of(Row... rows) {
        return new DamageMatrix(
                HandMadeDamage.withoutSeries(HandMadeDamage.run(null, "as-drawn", 0.98, 0)),
                List.of("visitors"),
                List.of(rows),
                true);
    }

    /** A failure that loses so much of the visitors' goodput. */
    public static Row row(Kind kind, String target, List<String> also, double lost) {
        Fault fault = new Fault(Target.id(target), Duration.of("5m"), null, null, null, Map.of("unavailable", true));
        Failure failure = new Failure(kind, target, also, new Scenario(target + " fails", null, List.of(fault)));
        return new Row(
                failure,
                failure.befalling(BASE),
                HandMadeDamage.withoutSeries(HandMadeDamage.run(failure.scenarioId(), "as-drawn", 0.98 - lost, lost)));
    }
}
