package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.Beginning;
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
     * @param beginnings values that it can be given by their names
     */
    record Entry(
            List<String> path,
            String label,
            String meaning,
            String text,
            String prompt,
            String unit,
            ValueType<?> type,
            List<Beginning> beginnings)
            implements FormItem {}

    /** A yes or no. */
    record Check(List<String> path, String label, String meaning, boolean value, boolean byDefault)
            implements FormItem {}

    /**
     * One word of several.
     *
     * @param chosen the word that holds; empty where none does
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
     * An object of its own, or a group of keys within one: the path of a group ends with its name, which is no key.
     *
     * @param given whether it is there; always true where it must be
     * @param optional whether it can be switched off
     * @param prompt what its absence means
     * @param shape the shapes it can have
     * @param items its parameters; empty where it is not given
     * @param type its type
     * @param keys the keys of a group; empty for an object of its own
     * @param offer what it can begin with
     */
    record Section(
            List<String> path,
            String label,
            String meaning,
            boolean given,
            boolean optional,
            String prompt,
            Shape shape,
            List<FormItem> items,
            ValueType<?> type,
            List<String> keys,
            Offer offer)
            implements FormItem {

        /** Whether its keys stand in the object around it. */
        public boolean isGroup() {
            return !keys.isEmpty();
        }
    }

    /**
     * The shapes that a section can have.
     *
     * @param label what tells them apart, for people
     * @param variants the shapes; none where there is one only
     * @param chosen the one it has; empty where there is one only, or the section is not given
     */
    record Shape(String label, List<Option> variants, String chosen) {

        /** One shape only. */
        public static final Shape ONLY = new Shape("", List.of(), "");
    }

    /**
     * What a section can begin with.
     *
     * @param beginnings in order, the first one being what it begins with unless it is told otherwise
     * @param present the published one of them that it is now; null where it is none
     * @param possible whether it can be switched on at all
     */
    record Offer(List<Beginning> beginnings, @Nullable Beginning present, boolean possible) {

        /** Nothing but what the type says. */
        public static final Offer NONE = new Offer(List.of(), null, true);

        /** Those that have a name. */
        public List<Beginning> published() {
            return beginnings.stream().filter(Beginning::isPublished).toList();
        }
    }

    /** Something that only the file can say in full. */
    record Note(List<String> path, String label, String meaning, String text) implements FormItem {}

    /**
     * A word that can be chosen.
     *
     * @param word as the file has it
     * @param label as people read it
     */
    record Option(String word, String label, String meaning) {}
}
