package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form is made of. A path is the keys from the form's object down to the value. */
public sealed interface FormItem {

    List<String> path();

    /** Its name, for people. */
    String label();

    /** One line of meaning. */
    String meaning();

    /**
     * A value that is typed.
     *
     * @param text as it stands; empty where the file does not say it
     * @param prompt what holds where nothing is typed: the default, or what absence means
     * @param unit the unit; empty where the value says it itself
     * @param type the value's type
     */
    record Entry(
            List<String> path, String label, String meaning, String text, String prompt, String unit, ValueType<?> type)
            implements FormItem {}

    /** A yes or no. */
    record Check(List<String> path, String label, String meaning, boolean value, boolean byDefault)
            implements FormItem {}

    /**
     * One word of several.
     *
     * @param chosen the word that holds
     * @param byDefault the word that holds where the file does not say it; null where it must
     */
    record Choice(
            List<String> path,
            String label,
            String meaning,
            List<Option> options,
            String chosen,
            @Nullable String byDefault)
            implements FormItem {}

    /**
     * An object of its own.
     *
     * @param given whether it is there; always true where it must be
     * @param optional whether it can be left out
     * @param prompt what its absence means
     * @param variants the shapes it can have, none where there is one only
     * @param chosen its shape's word; empty where there is one shape only, or it is not given
     * @param items its parameters; empty where it is not given
     * @param type its type
     */
    record Section(
            List<String> path,
            String label,
            String meaning,
            boolean given,
            boolean optional,
            String prompt,
            List<Option> variants,
            String chosen,
            List<FormItem> items,
            ValueType<?> type)
            implements FormItem {}

    /** Something that only the file can say in full. */
    record Note(List<String> path, String label, String meaning, String text) implements FormItem {}

    /** A word that can be chosen. */
    record Option(String word, String meaning) {}
}
