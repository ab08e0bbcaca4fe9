package dev.blastradius.io.vary;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.io.vary.TypeWalk.Member;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Nearest;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a model that a path names. */
public final class Dials {

    /** Of the experiment, what changes the run that is made, and not only how well it is known. */
    private static final Set<String> VARIED_OF_EXPERIMENT = Set.of("duration", "warmup");

    private static final List<String> PATCHED = List.of("components", "dependencies");

    /** Where a path may begin: of the file's keys, those that lead to numbers. */
    private static final List<String> BEGINNINGS =
            List.of("components", "dependencies", "scenarios", "strategies", "experiment", "load");

    private static final String LEAF = "a path to a number or a length of time";
    private static final int MOST_NAMED = 12;

    private final Pipeline pipeline;
    private final Map<String, Object> tree;
    private final Problems problems;

    private Dials(Pipeline pipeline, Problems problems) {
        this.pipeline = pipeline;
        this.tree = BlastFormat.TYPE.pipeline().write(pipeline);
        this.problems = problems;
    }

    /**
     * The number that a path names. What is wrong with the path is added to the problems, at the place where it leaves the model.
     *
     * @param pipeline a pipeline without errors
     * @param path {@code "load"}, or keys with dots between them and indices in brackets, as in
     *     {@code "dependencies.a->b.retry.maxAttempts"}; also as the program's problems print it, beginning with {@code $}. Its last key may be
     *     one that the file does not say but the format knows.
     * @return null where there is none
     */
    public static @Nullable Dial find(Pipeline pipeline, String path, Problems problems) {
        JsonPath place = PathText.read(path, problems);
        return place == null ? null : new Dials(pipeline, problems).find(place);
    }

    private @Nullable Dial find(JsonPath place) {
        if (place.equals(Dial.LOAD)) {
            return new Dial(place, "Load of all clients", 1.0, Dial.LOAD_TYPE);
        }
        List<Object> steps = PathText.steps(place);
        if (steps.get(0).equals("view")) {
            problems.error(place, "the places on the canvas change no result", LEAF, null);
            return null;
        }
        if (steps.get(0).equals("experiment") && steps.size() > 1 && !VARIED_OF_EXPERIMENT.contains(steps.get(1))) {
            problems.error(
                    place,
                    "this says how well a run is known, not what is run",
                    "duration or warmup, or an option such as --replications",
                    null);
            return null;
        }
        return walk(steps);
    }

    /** Follows the path through the format and through what stands in the model, or what a patch makes of that. */
    private @Nullable Dial walk(List<Object> steps) {
        ValueType<?> type = BlastFormat.TYPE.pipeline();
        Object value = tree;
        JsonPath here = JsonPath.ROOT;
        Object byDefault = null;
        for (int i = 0; i < steps.size(); i++) {
            ValueType<?> around = TypeWalk.behind(type, value);
            if (around instanceof TreeType) {
                around = BlastFormat.TYPE.pipeline();
                value = patched(steps);
                if (!PATCHED.contains(steps.get(i))) {
                    problems.error(
                            here.key(String.valueOf(steps.get(i))),
                            "a patch changes components and dependencies only",
                            String.join(", ", PATCHED),
                            steps.get(i));
                    return null;
                }
            }
            Object step = steps.get(i);
            Member member = TypeWalk.below(around, step);
            Object inside = TypeWalk.at(value, step);
            boolean last = i == steps.size() - 1;
            if (member == null || inside == null && !(last && step instanceof String && isAddable(around))) {
                problems.add(missing(here, step, around, value, member != null));
                return null;
            }
            if (step instanceof Integer && isOutsideThePatch(steps, i)) {
                problems.error(
                        here,
                        "the patch does not have this list, and would replace it as a whole",
                        "the path in the drawing",
                        null);
                return null;
            }
            type = member.type();
            byDefault = member.byDefault();
            value = inside;
            here = step instanceof Integer index ? here.index(index) : here.key((String) step);
        }
        return dial(here, type, value, byDefault);
    }

