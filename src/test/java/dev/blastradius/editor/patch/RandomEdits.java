package dev.blastradius.editor.patch;

import dev.blastradius.editor.Edits;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random edits of components and dependencies: every form that the examples have, and some more, in every place. */
public final class RandomEdits {

    private static final String FORMS = """
            { "format": "blastradius/1", "components": {
                "a": {"kind": "service", "latency": "1s", "tags": {}, "queue": {"capacity": 5}},
                "b": {"kind": "service", "latency": {"type": "lognormal", "median": "1s", "p99": "2s"}, "concurrency": 2},
                "c": {"kind": "service", "latency": {"type": "lognormal", "mean": "1s", "cv": 2}, "queue": {"maxWait": "3s"}},
                "d": {"kind": "service", "latency": {"type": "uniform", "min": "1s", "max": "2s"},
                      "queue": {"maxWait": {"type": "exponential", "mean": "1s"}}},
                "e": {"kind": "service", "latency": {"type": "mixture", "of": [
                      {"weight": 0.5, "distribution": "1s"}, {"weight": 0.5, "distribution": "3s"}]}},
                "f": {"kind": "service", "latency": {"type": "empirical", "quantiles": [[0, "1s"], [1, "2s"]]}, "tags": {"x": "y"}}},
              "dependencies": {
                "a->b": {"calls": 2, "retry": {"maxAttempts": 2, "retryOn": ["error"]}},
                "b->c": {"calls": {"min": 1, "max": 3}, "retry": {"maxAttempts": 3, "backoff": {"initial": "1s"}}},
                "c->d": {"calls": 1, "timeout": "3s", "network": "5ms"},
                "d->e": {"network": {"type": "exponential", "mean": "1ms"}, "retry": {"maxAttempts": 2, "budget": {"type": "ratio"}}},
                "e->f": {"retry": {"maxAttempts": 2, "budget": {"type": "tokenBucket"}}, "circuitBreaker": {}},
                "a->f": {"fallbackFor": "a->b", "circuitBreaker": {"slidingWindow": {"type": "time", "size": 10}}} } }""";

    private static final List<Pipeline> POOL = pool();

    private final Random random;

    public RandomEdits(Random random) {
        this.random = random;
    }

    private static List<Pipeline> pool() {
        List<Pipeline> pool = new ArrayList<>();
        ModelReader.Reading forms = ModelReader.read(FORMS, null);
        if (forms.model() == null) {
            throw new IllegalStateException(forms.problems().toString());
        }
        pool.add(forms.model().pipeline());
        for (String name : Examples.names()) {
            Pipeline drawn = Examples.load(name).pipeline();
            pool.add(drawn);
            drawn.strategiesOrNone().keySet().forEach(id -> pool.add(StrategyEdits.build(drawn, id)));
        }
        return pool;
    }

    private <V> V any(Iterable<V> of) {
        List<V> all = new ArrayList<>();
        of.forEach(all::add);
        return all.get(random.nextInt(all.size()));
    }

    /** The pipeline after an edit, which may be one that changes nothing, or that no check would let pass. */
    public Pipeline edit(Pipeline pipeline) {
        int chance = random.nextInt(10);
        if (chance == 0 && pipeline.components().size() > 2) {
            return Edits.delete(
                    pipeline, Selection.component(any(pipeline.components().keySet())));
        }
        if (chance == 1 && !pipeline.arrows().isEmpty()) {
            return Edits.delete(
                    pipeline, Selection.dependency(any(pipeline.arrows().keySet())));
        }
        if (chance == 2) {
            var kind = any(Kinds.ALL);
            Point corner = new Point(random.nextInt(500), random.nextInt(500));
            return Edits.addComponent(pipeline, kind, Edits.freeId(pipeline, kind), corner);
        }
        if (chance == 3) {
            return Edits.connect(
                    pipeline,
                    any(pipeline.components().keySet()),
                    any(pipeline.components().keySet()));
        }
        if (chance == 4) {
            Point corner = new Point(random.nextInt(500), random.nextInt(500));
            return Edits.place(pipeline, Map.of(any(pipeline.components().keySet()), corner));
        }
        return chance < 8 || pipeline.arrows().isEmpty() ? component(pipeline) : dependency(pipeline);
    }

    private Pipeline component(Pipeline pipeline) {
        String id = any(pipeline.components().keySet());
        Component other = any(any(POOL).components().values());
        Map<?, ?> tree = (Map<?, ?>) Kinds.TYPE.write(pipeline.components().getOrDefault(id, other));
        Map<?, ?> changed = graft(tree, (Map<?, ?>) Kinds.TYPE.write(other));
        Component read = Kinds.TYPE.read(changed, JsonPath.ROOT, new Problems());
        return read == null ? pipeline : Edits.replaceComponent(pipeline, id, read);
    }

    private Pipeline dependency(Pipeline pipeline) {
        String key = any(pipeline.arrows().keySet());
        var type = BlastFormat.TYPE.dependency();
        List<Dependency> others = new ArrayList<>(any(POOL).arrows().values());
        Dependency other = others.isEmpty() ? Dependency.PLAIN : any(others);
        Map<?, ?> tree = type.write(pipeline.arrows().getOrDefault(key, other));
        Dependency read = type.read(graft(tree, type.write(other)), JsonPath.ROOT, new Problems());
        return read == null ? pipeline : Edits.replaceDependency(pipeline, key, read);
    }

    /** One value of another tree in the same place, one value less, or the other tree itself. */
    private Map<?, ?> graft(Map<?, ?> tree, Map<?, ?> other) {
        int chance = random.nextInt(8);
        if (chance == 0) {
            return other;
        }
        Map<?, ?> from = chance < 3 ? tree : other;
        if (from.isEmpty()) {
            return tree;
        }
        List<String> path = new ArrayList<>();
        Object here = from;
        do {
            String key = (String) any(((Map<?, ?>) here).keySet());
            path.add(key);
            here = ((Map<?, ?>) here).get(key);
        } while (here instanceof Map<?, ?> inner && !inner.isEmpty() && random.nextBoolean());
        return FormEdits.put(tree, path, chance < 3 ? null : here);
    }

    /** The same patch with things said that need not be, as people write it: values of the drawing, and nulls for what is not there. */
    public Map<String, Object> wordy(Map<?, ?> patch, Map<?, ?> drawn) {
        Map<String, Object> wordy = new LinkedHashMap<>();
        patch.forEach((key, value) -> wordy.put(
                (String) key,
                value instanceof Map<?, ?> inner && drawn.get(key) instanceof Map<?, ?> below
                        ? wordy(inner, below)
                        : value));
        drawn.forEach((key, value) -> {
            if (random.nextInt(6) == 0 && !patch.containsKey(key)) {
                wordy.put((String) key, value);
            }
        });
        return Collections.unmodifiableMap(wordy);
    }
}
