package dev.blastradius.report.study;

import dev.blastradius.experiment.FaultWindows;
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
 * @param broken the scenarios that break something within the run
 */
record Told(
        Standings calm,
        Map<String, Standings> outages,
        List<String> notRun,
        String subject,
        int strategies,
        List<String> broken,
        RunSettings settings,
        Who who) {

    /** So many scenarios have numbers in sentences. */
    private static final int MOST_NUMBERED = 8;

    private static final double LEAST_LEAD = 1e-12;

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
                broken(finding),
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

    private static List<String> broken(OfComparison finding) {
        double duration = finding.study().settings().duration().seconds();
        return finding.arms().stream()
                .flatMap(arm -> arm.outages().stream())
                .filter(spec -> !FaultWindows.of(spec.pipeline(), spec.scenario(), duration)
                        .isEmpty())
                .map(spec -> String.valueOf(spec.scenarioId()))
                .distinct()
                .toList();
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

    /** The strategy with the most goodput over all scenarios; the subject where none has more. */
    String favourite() {
        String favourite = subject;
        double most = goodput(subject);
        for (RunResult run : compared().get(0).strategies()) {
            double goodput = goodput(run.strategy());
            // What comes of adding in another order is no lead.
            if (goodput > most + LEAST_LEAD) {
                most = goodput;
                favourite = run.strategy();
            }
        }
        return favourite;
    }

    /** The sum of a strategy's goodput in each scenario; NaN where it was not run in all of them. */
    private double goodput(String strategy) {
        double sum = 0;
        for (Standings standings : compared()) {
            RunResult run = standings.run(strategy);
            sum += run == null ? Double.NaN : run.totals().goodput().mean();
        }
        return sum;
    }

    /** Whether a scenario breaks anything within the run. */
    boolean isBroken(String scenario) {
        return broken.contains(scenario);
    }
}
