package dev.blastradius.model.check;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.distribution.Distribution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model whose time depends on output tokens is asked for some. */
final class TokenRule implements Rule {

    @Override
    public void check(Subject subject, Problems problems) {
        Pipeline pipeline = subject.pipeline();
        if (!subject.drawingIsWhole()) {
            return;
        }
        Set<String> called = new LinkedHashSet<>();
        pipeline.arrows().keySet().forEach(key -> called.add(Pipeline.to(key)));
        Set<String> asked = askedForTokens(pipeline);
        pipeline.components().forEach((id, component) -> {
            Station station = component.station();
            if (station != null
                    && station.latency() instanceof Distribution.Llm
                    && called.contains(id)
                    && !asked.contains(id)) {
                problems.warning(
                        Subject.COMPONENTS.key(id).key("latency"),
                        "this model's time depends on output tokens, but no call asks it for any",
                        "\"outputTokens\" on the client or on a dependency",
                        null);
            }
        });
    }

    /** The components that some request with output tokens reaches. */
    private static Set<String> askedForTokens(Pipeline pipeline) {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>();
        pipeline.components().forEach((id, component) -> {
            if (sendsTokens(component)) {
                next.add(id);
            }
        });
        for (Map.Entry<String, Dependency> entry : pipeline.arrows().entrySet()) {
            Distribution own = entry.getValue().call().outputTokens();
            String to = Pipeline.to(entry.getKey());
            if (own == null) {
                calls.computeIfAbsent(Pipeline.from(entry.getKey()), id -> new ArrayList<>())
                        .add(to);
            } else if (some(own)) {
                next.add(to);
            }
        }
        Set<String> reached = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            String here = next.remove();
            if (reached.add(here)) {
                next.addAll(calls.getOrDefault(here, List.of()));
            }
        }
        return reached;
    }

    private static boolean sendsTokens(Component component) {
        return component instanceof Client client
                && (some(client.outputTokens()) || client.traffic() instanceof Traffic.Recorded);
    }

    private static boolean some(@Nullable Distribution tokens) {
        return tokens != null && !Distributions.isAlwaysZero(tokens);
    }
}
