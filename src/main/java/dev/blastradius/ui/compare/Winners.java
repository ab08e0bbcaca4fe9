package dev.blastradius.ui.compare;

import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.ui.compare.Compared.Contender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several scenarios say together about which strategy is best, in a sentence or two: the answer before the numbers. */
final class Winners {

    private static final int MOST_NAMES = 3;

    private Winners() {}

    /** Which strategy is established to have the best goodput, and under which scenarios; empty where fewer than two are to be told together. */
    static String sentence(Compared compared) {
        Map<String, List<String>> won = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        int of = 0;
        for (String scenario : compared.request().scenarios()) {
            Comparison comparison = compared.comparison(scenario, Metric.GOODPUT);
            if (comparison == null) {
                continue;
            }
            of++;
            String name = "“" + compared.names().scenario(scenario) + "”";
            Contender best = compared.contender(comparison.best());
            if (best == null) {
                open.add(name);
            } else {
                won.computeIfAbsent("“" + best.name() + "”", any -> new ArrayList<>())
                        .add(name);
            }
        }
        return of < 2 ? "" : sentence(won, open, of);
    }

    private static String sentence(Map<String, List<String>> won, List<String> open, int of) {
        if (won.isEmpty()) {
            return "Which strategy has the best goodput is not established under any of the " + of
                    + " scenarios. What is established, is told below for each of them.";
        }
        if (open.isEmpty() && won.size() == 1) {
            return "Best goodput, established: " + won.keySet().iterator().next() + " under all " + of + " scenarios.";
        }
        List<String> parts = new ArrayList<>();
        won.forEach((strategy, scenarios) -> parts.add(strategy + " under " + list(scenarios)));
        return "Best goodput, established: " + String.join("; ", parts) + "."
                + (open.isEmpty() ? "" : " Not established under " + list(open) + ".");
    }

    private static String list(List<String> names) {
        if (names.size() > MOST_NAMES) {
            return names.size() + " scenarios";
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
