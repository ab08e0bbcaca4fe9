package dev.blastradius.report.finding;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a finding is about, whatever command made it. */
public final class Looked {

    private Looked() {}

    /** The ids of the scenarios, in the order of the finding; empty where nothing of the model's was broken. */
    public static List<String> scenarios(Finding finding) {
        if (finding instanceof Finding.OfRun run) {
            return listed(run.spec().scenarioId());
        }
        if (finding instanceof Finding.OfComparison comparison) {
            return comparison.arms().stream()
                    .flatMap(arm -> arm.outages().stream())
                    .map(RunSpec::scenarioId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
        if (finding instanceof Finding.OfTippingPoint tipping) {
            return listed(tipping.runs().scenarioId());
        }
        return finding instanceof Finding.OfSweep sweep ? listed(sweep.runs().scenarioId()) : List.of();
    }

    /** The ids of the strategies, in the order of the finding; bounds that are no strategies left out. */
    public static List<String> strategies(Finding finding) {
        if (finding instanceof Finding.OfRun run) {
            return List.of(run.spec().strategyId());
        }
        if (finding instanceof Finding.OfComparison comparison) {
            return comparison.arms().stream()
                    .filter(arm -> !arm.isReference())
                    .map(Arm::id)
                    .toList();
        }
        if (finding instanceof Finding.OfMatrix matrix) {
            return List.of(matrix.base().strategyId());
        }
        if (finding instanceof Finding.OfTippingPoint tipping) {
            return List.of(tipping.runs().strategyId());
        }
        return List.of(((Finding.OfSweep) finding).runs().strategyId());
    }

    /** How its runs were made; of a grid or a search, each value's to begin with. */
    public static RunSettings settings(Finding finding) {
        if (finding instanceof Finding.OfRun run) {
            return run.result().settings();
        }
        if (finding instanceof Finding.OfComparison comparison) {
            return comparison.study().settings();
        }
        if (finding instanceof Finding.OfMatrix matrix) {
            return matrix.matrix().twin().settings();
        }
        if (finding instanceof Finding.OfTippingPoint tipping) {
            return tipping.settings();
        }
        return ((Finding.OfSweep) finding).settings();
    }

    private static List<String> listed(@Nullable String id) {
        return Stream.ofNullable(id).toList();
    }
}
