package dev.blastradius.editor;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arrows led to other boxes. An arrow keeps everything that is said of it; what names it elsewhere follows: its fallbacks, faults that
 * befall it, and parts of strategies that change it.
 */
public final class Rewire {

    private static final String DEPENDENCIES = "dependencies";

    private final Map<String, String> renamed = new LinkedHashMap<>();

    private Rewire() {}

    /**
     * With an arrow led elsewhere, at one of its ends or both. Where its caller changes, its fallbacks get the new caller too, for they
     * are calls of the same one. As it is where there is no such arrow, or one of the new keys is taken: two arrows never become one.
     *
     * @param arrow its key
     * @param to the key that it gets
     * @param strategy what is edited. In the drawing, faults and strategies follow; where only a strategy leads the arrow elsewhere,
     *     the drawing has the old one still, and nothing but that strategy's runbook follows
     */
    public static Pipeline lead(Pipeline pipeline, String arrow, String to, String strategy) {
        if (arrow.equals(to) || !pipeline.arrows().containsKey(arrow)) {
            return pipeline;
        }
        Rewire rewire = new Rewire();
        rewire.renamed.put(arrow, to);
        if (!Pipeline.from(arrow).equals(Pipeline.from(to))) {
            pipeline.arrows().forEach((key, dependency) -> {
                if (arrow.equals(dependency.fallback().fallbackFor())) {
                    rewire.renamed.put(key, Pipeline.key(Pipeline.from(to), Pipeline.to(key)));
                }
            });
        }
        boolean taken = rewire.renamed.values().stream()
                .anyMatch(key -> pipeline.arrows().containsKey(key) && !rewire.renamed.containsKey(key));
        return taken ? pipeline : rewire.apply(pipeline, strategy);
    }

    /**
     * With a component between the two that an arrow connects: the arrow leads to it, with all that is said of it, and a plain one leads
     * on.
     *
     * @param through a component that nothing calls yet
     * @param strategy as for {@link #lead}
     */
    public static Pipeline through(Pipeline pipeline, String arrow, String through, String strategy) {
        Pipeline led = lead(pipeline, arrow, Pipeline.key(Pipeline.from(arrow), through), strategy);
        return Edits.connect(led, through, Pipeline.to(arrow));
    }

    private Pipeline apply(Pipeline it, String strategy) {
        boolean everywhere = strategy.equals(Strategy.AS_DRAWN);
        Map<String, Dependency> arrows = new LinkedHashMap<>();
        it.arrows().forEach((key, dependency) -> arrows.put(now(key), renamed(dependency)));
        return it.withDependencies(Collections.unmodifiableMap(arrows))
                .withScenarios(everywhere ? scenarios(it.scenarios()) : it.scenarios())
                .withStrategies(strategies(it.strategies(), strategy));
    }

    private String now(String key) {
        return renamed.getOrDefault(key, key);
    }

    private Dependency renamed(Dependency dependency) {
        Fallback fallback = dependency.fallback();
        String replaced = fallback.fallbackFor();
        return replaced == null || !renamed.containsKey(replaced)
                ? dependency
                : new Dependency(
                        dependency.call(),
                        new Fallback(now(replaced), fallback.order(), fallback.readiness(), fallback.coldStart()),
                        dependency.policies());
    }

    private @Nullable Map<String, Scenario> scenarios(@Nullable Map<String, Scenario> scenarios) {
        if (scenarios == null) {
            return null;
        }
        Map<String, Scenario> changed = new LinkedHashMap<>();
        scenarios.forEach((id, scenario) -> changed.put(
                id,
                new Scenario(
                        scenario.label(),
                        scenario.description(),
                        scenario.faults().stream().map(this::renamed).toList())));
        return Collections.unmodifiableMap(changed);
    }

    private Fault renamed(Fault fault) {
        String id = fault.target().id();
        return id == null || !renamed.containsKey(id)
                ? fault
                : new Fault(
                        new Fault.Target(now(id), null),
                        fault.at(),
                        fault.lasting(),
                        fault.ramp(),
                        fault.flap(),
                        fault.effects());
    }

    private @Nullable Map<String, Strategy> strategies(@Nullable Map<String, Strategy> strategies, String edited) {
        boolean everywhere = edited.equals(Strategy.AS_DRAWN);
        if (strategies == null || !everywhere && !strategies.containsKey(edited)) {
            return strategies;
        }
        Map<String, Strategy> changed = new LinkedHashMap<>();
        strategies.forEach((id, strategy) -> changed.put(
                id,
                new Strategy(
                        strategy.label(),
                        strategy.description(),
                        everywhere && strategy.patch() != null ? renamed(strategy.patch()) : strategy.patch(),
                        everywhere || id.equals(edited) ? runbook(strategy.runbook()) : strategy.runbook())));
        return Collections.unmodifiableMap(changed);
    }

    private @Nullable List<RunbookStep> runbook(@Nullable List<RunbookStep> runbook) {
        return runbook == null
                ? null
                : runbook.stream()
                        .map(step -> new RunbookStep(step.after(), renamed(step.patch())))
                        .toList();
    }

    private Tree renamed(Tree patch) {
        if (!(patch.entries().get(DEPENDENCIES) instanceof Map<?, ?> changes)) {
            return patch;
        }
        Map<String, @Nullable Object> arrows = new LinkedHashMap<>();
        changes.forEach((key, change) -> {
            String now = now((String) key);
            // What a patch says of the new key already is about an arrow of its own there, and stays.
            if (now.equals(key) || !changes.containsKey(now)) {
                arrows.put(now, renamedChange(change));
            }
        });
        Map<String, @Nullable Object> all = new LinkedHashMap<>(patch.entries());
        all.put(DEPENDENCIES, arrows);
        return Tree.of(all);
    }

    private @Nullable Object renamedChange(@Nullable Object change) {
        if (!(change instanceof Map<?, ?> parts)) {
            return change;
        }
        Map<Object, @Nullable Object> renamedParts = new LinkedHashMap<>(parts);
        String key = Fallback.FALLBACK_FOR.key();
        if (parts.get(key) instanceof String replaced) {
            renamedParts.put(key, now(replaced));
        }
        return renamedParts;
    }
}
