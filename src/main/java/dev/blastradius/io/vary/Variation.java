package dev.blastradius.io.vary;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelReader.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model with some of its numbers set otherwise. */
public final class Variation {

    /**
     * A number and what it is set to.
     *
     * @param value in the dial's own unit, seconds for a length of time
     */
    public record Setting(Dial dial, double value) {}

    private Variation() {}

    /**
     * The model with all settings made in their order, checked by every rule of the format.
     *
     * @param model a model without errors, in which the dials were found
     * @return without a model where the format forbids it; the problems are then those of the changed model
     */
    public static Reading of(Model model, List<Setting> settings) {
        Object tree = BlastFormat.TYPE.pipeline().write(model.pipeline());
        for (Setting setting : settings) {
            Dial dial = setting.dial();
            tree = dial.isLoad()
                    ? Load.scaled(tree, setting.value())
                    : with(tree, PathText.steps(dial.place()), 0, dial.tree(setting.value()));
        }
        return ModelReader.read(object(tree), model.recordings());
    }

    /** A copy of a tree with one value set; objects that are missing on the way, as they may be in a patch, are made. */
    static Object with(@Nullable Object tree, List<Object> steps, int from, Object value) {
        if (from == steps.size()) {
            return value;
        }
        Object step = steps.get(from);
        Object inside = with(TypeWalk.at(tree, step), steps, from + 1, value);
        if (step instanceof Integer index && tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            copy.set(index, inside);
            return Collections.unmodifiableList(copy);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(object(tree));
        copy.put((String) step, inside);
        return Collections.unmodifiableMap(copy);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object tree) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put((String) key, value));
        }
        return object;
    }
}
