package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.report.wording.Phrases;
import java.util.List;

/** What the words and signs of a report mean, in two or three sentences. */
final class Legend {

    private Legend() {}

    static String of(List<RunResult> runs, RunSettings settings) {
        boolean broken = runs.stream().anyMatch(run -> run.blastRadius() != null);
        return "A good answer, or goodput, is one that could be used and was neither late nor silently wrong. "
                + "Shares are of all requests that arrive in the measured "
                + Figures.time(settings.duration().seconds() - settings.warmup().seconds())
                + (broken
                        ? ", also before and after an outage; a loss is each request compared with the same request without the faults. "
                        : ". ")
                + uncertainty(Phrases.most(runs), settings.confidence());
    }

    /** What stands behind ±, and what "established" means. */
    static String uncertainty(int replications, double confidence) {
        if (replications < 2) {
            return "A replication is one run of the simulation with its own random numbers; of a single one there is no interval.";
        }
        return "A replication is one run of the simulation with its own random numbers; ± is half of the "
                + Figures.share(confidence)
                + " confidence interval over them. “Established” means that this interval leaves out what would say otherwise, such as"
                + " a loss of 0; of two strategies, that their difference is significant at that level, corrected for the number of pairs that were compared.";
    }
}
