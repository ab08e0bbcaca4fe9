package dev.blastradius.report.study;

import dev.blastradius.chart.Names;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.wording.Phrases;
import java.util.List;

/**
 * What strategies, scenarios and clients are called in a sentence.
 *
 * @param scenarios those that have been named by their numbers, in that order
 */
record Who(Names names, List<String> scenarios) {

    Who {
        scenarios = List.copyOf(scenarios);
    }

    static Who of(Pipeline pipeline, List<String> scenarios) {
        return new Who(new Names(pipeline), scenarios);
    }

    /** {@code "as drawn"}, or the strategy's name in quotation marks. */
    String strategy(String id) {
        return id.equals(Strategy.AS_DRAWN) ? "as drawn" : Phrases.quoted(names.strategy(id));
    }

    /** Where the pipeline is so: {@code "as drawn"}, {@code "with “Breaker”"}. */
    String with(String id) {
        return id.equals(Strategy.AS_DRAWN) ? "as drawn" : "with " + strategy(id);
    }

    /** As a sentence's subject: {@code "the pipeline as drawn"}, {@code "“Breaker”"}. */
    String subject(String id) {
        return id.equals(Strategy.AS_DRAWN) ? "the pipeline as drawn" : strategy(id);
    }

    /** A scenario's name in quotation marks. */
    String title(String id) {
        return Phrases.quoted(names.scenario(id));
    }

    /** A scenario after it was named: {@code "scenario 2"}; {@code "the scenario"} where there is one alone. */
    String scenario(String id) {
        if (scenarios.size() == 1 && scenarios.contains(id)) {
            return "the scenario";
        }
        return scenarios.contains(id) ? "scenario " + (scenarios.indexOf(id) + 1) : title(id);
    }

    /** Several of them: {@code "scenarios 1 and 3"}. */
    String scenarios(List<String> ids, int most) {
        if (ids.size() < 2 || !scenarios.containsAll(ids)) {
            return Phrases.listed(ids.stream().map(this::scenario).toList(), most);
        }
        List<String> numbers = ids.stream()
                .map(id -> String.valueOf(scenarios.indexOf(id) + 1))
                .toList();
        return "scenarios " + Phrases.listed(numbers, numbers.size());
    }

    String client(String id) {
        return names.component(id);
    }
}
