package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.List;
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
}
