package dev.blastradius.report.study;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Standings;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Looked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as its chapters tell it.
 *
 * @param calm the strategies without faults
 * @param outages by scenario, those of which anything was run
 * @param notRun the scenarios of which nothing was
 * @param subject the strategy that is spoken of first: the baseline, unless something of it was not run
 * @param strategies how many there are
 */
record Told(
        Standings calm,
        Map<String, Standings> outages,
        List<String> notRun,
        String subject,
        int strategies,
        RunSettings settings,
        Who who) {

    /** So many scenarios have numbers in sentences. */
    private static final int MOST_NUMBERED = 8;

    static Told of(OfComparison finding) {
        Standings calm = Standings.of(finding.study(), null);
        Map<String, Standings> outages = new LinkedHashMap<>();
        List<String> notRun = new ArrayList<>();
        for (String scenario : Looked.scenarios(finding)) {
            Standings standings = Standings.of(finding.study(), scenario);
            if (standings.strategies().isEmpty()) {
                notRun.add(scenario);
            } else {
                outages.put(scenario, standings);
            }
        }
        List<String> numbered = List.copyOf(outages.keySet()).subList(0, Math.min(MOST_NUMBERED, outages.size()));
        return new Told(
                calm,
                Collections.unmodifiableMap(outages),
                List.copyOf(notRun),
                subject(finding, calm, outages),
                Looked.strategies(finding).size(),
                finding.study().settings(),
                Who.of(finding.origin().model().pipeline(), numbered));
    }

    private static String subject(OfComparison finding, Standings calm, Map<String, Standings> outages) {
        boolean isThere = calm.run(finding.baseline()) != null
                && outages.values().stream().allMatch(each -> each.run(finding.baseline()) != null);
        return isThere || calm.strategies().isEmpty()
                ? finding.baseline()
                : calm.strategies().get(0).strategy();
    }

    /** All runs of strategies. */
    List<RunResult> runs() {
        List<RunResult> runs = new ArrayList<>(calm.strategies());
        outages.values().forEach(each -> runs.addAll(each.strategies()));
        return runs;
    }

    /** The strategies under each scenario; without faults where there is none. */
    List<Standings> compared() {
        return outages.isEmpty() ? List.of(calm) : List.copyOf(outages.values());
    }

    /** The subject's runs under the scenarios. */
    List<RunResult> subjects() {
        return outages.values().stream()
                .map(each -> each.run(subject))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The subject's run in which it lost most; null where there is none. */
    @Nullable
    RunResult worst() {
        RunResult worst = null;
        for (RunResult run : subjects()) {
            if (worst == null || Harm.lost(run).mean() > Harm.lost(worst).mean()) {
                worst = run;
            }
        }
        return worst;
    }

    /** The strategies in that scenario; those without faults where there is none. */
    Standings hardest() {
        RunResult worst = worst();
        Standings standings = worst == null ? null : outages.get(String.valueOf(worst.scenario()));
        return standings == null ? calm : standings;
    }

    /** The strategy with the most goodput there; the subject where nothing can be compared. */
    String favourite() {
        Leader leader = Leader.of(hardest());
        return leader == null ? subject : leader.id();
    }
}