    /** Whether a step leads into a list that a patch changes, and that only the drawing has. */
    private boolean isOutsideThePatch(List<Object> steps, int index) {
        Object here = tree;
        for (Object step : steps.subList(0, index)) {
            here = TypeWalk.at(here, step);
        }
        return !(here instanceof List);
    }

    /** Whether the format names the keys here, so that one that is missing can be added. */
    private static boolean isAddable(ValueType<?> around) {
        return around instanceof dev.blastradius.model.descriptor.ObjectType;
    }

    private @Nullable Dial dial(JsonPath place, ValueType<?> type, @Nullable Object value, @Nullable Object byDefault) {
        ValueType<?> leaf = TypeWalk.behind(type, null);
        boolean isNumber = leaf instanceof IntegerType
                || leaf instanceof NumberType
                || leaf instanceof AmountType
                || leaf instanceof DurationType;
        if (!isNumber) {
            Problem problem = Problem.error(place, "not a number and not a length of time", LEAF, value);
            List<String> keys = TypeWalk.keys(TypeWalk.behind(type, value), value);
            problems.add(keys.isEmpty() ? problem : problem.mend("inside it: " + listed(keys)));
            return null;
        }
        Object written = value == null ? null : leaf.read(value, place, new Problems());
        Double present = Dial.number(value == null ? byDefault : written);
        return new Dial(place, Titles.of(pipeline, place), present, leaf);
    }

    private Problem missing(JsonPath here, Object step, ValueType<?> around, @Nullable Object value, boolean isKnown) {
        JsonPath place = step instanceof Integer index ? here.index(index) : here.key((String) step);
        if (value instanceof List<?> list) {
            String entries = list.isEmpty() ? "nothing: the list is empty" : "[0] to [" + (list.size() - 1) + "]";
            return Problem.error(place, "there is no such entry in the list", entries, step);
        }
        List<String> keys = here.parent() == null ? BEGINNINGS : TypeWalk.keys(around, value);
        if (!(value instanceof Map) || keys.isEmpty()) {
            return Problem.error(place, "there is nothing inside this value", LEAF, value);
        }
        if (isKnown && isAddable(around)) {
            List<String> present = TypeWalk.keys(TypeWalk.NOTHING, value);
            String expected = present.isEmpty() ? "no more than one key after this object" : listed(present);
            return Problem.error(
                    place, "there is nothing here yet, and only the last key of a path is added", expected, step);
        }
        String what = isKnown ? "there is no such entry" : "unknown key";
        Problem problem = Problem.error(place, what, listed(keys), step);
        String nearest = Nearest.of(step.toString(), keys);
        return nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?");
    }

    private static String listed(List<String> keys) {
        List<String> shown = new ArrayList<>(keys.subList(0, Math.min(MOST_NAMED, keys.size())));
        if (keys.size() > MOST_NAMED) {
            shown.add("and " + (keys.size() - MOST_NAMED) + " more");
        }
        return String.join(", ", shown);
    }

    /** What a strategy's patch, and the steps of its runbook up to the one that the path leads into, make of the drawing. */
    private Map<String, @Nullable Object> patched(List<Object> steps) {
        Object strategy = TypeWalk.at(TypeWalk.at(tree, "strategies"), steps.get(1));
        Tree built = Tree.of(tree);
        if (TypeWalk.at(strategy, "patch") instanceof Map<?, ?> patch) {
            built = built.merge(Tree.of(patch));
        }
        if (steps.get(2).equals("runbook") && steps.get(3) instanceof Integer last) {
            for (int i = 0; i <= last; i++) {
                Object step = TypeWalk.at(TypeWalk.at(strategy, "runbook"), i);
                if (TypeWalk.at(step, "patch") instanceof Map<?, ?> patch) {
                    built = built.merge(Tree.of(patch));
                }
            }
        }
        return new LinkedHashMap<>(built.entries());
    }
}
