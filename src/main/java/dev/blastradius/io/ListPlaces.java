package dev.blastradius.io;

import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of a pipeline's lists stand in the file. An entry that cannot be read is missing from the list that
 * was read, so that those after it have a smaller index there than in the file.
 */
final class ListPlaces {

    /** $, scenarios, id, faults, index: the path of an entry, the root counted. */
    private static final int ENTRY_STEPS = 5;

    private final Object tree;

    /**
     * Places in a file.
     *
     * @param tree the file as a tree
     */
    ListPlaces(Object tree) {
        this.tree = tree;
    }

    /** A problem found in the pipeline, at the place in the file. */
    Problem inFile(Problem problem) {
        Deque<JsonPath> steps = new ArrayDeque<>();
        for (JsonPath here = problem.where(); here != null; here = here.parent()) {
            steps.push(here);
        }
        if (steps.size() < ENTRY_STEPS) {
            return problem;
        }
        List<JsonPath> way = List.copyOf(steps);
        JsonPath entry = way.get(ENTRY_STEPS - 1);
        ValueType<?> element = elementOf(way.get(1), way.get(3));
        if (element == null || !(entry.step() instanceof Integer index)) {
            return problem;
        }
        JsonPath list = way.get(3);
        JsonPath moved = list.index(inFile(index, list, way, element));
        for (JsonPath tail : way.subList(ENTRY_STEPS, way.size())) {
            moved = new JsonPath(moved, tail.step());
        }
        return problem.under(moved);
    }

    private static @Nullable ValueType<?> elementOf(JsonPath family, JsonPath list) {
        if (family.step().equals("scenarios") && list.step().equals("faults")) {
            return BlastFormat.TYPE.fault();
        }
        return family.step().equals("strategies") && list.step().equals("runbook") ? RunbookStep.TYPE : null;
    }

    /** The index in the file of the entry that has this index among those that can be read. */
    private int inFile(int index, JsonPath place, List<JsonPath> way, ValueType<?> element) {
        Object here = tree;
        for (JsonPath step : way.subList(1, ENTRY_STEPS - 1)) {
            here = here instanceof Map<?, ?> object ? object.get(step.step()) : null;
        }
        if (!(here instanceof List<?> entries)) {
            return index;
        }
        int readable = -1;
        for (int i = 0; i < entries.size(); i++) {
            Object entry = entries.get(i);
            readable += entry != null && element.read(entry, place.index(i), new Problems()) != null ? 1 : 0;
            if (readable == index) {
                return i;
            }
        }
        return index;
    }
}
