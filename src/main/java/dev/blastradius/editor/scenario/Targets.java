package dev.blastradius.editor.scenario;

import dev.blastradius.editor.Captions;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that a fault can befall, and what people call it. */
public final class Targets {

    /** A component with more tags than this is offered by each of them alone and by all together, not by every set of them. */
    private static final int MOST_COMBINED = 5;

    private Targets() {}

    /**
     * Something that can be chosen as a target.
     *
     * @param target as the file names it
     * @param name for people, on one line
     * @param matches what it befalls: the kind of component, the network, or the names of the components with the tags
     */
    public record Choice(Target target, String name, String matches) {}

    /** Components, then sets of tags that at least one component has, then arrows. */
    public static List<Choice> all(Pipeline pipeline) {
        List<Choice> choices = new ArrayList<>();
        pipeline.components().keySet().forEach(id -> choices.add(choice(pipeline, Target.id(id))));
        tagSets(pipeline).forEach(tags -> choices.add(choice(pipeline, Target.tags(tags))));
        pipeline.arrows().keySet().forEach(key -> choices.add(choice(pipeline, Target.id(key))));
        return List.copyOf(choices);
    }

    /** A target, described; one that the pipeline does not have says so. */
    public static Choice choice(Pipeline pipeline, Target target) {
        return new Choice(target, name(pipeline, target), matches(pipeline, target));
    }

    /** What people call a target: {@code "Opus"}, {@code "Agent → Opus"}, {@code "provider = anthropic"}. */
    public static String name(Pipeline pipeline, Target target) {
        String id = target.id();
        if (id == null) {
            Map<String, String> tags = target.tags() == null ? Map.of() : target.tags();
            return Captions.line(tags.entrySet().stream()
                    .map(tag -> tag.getKey() + " = " + tag.getValue())
                    .collect(Collectors.joining(", ")));
        }
        return Captions.line(id.contains("->") ? Captions.title(pipeline, id) : Captions.name(pipeline, id));
    }

    private static String matches(Pipeline pipeline, Target target) {
        String id = target.id();
        if (id == null) {
            List<String> names = befallen(pipeline, target).stream()
                    .map(each -> Captions.line(Captions.name(pipeline, each)))
                    .toList();
            return names.isEmpty() ? "no component has these tags" : String.join(", ", names);
        }
        if (pipeline.arrows().containsKey(id)) {
            return "the network between them";
        }
        Component component = pipeline.components().get(id);
        return component == null ? "not in this pipeline" : component.kind().title();
    }

    /** The ids of the components that a target befalls; none for an arrow. */
    public static List<String> befallen(Pipeline pipeline, Target target) {
        String id = target.id();
        Map<String, String> tags = target.tags();
        if (id != null) {
            return pipeline.components().containsKey(id) ? List.of(id) : List.of();
        }
        return tags == null || tags.isEmpty()
                ? List.of()
                : pipeline.components().entrySet().stream()
                        .filter(each -> each.getValue().about().hasTags(tags))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Whether a pipeline has a target. */
    public static boolean isIn(Pipeline pipeline, Target target) {
        String id = target.id();
        return id != null && pipeline.arrows().containsKey(id)
                || !befallen(pipeline, target).isEmpty();
    }

    /** Sets of tags that a component has, the smallest first; of several that match the same components all are offered. */
    private static Set<Map<String, String>> tagSets(Pipeline pipeline) {
        Set<Map<String, String>> sets = new LinkedHashSet<>();
        for (Component component : pipeline.components().values()) {
            Map<String, String> tags = new TreeMap<>(component.about().tagsOrNone());
            if (tags.size() <= MOST_COMBINED) {
                combine(List.copyOf(tags.entrySet()), 0, Map.of(), sets);
            } else {
                tags.forEach((key, value) -> sets.add(Map.of(key, value)));
                sets.add(new LinkedHashMap<>(tags));
            }
        }
        List<Map<String, String>> sorted = new ArrayList<>(sets);
        sorted.sort(
                Comparator.comparingInt((Map<String, String> set) -> set.size()).thenComparing(Map::toString));
        return new LinkedHashSet<>(sorted);
    }

    private static void combine(
            List<Map.Entry<String, String>> tags, int next, Map<String, String> so, Set<Map<String, String>> sets) {
        if (next == tags.size()) {
            if (!so.isEmpty()) {
                sets.add(so);
            }
            return;
        }
        combine(tags, next + 1, so, sets);
        Map<String, String> with = new LinkedHashMap<>(so);
        with.put(tags.get(next).getKey(), tags.get(next).getValue());
        combine(tags, next + 1, with, sets);
    }
}
