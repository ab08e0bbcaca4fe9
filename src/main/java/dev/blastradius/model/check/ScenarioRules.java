package dev.blastradius.model.check;

import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Faults befall something, do something, and do it within the experiment. */
final class ScenarioRules {

    private static final String ARROW = "->";

    private ScenarioRules() {}

    /** Something done with each fault of a pipeline. */
    @FunctionalInterface
    private interface FaultRule {
        void check(Fault fault, JsonPath where);
    }

    private static void eachFault(Pipeline pipeline, FaultRule rule) {
        for (Map.Entry<String, Scenario> scenario : pipeline.scenariosOrNone().entrySet()) {
            List<Fault> faults = scenario.getValue().faults();
            JsonPath where = Subject.SCENARIOS.key(scenario.getKey()).key("faults");
            for (int i = 0; i < faults.size(); i++) {
                rule.check(faults.get(i), where.index(i));
            }
        }
    }

    /** What a fault befalls is there. */
    static void targets(Subject subject, Problems problems) {
        eachFault(subject.pipeline(), (fault, where) -> {
            JsonPath here = where.key(Fault.TARGET.key());
            String id = fault.target().id();
            Map<String, String> tags = fault.target().tags();
            if (id != null) {
                named(subject, id, here, problems);
            } else if (tags == null || tags.isEmpty()) {
                problems.error(here, "no tags: this befalls nothing", "one tag or more", null);
            } else if (subject.drawingIsWhole() && !anyHas(subject.pipeline(), tags)) {
                problems.add(Problem.error(here, "no component has these tags", "tags that a component has", tags)
                        .mend("asked for " + tags + "; there are " + inUse(subject.pipeline(), tags.keySet())));
            }
        });
    }

    private static void named(Subject subject, String id, JsonPath where, Problems problems) {
        boolean dependency = id.contains(ARROW);
        if (dependency ? subject.mayHaveDependency(id) : subject.mayHaveComponent(id)) {
            return;
        }
        if (isBroughtIn(subject.pipeline(), dependency ? "dependencies" : "components", id)) {
            return; // under the other strategies the fault befalls nothing
        }
        Set<String> candidates =
                new LinkedHashSet<>(subject.pipeline().components().keySet());
        candidates.addAll(subject.pipeline().arrows().keySet());
        problems.add(Subject.missing(
                where,
                dependency ? "there is no such dependency" : "there is no such component",
                "a component's id, a dependency's \"from->to\", or tags",
                id,
                candidates));
    }

    /** Whether a strategy or a step of its runbook adds it to the drawing. */
    private static boolean isBroughtIn(Pipeline pipeline, String member, String id) {
        return pipeline.strategiesOrNone().values().stream()
                .flatMap(strategy -> Stream.concat(
                        Stream.of(strategy.patchOrEmpty()),
                        strategy.runbookOrEmpty().stream().map(RunbookStep::patch)))
                .anyMatch(patch -> patch.entries().get(member) instanceof Map<?, ?> parts && parts.get(id) != null);
    }

    private static boolean anyHas(Pipeline pipeline, Map<String, String> tags) {
        return pipeline.components().values().stream()
                .anyMatch(each -> each.about().hasTags(tags));
    }

    private static String inUse(Pipeline pipeline, Set<String> keys) {
        Set<String> pairs = new TreeSet<>();
        pipeline.components()
                .values()
                .forEach(each -> each.about().tagsOrNone().forEach((key, value) -> {
                    if (keys.contains(key)) {
                        pairs.add(key + "=" + value);
                    }
                }));
        return pairs.isEmpty() ? "no such tags" : String.join(", ", pairs);
    }

    /** A scenario has faults, and a fault has effects. */
    static void effects(Subject subject, Problems problems) {
        subject.pipeline().scenariosOrNone().forEach((id, scenario) -> {
            JsonPath where = Subject.SCENARIOS.key(id);
            if (scenario.faults().isEmpty() && !subject.flawed().contains(where)) {
                problems.warning(where.key("faults"), "a scenario without faults", "one fault or more", null);
            }
        });
        eachFault(subject.pipeline(), (fault, where) -> {
            if (fault.effects().isEmpty() && !subject.flawed().contains(entry(where))) {
                problems.warning(where, "a fault that does nothing", "an effect, such as \"errorRate\": 0.5", null);
            }
        });
    }

    private static JsonPath entry(JsonPath fault) {
        JsonPath faults = fault.parent();
        return faults == null || faults.parent() == null ? fault : faults.parent();
    }

    /** A fault begins before the experiment ends, and reaches its full strength. */
    static void times(Subject subject, Problems problems) {
        Duration end = Experiment.DURATION.in(subject.pipeline().settings());
        eachFault(subject.pipeline(), (fault, where) -> {
            if (fault.at().nanos() >= end.nanos()) {
                problems.warning(
                        where.key(Fault.AT.key()),
                        "the fault begins when the experiment is over",
                        "before " + end,
                        fault.at().text());
            }
            Duration ramp = fault.ramp();
            Duration lasting = fault.lasting();
            if (ramp != null && lasting != null && ramp.nanos() > lasting.nanos()) {
                problems.warning(
                        where.key(Fault.RAMP.key()),
                        "the ramp is longer than the fault, which never reaches its full strength",
                        "at most " + lasting,
                        ramp.text());
            }
        });
    }
}
