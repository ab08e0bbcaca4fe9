package dev.blastradius.engine;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A chronicle whose values a test writes itself. Steps are given as {@code [from, to)}. */
public final class HandMadeChronicle {

    private final Chronicle chronicle;
    private final Map<String, double[]> causes = new LinkedHashMap<>();

    /** Of a pipeline's parts, all of it recorded, with nothing in it. */
    public HandMadeChronicle(Pipeline pipeline, double stepSeconds, int steps) {
        List<String> clients = pipeline.components().entrySet().stream()
                .filter(each -> each.getValue().kind().role() == Kind.Role.SOURCE)
                .map(Map.Entry::getKey)
                .toList();
        chronicle = new Chronicle(
                clients,
                List.copyOf(pipeline.components().keySet()),
                List.copyOf(pipeline.arrows().keySet()),
                stepSeconds,
                steps);
        chronicle.recorded(steps);
    }

    public HandMadeChronicle put(ClientSeries series, String client, int from, int to, double value) {
        return put(series, client, from, to, step -> value);
    }

    public HandMadeChronicle put(ClientSeries series, String client, int from, int to, IntToDoubleFunction values) {
        for (int step = from; step < to; step++) {
            chronicle.put(series, number(chronicle.clients(), client), step, values.applyAsDouble(step));
        }
        return this;
    }

    public HandMadeChronicle put(ComponentSeries series, String component, int from, int to, double value) {
        return put(series, component, from, to, step -> value);
    }

    public HandMadeChronicle put(
            ComponentSeries series, String component, int from, int to, IntToDoubleFunction values) {
        for (int step = from; step < to; step++) {
            chronicle.put(series, number(chronicle.components(), component), step, values.applyAsDouble(step));
        }
        return this;
    }

    public HandMadeChronicle put(DependencySeries series, String key, int from, int to, double value) {
        return put(series, key, from, to, step -> value);
    }

    public HandMadeChronicle put(DependencySeries series, String key, int from, int to, IntToDoubleFunction values) {
        for (int step = from; step < to; step++) {
            chronicle.put(series, number(chronicle.dependencies(), key), step, values.applyAsDouble(step));
        }
        return this;
    }

    /** So many requests of a client fail of a cause in each of these steps. */
    public HandMadeChronicle fail(String client, String cause, int from, int to, double each) {
        int number = number(chronicle.clients(), client);
        Arrays.fill(causes.computeIfAbsent(client + cause, key -> chronicle.addCause(number, cause)), from, to, each);
        return this;
    }

    /** Only so many steps are recorded so far. */
    public HandMadeChronicle recorded(int steps) {
        chronicle.recorded(steps);
        return this;
    }

    public Chronicle chronicle() {
        return chronicle;
    }

    private static int number(List<String> names, String name) {
        int number = names.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }
}
