package dev.blastradius.io;

import dev.blastradius.model.Fault;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes a fault that stands alone and is aimed at one thing after another: as in a model file, but without a target. */
public final class FaultReader {

    private FaultReader() {}

    /**
     * What came of reading.
     *
     * @param fault null where there are problems; its target stands for none
     * @param problems with line and column in the text where they have a place in it
     */
    public record Reading(@Nullable Fault fault, List<Problem> problems) {}

    /**
     * Reads a fault.
     *
     * @param json an object with the keys of a model file's fault, save {@code target}
     * @param begins when it begins where it does not say
     * @param end when the run ends, before which it must begin
     */
    public static Reading read(String json, Duration begins, Duration end) {
        Problems problems = new Problems();
        Object tree = JsonTree.read(json, problems);
        if (tree == null) {
            return new Reading(null, problems.all());
        }
        Fault fault = fault(tree, begins, end, problems);
        return problems.hasErrors()
                ? new Reading(null, JsonPlaces.locate(json, problems.all()))
                : new Reading(fault, problems.all());
    }

    /** A fault as one line of JSON that {@link #read} takes: with {@code at}, without a target. */
    public static String text(Fault fault) {
        Map<String, Object> tree = new LinkedHashMap<>(BlastFormat.TYPE.fault().write(fault));
        tree.remove(Fault.TARGET.key());
        return JsonPrinter.line(tree);
    }

    private static @Nullable Fault fault(Object tree, Duration begins, Duration end, Problems problems) {
        if (!(tree instanceof Map<?, ?> entries)) {
            problems.error(JsonPath.ROOT, "not an object", "a fault, such as {\"unavailable\": true}", tree);
            return null;
        }
        if (entries.containsKey(Fault.TARGET.key())) {
            problems.error(
                    JsonPath.ROOT.key(Fault.TARGET.key()),
                    "a target, where everything is aimed at in turn",
                    "none",
                    entries.get(Fault.TARGET.key()));
        }
        Map<Object, @Nullable Object> whole = new LinkedHashMap<>(entries);
        whole.put(Fault.TARGET.key(), "any");
        whole.putIfAbsent(Fault.AT.key(), begins.text());
        Fault fault = BlastFormat.TYPE.fault().read(whole, JsonPath.ROOT, problems);
        if (fault == null) {
            return null;
        }
        if (fault.effects().isEmpty() && !problems.hasErrors()) {
            problems.error(JsonPath.ROOT, "a fault that does nothing", "an effect, such as \"errorRate\": 0.5", null);
        }
        if (fault.at().nanos() >= end.nanos()) {
            problems.error(
                    JsonPath.ROOT.key(Fault.AT.key()),
                    "the fault begins when the experiment is over",
                    "before " + end,
                    fault.at().text());
        }
        return fault;
    }
}
