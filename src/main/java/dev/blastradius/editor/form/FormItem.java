package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form is made of. A path is the keys from the form's object down to the value; an entry of a list goes by its index, from 0,
 * in digits. A form may be about several things at once: where they differ, an item says how in {@code several}, which is empty
 * otherwise.
 */
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
            List<Beginning> beginnings,
            String several)
            implements FormItem {}

    /** A yes or no. */
    record Check(List<String> path, String label, String meaning, boolean value, boolean byDefault, String several)
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
            @Nullable String byDefault,
            String several)
            implements FormItem {}

    /**
     * Some words of several.
     *
     * @param chosen the words that hold, in the order of the options
     * @param byDefault the words that hold where the file does not say them; null where it must
     */
    record Ticks(
            List<String> path,
            String label,
            String meaning,
            List<Option> options,
            List<String> chosen,
            @Nullable List<String> byDefault,
            String several)
            implements FormItem {}

    /**
     * Pairs of a key and a text, with keys of the user's own choice.
     *
     * @param pairs the pairs in their order; of several things those that all of them have
     * @param prompt what the absence of pairs means
     * @param known pairs that others in the model have
     */
    record Pairs(
            List<String> path,
            String label,
            String meaning,
            Map<String, String> pairs,
            String prompt,
            Map<String, List<String>> known,
            MapType<?> type,
            String several)
            implements FormItem {}

    /**
     * A list, each entry of which has fields of its own.
     *
     * @param prompt what the absence of the list means
     * @param rows the entries
     * @param compact whether an entry is a few short values side by side
     * @param required whether the list must be there
     * @param fresh what one more entry holds
     * @param freshAt where one more entry goes, from 0
     */
    record Rows(
            List<String> path,
            String label,
            String meaning,
            String prompt,
            List<Row> rows,
            boolean compact,
            boolean required,
            Object fresh,
            int freshAt,
            ListType<?> type,
            String several)
            implements FormItem {

        /** Whether an entry more is allowed. */
        public boolean mayGrow() {
            return rows.size() < type.most();
        }

        /** Whether an entry less is allowed; the last one of a list that may be absent takes the list with it. */
        public boolean mayShrink() {
            return rows.size() > type.fewest() || !required && rows.size() == 1;
        }
    }

    /**
     * An entry of a list.
     *
     * @param title what it amounts to, in a few words
     * @param items its fields
     */
    record Row(String title, List<FormItem> items) {}

    /**
     * Members of a family, of which a few are given.
     *
     * @param items those that are given
     * @param more those that can be added
     */
    record Family(List<String> path, String label, String meaning, List<FormItem> items, List<Offered> more)
            implements FormItem {}

    /**
     * Ways to say one thing, one of which is used: what follows it in the form depends on which.
     *
     * @param ways the ways, each with the value that it begins with
     * @param chosen the word of the one that is used
     */
    record Ways(List<String> path, String label, String meaning, List<Offered> ways, String chosen)
            implements FormItem {}

    /**
     * A value that can be chosen.
     *
     * @param option its word, and how people read it
     * @param value as the file would hold it
     */
    record Offered(Option option, Object value) {}

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
            Offer offer,
            String several)
            implements FormItem {

        /** The same section with other items in it. */
        public Section with(List<FormItem> others) {
            return new Section(
                    path, label, meaning, given, optional, prompt, shape, others, type, keys, offer, several);
        }

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

    /**
     * A word that can be chosen.
     *
     * @param word as the file has it
     * @param label as people read it
     */
    record Option(String word, String label, String meaning) {}
}
