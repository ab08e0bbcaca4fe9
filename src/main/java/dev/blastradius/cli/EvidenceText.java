package dev.blastradius.cli;

import dev.blastradius.experiment.Collapse;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.RunResult;
import java.util.ArrayList;
import java.util.List;

/** What results rest on, in a line: how much was simulated, how much of that was left out, and how precise it is. */
final class EvidenceText {

    private final Style style;

    EvidenceText(Style style) {
        this.style = style;
    }

    /** How many replications: {@code 10 replications}, or {@code 3 to 4 replications} where runs differ. */
    static String replications(List<RunResult> runs) {
        int least = least(runs);
        int most = most(runs);
        return (least == most ? "" : least + " to ") + RunReport.plural(most, "replication");
    }

    /** The replications of the run with the fewest. */
    static int least(List<RunResult> runs) {
        return runs.stream()
                .mapToInt(run -> run.evidence().replications())
                .min()
                .orElse(0);
    }

    /** The replications of the run with the most. */
    static int most(List<RunResult> runs) {
        return runs.stream()
                .mapToInt(run -> run.evidence().replications())
                .max()
                .orElse(0);
    }

    /** The requests of all runs together: {@code 480,000 requests analysed, 24,000 of the warm-up discarded}. */
    String requests(List<RunResult> runs) {
        long analysed = 0;
        long discarded = 0;
        for (RunResult run : runs) {
            analysed += run.evidence().analysed();
            discarded += run.evidence().discarded();
        }
        return RunReport.plural(analysed, "request") + " analysed, " + Figures.count(discarded)
                + " of the warm-up discarded";
    }

    /** What the stopping rule reached in the least precise of the runs; empty where there was none. */
    String precision(List<RunResult> runs) {
        Precision worst = null;
        for (RunResult run : runs) {
            Precision precision = run.evidence().precision();
            if (precision != null && (worst == null || !(precision.reached() <= worst.reached()))) {
                worst = precision;
            }
        }
        return worst == null ? "" : precision(worst);
    }

    /** What one run rests on, in a sentence. */
    String sentence(Evidence evidence) {
        return evidence.sentence().replace("±", style.plusMinus());
    }

    /** What speaks against taking a run's means at their word: a warm-up that is too short, and a collapse that a mean hides. */
    List<String> warnings(RunResult run) {
        List<String> warnings = new ArrayList<>();
        String warmup = run.evidence().warmup().warning();
        if (warmup != null) {
            warnings.add(Style.clean(warmup));
        }
        Collapse collapse = run.evidence().collapse();
        if (collapse != null) {
            warnings.add(collapse.sentence());
        }
        return List.copyOf(warnings);
    }

    private String precision(Precision precision) {
        if (Double.isNaN(precision.reached())) {
            return style.plusMinus() + points(precision.asked())
                    + " points were asked; too few replications to say what was reached";
        }
        return "every client's goodput within " + style.plusMinus() + points(precision.reached()) + " points; "
                + style.plusMinus() + points(precision.asked()) + " were asked: "
                + (precision.isReached() ? "reached" : "not reached");
    }

    private static String points(double share) {
        return Figures.percentage(share).replace(" %", "");
    }
}
