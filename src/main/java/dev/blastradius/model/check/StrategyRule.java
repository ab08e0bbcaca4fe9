package dev.blastradius.model.check;

import dev.blastradius.model.Experiment;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Patches fit: what they make of the pipeline is as valid as the drawing. */
final class StrategyRule implements Rule {

    private final Patching patching;
    private final List<Rule> rules;

    /**
     * Checks patches.
     *
     * @param rules what must be true of the patched pipeline too; only problems that the drawing does not have are reported
     */
    StrategyRule(Patching patching, List<Rule> rules) {
        this.patching = patching;
        this.rules = rules;
    }

    @Override
    public void check(Subject subject, Problems problems) {
        if (subject.pipeline().strategiesOrNone().isEmpty()) {
            return;
        }
        Set<Finding> before = findings(subject);
        subject.pipeline().strategiesOrNone().forEach((id, strategy) -> {
            JsonPath where = Subject.STRATEGIES.key(id);
            if (id.equals(Strategy.AS_DRAWN)) {
                problems.error(
                        where,
                        "\"" + id + "\" is the pipeline without a patch, and cannot be another",
                        "another id",
                        id);
            }
            check(subject, strategy, where, before, problems);
            runbookInTime(subject.pipeline(), strategy, where.key("runbook"), problems);
        });
    }

    /** A step of a runbook comes before the end of the run in one scenario at least. */
    private static void runbookInTime(Pipeline pipeline, Strategy strategy, JsonPath where, Problems problems) {
        long duration = Experiment.DURATION.in(pipeline.settings()).nanos();
        OptionalLong firstFault = pipeline.scenariosOrNone().values().stream()
                .flatMap(scenario -> scenario.faults().stream())
                .mapToLong(fault -> fault.at().nanos())
                .min();
        List<RunbookStep> runbook = strategy.runbookOrEmpty();
        for (int i = 0; i < runbook.size(); i++) {
            RunbookStep step = runbook.get(i);
            long left = duration - step.after().nanos();
            if (firstFault.isPresent() && firstFault.getAsLong() >= left) {
                problems.warning(
                        where.index(i).key(RunbookStep.AFTER.key()),
                        "this step comes after the end of the run in every scenario: nobody will see it",
                        "less time, or a longer experiment",
                        step.after().text());
            }
        }
    }

    private void check(Subject subject, Strategy strategy, JsonPath where, Set<Finding> before, Problems problems) {
        Tree patch = strategy.patchOrEmpty();
        List<RunbookStep> runbook = strategy.runbookOrEmpty();
        Subject built = subject;
        Set<Finding> known = before;
        if (!patch.isEmpty()) {
            built = patched(subject, patch, where.key("patch"), before, problems);
            known = runbook.isEmpty() ? Set.of() : findings(built);
        }
        for (int i : strategy.stepsInOrder()) {
            Tree change = runbook.get(i).patch();
            if (!change.isEmpty()) {
                JsonPath step = where.key("runbook").index(i);
                built = patched(built, change, step.key("patch"), known, problems);
                known = findings(built);
            }
        }
    }

    private Subject patched(Subject subject, Tree patch, JsonPath where, Set<Finding> before, Problems problems) {
        Subject built = subject.with(patching.apply(subject.pipeline(), patch, where, subject.unreadable(), problems));
        Problems after = new Problems();
        rules.forEach(rule -> rule.check(built, after));
        for (Problem problem : after.all()) {
            if (!before.contains(Finding.of(problem))) {
                problems.add(problem.under(where.append(problem.where())));
            }
        }
        targetsLost(subject, built, where, problems);
        return built;
    }

    /** A scenario whose target the strategy has taken away does nothing there: not wrong, but worth a word. */
    private static void targetsLost(Subject before, Subject after, JsonPath where, Problems problems) {
        Map<JsonPath, Integer> had = targetless(before);
        targetless(after).forEach((scenario, count) -> {
            Scenario faults = after.pipeline().scenariosOrNone().get((String) scenario.step());
            boolean all = faults != null && count == faults.faults().size();
            if (all && had.getOrDefault(scenario, 0) < count) {
                problems.warning(
                        where,
                        "takes away all that " + scenario + " befalls, so that it does nothing under this strategy",
                        "a patch that keeps some of it",
                        null);
            }
        });
    }

    /** How many faults of each scenario befall nothing, by the scenario's place. */
    private static Map<JsonPath, Integer> targetless(Subject subject) {
        Problems problems = new Problems();
        ScenarioRules.targets(subject, problems);
        Map<JsonPath, Integer> counts = new LinkedHashMap<>();
        problems.all().forEach(problem -> counts.merge(Subject.entry(problem.where()), 1, Integer::sum));
        return counts;
    }

    private Set<Finding> findings(Subject subject) {
        Problems problems = new Problems();
        rules.forEach(rule -> rule.check(subject, problems));
        Set<Finding> findings = new LinkedHashSet<>();
        problems.all().forEach(problem -> findings.add(Finding.of(problem)));
        return findings;
    }

    /** What makes two problems the same one. */
    private record Finding(JsonPath where, String what, String found) {

        static Finding of(Problem problem) {
            return new Finding(problem.where(), problem.what(), problem.found());
        }
    }

    /** Whether some strategy adds a component. */
    static boolean anyAdds(Pipeline pipeline, String id) {
        return pipeline.strategiesOrNone().values().stream()
                .anyMatch(strategy -> adds(strategy.patchOrEmpty(), id)
                        || strategy.runbookOrEmpty().stream().anyMatch(step -> adds(step.patch(), id)));
    }

    private static boolean adds(Tree patch, String id) {
        return patch.entries().get("components") instanceof Map<?, ?> changes && changes.get(id) instanceof Map;
    }
}
