package dev.blastradius.editor;

import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.editor.form.Surroundings;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The model around a component or a scenario.
 *
 * @param pipeline the model
 * @param id the component's id; empty where it is about something else
 */
record Around(Pipeline pipeline, String id) implements Surroundings {

    @Override
    public @Nullable List<Option> named(Parameter<?, ?> parameter) {
        return parameter == Fault.TARGET ? targets() : null;
    }

    /** Everything that a fault can befall. */
    private List<Option> targets() {
        List<Option> targets = new ArrayList<>();
        pipeline.components()
                .forEach((id, component) -> targets.add(
                        new Option(id, component.title(id), component.kind().title())));
        pipeline.arrows()
                .keySet()
                .forEach(key -> targets.add(new Option(key, Captions.title(pipeline, key), "The network between")));
        return targets;
    }

    @Override
    public Map<String, List<String>> pairs() {
        return pairs(pipeline);
    }

    /** The tags that components have, each with its values. */
    static Map<String, List<String>> pairs(Pipeline pipeline) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (Component component : pipeline.components().values()) {
            component.about().tagsOrNone().forEach((key, value) -> {
                List<String> values = pairs.computeIfAbsent(key, any -> new ArrayList<>());
                if (!values.contains(value)) {
                    values.add(value);
                }
            });
        }
        return pairs;
    }

    @Override
    public Map<String, String> pairsOf(String name) {
        Component component = pipeline.components().get(name);
        return component == null ? Map.of() : component.about().tagsOrNone();
    }

    @Override
    public @Nullable String having(Map<?, ?> pairs) {
        return pipeline.components().entrySet().stream()
                .filter(each -> each.getValue().about().tagsOrNone().entrySet().containsAll(pairs.entrySet()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Object fresh(ValueType<?> element) {
        if (element != BlastFormat.TYPE.fault()) {
            return null;
        }
        String target = pipeline.components().entrySet().stream()
                .filter(each -> !(each.getValue() instanceof Client))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("component");
        return Beginning.object("target", target, "at", "1m", "for", "5m", "unavailable", true);
    }

    @Override
    public @Nullable Distribution outputTokens() {
        return tokensAt(id, new LinkedHashSet<>());
    }

    /** What the first arrow says that says it, from the component back to its clients. */
    private @Nullable Distribution tokensAt(String component, Set<String> seen) {
        if (pipeline.components().get(component) instanceof Client client) {
            return client.outputTokens();
        }
        if (!seen.add(component)) {
            return null;
        }
        Distribution found = null;
        for (Map.Entry<String, Dependency> arrow : pipeline.arrows().entrySet()) {
            if (found == null && Pipeline.to(arrow.getKey()).equals(component)) {
                Distribution own = arrow.getValue().call().outputTokens();
                found = own == null ? tokensAt(Pipeline.from(arrow.getKey()), seen) : own;
            }
        }
        return found;
    }
}
