package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.Distribution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form needs to know of the model around its object. */
public interface Surroundings {

    /** Nothing around it matters. */
    Surroundings NONE = new Surroundings() {};

    /** What a parameter that names something else in the model can name; null where it names nothing of the kind. */
    default @Nullable List<Option> named(Parameter<?, ?> parameter) {
        return null;
    }

    /** What a group of keys begins with here; null where it cannot be switched on. */
    default @Nullable Beginning beginning(ObjectType<?> group) {
        return null;
    }

    /** The tags that components in the model have, each with its values in the order of their first use. */
    default Map<String, List<String>> pairs() {
        return Map.of();
    }

    /** The tags of something that a parameter can name; none where it has none. */
    default Map<String, String> pairsOf(String name) {
        return Map.of();
    }

    /** The first thing that has all these tags; null where nothing has. */
    default @Nullable String having(Map<?, ?> pairs) {
        return null;
    }

    /** What a new entry of a list begins with here; null where its type says enough. */
    default @Nullable Object fresh(ValueType<?> element) {
        return null;
    }

    /** Output tokens of the requests that the thing answers; null where nothing is known of them. */
    default @Nullable Distribution outputTokens() {
        return null;
    }
}
