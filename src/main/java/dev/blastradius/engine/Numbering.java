package dev.blastradius.engine;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all components and dependencies that a run has in any of its phases: those of its beginning in the model file's
 * order, then those that a runbook brings in.
 */
final class Numbering {

    private final List<Pipeline> pipelines;
    private final Map<String, Integer> components = new LinkedHashMap<>();
    private final Map<String, Integer> dependencies = new LinkedHashMap<>();

    /** By phase, then by caller. */
    private final List<Map<String, Map<String, Dependency>>> calls = new ArrayList<>();

    /** How many of the phases really come one after the other; those behind them only have parts that may yet be brought in. */
    private final int course;

    private Numbering(List<Pipeline> pipelines, int course) {
        this.pipelines = pipelines;
        this.course = course;
        for (Pipeline pipeline : pipelines) {
            pipeline.components().keySet().forEach(id -> components.putIfAbsent(id, components.size()));
            Map<String, Map<String, Dependency>> byCaller = new LinkedHashMap<>();
            pipeline.arrows().forEach((key, dependency) -> {
                dependencies.putIfAbsent(key, dependencies.size());
                if (!dependency.isFallback()) {
                    byCaller.computeIfAbsent(Pipeline.from(key), from -> new LinkedHashMap<>())
                            .put(key, dependency);
                }
            });
            calls.add(byCaller);
        }
    }

    static Numbering of(RunSpec spec) {
        List<Pipeline> phases = Stream.concat(
                        Stream.of(spec.pipeline()), spec.phases().stream().map(RunSpec.Phase::pipeline))
                .toList();
        return new Numbering(phases, phases.size());
    }

    /**
     * The same numbers for phases that come in another order, or of which only some come.
     *
     * @param phases the phases that come, in their order; their parts are among these
     */
    Numbering along(List<Pipeline> phases) {
        Numbering along =
                new Numbering(Stream.concat(phases.stream(), pipelines.stream()).toList(), phases.size());
        along.components.replaceAll((id, number) -> component(id));
        along.dependencies.replaceAll((key, number) -> dependency(key));
        return along;
    }

    /** How many components and dependencies there are. */
    int parts() {
        return components.size() + dependencies.size();
    }

    String[] componentIds() {
        return inOrder(components);
    }

    String[] dependencyKeys() {
        return inOrder(dependencies);
    }

    private static String[] inOrder(Map<String, Integer> numbers) {
        String[] names = new String[numbers.size()];
        numbers.forEach((name, number) -> names[number] = name);
        return names;
    }

    /** A component's number. */
    int component(String id) {
        return Objects.requireNonNull(components.get(id), id);
    }

    /** A dependency's number. */
    int dependency(String key) {
        return Objects.requireNonNull(dependencies.get(key), key);
    }

    boolean hasComponent(String id) {
        return components.containsKey(id);
    }

    boolean hasDependency(String key) {
        return dependencies.containsKey(key);
    }

    /** A client in a phase, or in the nearest phase in which it is one; null where it never is. */
    @Nullable
    Client client(String id, int phase) {
        Client near = client(id, phase, course);
        return near == null ? client(id, phase, pipelines.size()) : near;
    }

    private @Nullable Client client(String id, int phase, int phases) {
        for (int distance = 0; distance < phases; distance++) {
            if (phase - distance >= 0
                    && pipelines.get(phase - distance).components().get(id) instanceof Client before) {
                return before;
            }
            if (phase + distance < phases
                    && pipelines.get(phase + distance).components().get(id) instanceof Client after) {
                return after;
            }
        }
        return null;
    }

    /** The most replicas that a component has in any phase. */
    int replicas(String id) {
        long most = 1;
        for (Pipeline pipeline : pipelines) {
            Component component = pipeline.components().get(id);
            Station station = component == null ? null : component.station();
            most = Math.max(most, Station.INSTANCES.in(station == null ? Station.DEFAULT : station));
        }
        return Math.toIntExact(most);
    }

    /** The phase that says what a component is in a phase: the same, else the last before it that has it, else the first after it. */
    int phaseOf(String id, int phase) {
        return nearest(phase, pipeline -> pipeline.components().containsKey(id));
    }

    /** The phase that says what a dependency is in a phase: the same, else the last before it that has it, else the first after it. */
    int phaseOfDependency(String key, int phase) {
        return nearest(phase, pipeline -> pipeline.arrows().containsKey(key));
    }

    private int nearest(int phase, Predicate<Pipeline> so) {
        for (int i = phase; i >= 0; i--) {
            if (so.test(pipelines.get(i))) {
                return i;
            }
        }
        int i = phase + 1;
        while (!so.test(pipelines.get(i))) {
            i++;
        }
        return i;
    }

    /** What a component calls of itself in a phase, fallbacks left out, by key in the model file's order; empty where it is not there. */
    Map<String, Dependency> callsOf(String id, int phase) {
        return calls.get(phase).getOrDefault(id, Map.of());
    }

    /** The pipeline of a phase. */
    Pipeline pipeline(int phase) {
        return pipelines.get(phase);
    }

    /** How many phases there are. */
    int phases() {
        return pipelines.size();
    }
}
