package dev.blastradius.io;

import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.model.descriptor.TreeType;
import java.util.List;

/**
 * Values that components of a kind can be given by a name, with where each of them stands.
 *
 * @param name such as {@code "Claude Sonnet 4.6"}
 * @param kind the kind of component that it is for, such as {@code "model"}
 * @param group what it is shown together with
 * @param says what it amounts to, in a few words without a full stop
 * @param values the component's keys with their values, as a model file would hold them
 * @param sources where they stand; tags apart, there is one for each key
 */
public record Preset(String name, String kind, String group, String says, Tree values, List<Source> sources) {

    private static final TextType LINE = new TextType(null, "", 300);

    /** How presets are written. */
    static final ObjectType<Preset> TYPE = ObjectType.of(
            "preset",
            "Values that components of a kind can be given by a name",
            Preset.class,
            Parameter.<Preset, String>of("name", LINE, Preset::name, "Its name").mandatory(),
            Parameter.<Preset, String>of("kind", LINE, Preset::kind, "The kind of component that it is for")
                    .mandatory(),
            Parameter.<Preset, String>of("group", LINE, Preset::group, "What it is shown together with")
                    .mandatory(),
            Parameter.<Preset, String>of("says", LINE, Preset::says, "What it amounts to")
                    .mandatory(),
            Parameter.<Preset, Tree>of("values", new TreeType(), Preset::values, "The component's keys and values")
                    .mandatory(),
            Parameter.<Preset, List<Source>>of(
                            "sources", new ListType<>(Source.TYPE, 1, 10), Preset::sources, "Where the values stand")
                    .mandatory());

    /** How well a number is known. */
    public enum Grade implements Named {
        DOCUMENTATION("documentation", "Official documentation"),
        DATA("data", "Computed from public data"),
        BLOG("blog", "As blogs report; good for an order of magnitude");

        private final Word word;

        Grade(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /**
     * Where values stand.
     *
     * @param of the component's keys that it is about
     * @param from who says so
     * @param date of when the numbers are or when they were read: a year, a month or a day (ISO 8601)
     * @param grade how well they are known
     */
    public record Source(List<String> of, String from, String date, Grade grade) {

        private static final ObjectType<Source> TYPE = ObjectType.of(
                "source",
                "Where values stand",
                Source.class,
                Parameter.<Source, List<String>>of(
                                "of", new ListType<>(LINE, 1, 10), Source::of, "The keys that it is about")
                        .mandatory(),
                Parameter.<Source, String>of("from", LINE, Source::from, "Who says so")
                        .mandatory(),
                Parameter.<Source, String>of(
                                "date",
                                new TextType("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "a year, a month or a day", 10),
                                Source::date,
                                "Of when the numbers are")
                        .mandatory(),
                Parameter.<Source, Grade>of(
                                "grade", ChoiceType.of(Grade.class), Source::grade, "How well they are known")
                        .mandatory());
    }
}
