package dev.blastradius.report.study;

import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.wording.Differences;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which strategy is best by goodput, over several outages, in words.
 *
 * @param compared the strategies under each outage, or without any; one or more
 * @param baseline the strategy that others are set against
 */
record Winners(List<Standings> compared, String baseline, Who who) {

    private static final int MOST_WINNERS = 2;
    private static final int MOST_OUTAGES = 2;
    private static final int MOST_PARTS = 4;

    /** A sentence without a capital letter and a full stop. */
    String clause() {
        List<Leader> leaders = new ArrayList<>();
        for (Standings standings : compared) {
            Leader leader = Leader.of(standings);
            if (leader != null) {
                leaders.add(leader);
            }
        }
        if (leaders.isEmpty()) {
            return "fewer than two strategies were run far enough to be compared";
        }
        if (leaders.size() == 1) {
            return leaders.get(0).clause(baseline, who)
                    + (compared.size() > 1 ? " (" + outage(leaders.get(0)) + ")" : "");
        }
        Map<String, List<Leader>> byStrategy = new LinkedHashMap<>();
        leaders.stream()
                .filter(Leader::isEstablished)
                .forEach(leader -> byStrategy
                        .computeIfAbsent(leader.id(), id -> new ArrayList<>())
                        .add(leader));
        String text = byStrategy.isEmpty() ? none(leaders) : some(byStrategy, leaders);
        return text + steady(leaders, byStrategy);
    }

    private String outage(Leader leader) {
        String scenario = leader.standings().strategies().get(0).scenario();
        return scenario == null ? "without faults" : "in " + who.scenario(scenario);
    }

    private String outages(List<Leader> leaders) {
        List<String> ids = leaders.stream()
                .map(leader ->
                        String.valueOf(leader.standings().strategies().get(0).scenario()))
                .toList();
        return "in " + who.scenarios(ids, MOST_OUTAGES);
    }

    private String some(Map<String, List<Leader>> byStrategy, List<Leader> leaders) {
        int established = byStrategy.values().stream().mapToInt(List::size).sum();
        if (byStrategy.size() == 1 && established == leaders.size()) {
            String id = leaders.get(0).id();
            return who.subject(id) + " is best in " + Phrases.all(leaders.size(), "scenarios")
                    + ", established against each other strategy" + range(leaders, id);
        }
        List<String> parts = new ArrayList<>();
        byStrategy.entrySet().stream().limit(MOST_WINNERS + 1L).forEach(winner -> {
            List<Leader> won = winner.getValue();
            parts.add(who.subject(winner.getKey())
                    + (parts.isEmpty() ? " is established as best " : " ")
                    + outages(won)
                    + range(won, winner.getKey()));
        });
        int open = leaders.size() - established;
        String rest = open == 0
                ? ""
                : "; in " + (open == 1 ? "the other scenario" : "the other " + open)
                        + " it is not established which is best";
        return Phrases.listed(parts, parts.size()) + rest;
    }

    /** By how much more goodput a strategy leads over the baseline; over others where it is that itself. */
    private String range(List<Leader> leaders, String id) {
        if (id.equals(baseline)) {
            return "";
        }
        Interval least = Interval.NONE;
        Interval most = Interval.NONE;
        for (Leader leader : leaders) {
            Interval lead = leader.lead(baseline);
            least = !(lead.mean() >= least.mean()) ? lead : least;
            most = !(lead.mean() <= most.mean()) ? lead : most;
        }
        if (Double.isNaN(least.mean())) {
            return "";
        }
        return leaders.size() == 1
                ? " (" + Differences.size(Metric.GOODPUT, least) + " more goodput than " + who.with(baseline) + ")"
                : " (by " + Differences.size(Metric.GOODPUT, least).replace(" percentage points", "") + " to "
                        + Differences.size(Metric.GOODPUT, most) + " more goodput than " + who.with(baseline) + ")";
    }

    private String none(List<Leader> leaders) {
        boolean single = leaders.stream()
                .allMatch(leader -> Phrases.most(leader.standings().strategies()) < 2);
        Map<String, List<Leader>> most = new LinkedHashMap<>();
        leaders.forEach(leader -> most.computeIfAbsent(leader.top(who), names -> new ArrayList<>())
                .add(leader));
        List<String> parts = new ArrayList<>();
        most.forEach((names, of) -> parts.add(names + " " + outages(of)));
        return "no strategy is established as best in any of the " + leaders.size() + " scenarios"
                + (single ? ", because one replication establishes nothing" : "")
                + "; the most good answers came from " + Phrases.listed(parts, MOST_PARTS);
    }

    /** A strategy that is established to be better than the baseline under every outage, where none is best everywhere. */
    private String steady(List<Leader> leaders, Map<String, List<Leader>> byStrategy) {
        if (byStrategy.values().stream().anyMatch(won -> won.size() == leaders.size())) {
            return "";
        }
        String steady = null;
        double most = 0;
        for (RunResult run : leaders.get(0).standings().strategies()) {
            double sum = leadEverywhere(leaders, run.strategy());
            if (sum > most) {
                most = sum;
                steady = run.strategy();
            }
        }
        return steady == null
                ? ""
                : "; better than " + who.with(baseline) + " in " + (leaders.size() == 2 ? "both" : "all")
                        + " of them, which is established, is " + who.subject(steady);
    }

    /** The sum of a strategy's leads over the baseline; 0 unless each is established. */
    private double leadEverywhere(List<Leader> leaders, String strategy) {
        double sum = 0;
        for (Leader leader : leaders) {
            Interval lead = leader.standings().difference(Metric.GOODPUT, strategy, baseline);
            if (!leader.standings().isEstablished(Metric.GOODPUT, strategy, baseline) || !(lead.mean() > 0)) {
                return 0;
            }
            sum += lead.mean();
        }
        return sum;
    }
}
