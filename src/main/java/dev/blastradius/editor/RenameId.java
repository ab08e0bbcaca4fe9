package dev.blastradius.editor;

import dev.blastradius.editor.patch.Remains;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Another id for a component, a scenario or a strategy. Whatever names a component follows: its arrows, what they stand in for,
 * faults, patches, runbooks, and its place on the canvas.
 */
public final class RenameId {

    private static final String ARROW = "->";
    private static final String COMPONENTS = "components";
    private static final String DEPENDENCIES = "dependencies";
    private static final String FALLBACK_FOR = Fallback.FALLBACK_FOR.key();

    private final String old;
    private final String id;

    private RenameId(String old, String id) {
        this.old = old;
        this.id = id;
    }

    /** Why something cannot have an id; null where it can. */
    public static @Nullable Problem refusal(Pipeline pipeline, Subject subject, String id) {
        if (!id.matches(Pipeline.ID_PATTERN)) {
            return Problem.error(subject.where(), "not an id", Pipeline.ID_FORM, id);
        }
        // A component that only a strategy has would become one with this in the strategy's patch.
        boolean reserved = switch (subject.what()) {
            case STRATEGY -> id.equals(Strategy.AS_DRAWN);
            case COMPONENT -> Remains.mentioned(pipeline).contains(id);
            case DEPENDENCY, SCENARIO, MODEL -> false;
        };
        if (!id.equals(subject.id()) && (reserved || new Subject(subject.what(), id).isIn(pipeline))) {
            return Problem.error(subject.where(), "the id is taken", "an id that no other has", id);
        }
        return null;
    }

    /**
     * The model with another id for something that it has.
     *
     * @param subject a component, a scenario or a strategy; of anything else there is no id to change
     * @param id one that {@link #refusal} has nothing against
     */
    public static Pipeline of(Pipeline it, Subject subject, String id) {
        RenameId rename = new RenameId(subject.id(), id);
        return switch (subject.what()) {
            case COMPONENT -> rename.component(it);
            case SCENARIO -> it.withScenarios(rename.scenarioKeys(it));
            case STRATEGY -> it.withStrategies(rename.strategyKeys(it));
            case DEPENDENCY, MODEL -> it;
        };
    }

    private @Nullable Map<String, Scenario> scenarioKeys(Pipeline it) {
        return it.scenarios() == null ? null : map(it.scenarios(), this::name, each -> each);
    }

    private @Nullable Map<String, Strategy> strategyKeys(Pipeline it) {
        return it.strategies() == null ? null : map(it.strategies(), this::name, each -> each);
    }

    private Pipeline component(Pipeline it) {
        return new Pipeline(
                it.format(),
                it.name(),
                it.description(),
                map(it.components(), this::name, each -> each),
                it.dependencies() == null ? null : map(it.dependencies(), this::name, this::dependency),
                it.scenarios() == null ? null : map(it.scenarios(), key -> key, this::scenario),
                it.strategies() == null ? null : map(it.strategies(), key -> key, this::strategy),
                it.experiment(),
                it.view() == null ? null : map(it.view(), this::name, each -> each));
    }

    /** A component's id or an arrow's key as it is from now on. */
    private String name(String name) {
        if (name.contains(ARROW)) {
            return Pipeline.key(name(Pipeline.from(name)), name(Pipeline.to(name)));
        }
        return name.equals(old) ? id : name;
    }

    private Dependency dependency(Dependency it) {
        Fallback fallback = it.fallback();
        String standsInFor = fallback.fallbackFor();
        return standsInFor == null
                ? it
                : new Dependency(
                        it.call(),
                        new Fallback(name(standsInFor), fallback.order(), fallback.readiness(), fallback.coldStart()),
                        it.policies());
    }

    private Scenario scenario(Scenario it) {
        return new Scenario(
                it.label(),
                it.description(),
                it.faults().stream().map(this::fault).toList());
    }

    private Fault fault(Fault it) {
        String target = it.target().id();
        return target == null
                ? it
                : new Fault(Fault.Target.id(name(target)), it.at(), it.lasting(), it.ramp(), it.flap(), it.effects());
    }

    private Strategy strategy(Strategy it) {
        List<RunbookStep> runbook = it.runbook();
        return new Strategy(
                it.label(),
                it.description(),
                it.patch() == null ? null : patch(it.patch()),
                runbook == null
                        ? null
                        : runbook.stream()
                                .map(step -> new RunbookStep(step.after(), patch(step.patch())))
                                .toList());
    }

    private Tree patch(Tree patch) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        patch.entries().forEach((part, value) -> {
            boolean named = part.equals(COMPONENTS) || part.equals(DEPENDENCIES);
            changed.put(part, named && value instanceof Map<?, ?> entries ? entries(entries) : value);
        });
        return Tree.of(changed);
    }

    private Map<String, @Nullable Object> entries(Map<?, ?> entries) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        entries.forEach((key, value) ->
                changed.put(name((String) key), value instanceof Map<?, ?> entry ? entry(entry) : value));
        return changed;
    }

    private Map<String, @Nullable Object> entry(Map<?, ?> entry) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        entry.forEach((key, value) -> {
            boolean names = key.equals(FALLBACK_FOR) && value instanceof String;
            changed.put((String) key, names ? name((String) value) : value);
        });
        return changed;
    }

    private static <V> Map<String, V> map(Map<String, V> map, UnaryOperator<String> key, UnaryOperator<V> value) {
        Map<String, V> changed = new LinkedHashMap<>();
        map.forEach((each, its) -> changed.put(key.apply(each), value.apply(its)));
        return Collections.unmodifiableMap(changed);
    }
}
