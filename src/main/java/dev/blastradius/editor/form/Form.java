package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Offer;
import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.editor.form.FormItem.Shape;
import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the form of an object from its descriptors and from the object as the file holds it. */
public final class Form {

    /** The variant that a value without an object of its own stands for. */
    static final String CONSTANT = "constant";

    private final Surroundings surroundings;

    private Form(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The form of an object.
     *
     * @param type the object's type
     * @param tree the object as a tree
     */
    public static List<FormItem> of(ObjectType<?> type, Map<?, ?> tree, Surroundings surroundings) {
        return new Form(surroundings).items(type, tree, List.of());
    }

    private List<FormItem> items(ObjectType<?> type, Map<?, ?> tree, List<String> path) {
        List<FormItem> items = new ArrayList<>();
        for (Parameter<?, ?> parameter : type.parameters()) {
            FormItem item = item(parameter, tree, path);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable FormItem item(Parameter<?, ?> parameter, Map<?, ?> tree, List<String> path) {
        List<String> here = append(path, parameter.key());
        if (parameter.isGroup()) {
            return group(parameter, (ObjectType<?>) parameter.type(), tree, path);
        }
        Object value = tree.get(parameter.key());
        return parameter.type() instanceof TreeType ? null : value(parameter, parameter.type(), value, here);
    }

    private FormItem group(Parameter<?, ?> parameter, ObjectType<?> type, Map<?, ?> tree, List<String> path) {
        boolean optional = type.switchedBy() != null;
        boolean given = !optional || type.keys().stream().anyMatch(tree::containsKey);
        Beginning begin = surroundings.beginning(type);
        return new FormItem.Section(
                append(path, parameter.key()),
                Words.title(parameter.key()),
                parameter.meaning(),
                given,
                optional,
                optional ? "none" : "",
                Shape.ONLY,
                given ? items(type, tree, path) : List.of(),
                type,
                type.keys(),
                new Offer(begin == null ? List.of() : List.of(begin), null, given || begin != null));
    }

    private FormItem value(Parameter<?, ?> parameter, ValueType<?> type, @Nullable Object value, List<String> path) {
        String title = Words.title(parameter.key());
        String meaning = meaning(parameter);
        if (type instanceof MappedType<?, ?> mapped) {
            return value(parameter, mapped.written(), value, path);
        }
        if (type instanceof BooleanType) {
            boolean byDefault = Boolean.TRUE.equals(parameter.defaultValue());
            boolean holds = value instanceof Boolean given ? given : byDefault;
            return new FormItem.Check(path, title, meaning, holds, byDefault);
        }
        List<Option> named = surroundings.named(parameter);
        if (named != null) {
            return new FormItem.Choice(path, title, meaning, named, value instanceof String word ? word : "", null);
        }
        if (type instanceof ChoiceType<?> choice) {
            String byDefault = defaultText(parameter);
            String chosen = value instanceof String given ? given : byDefault;
            return new FormItem.Choice(
                    path, title, meaning, options(choice), chosen, byDefault.isEmpty() ? null : byDefault);
        }
        if (TypedText.fits(type)) {
            String text = value == null ? "" : TypedText.show(type, value);
            return new FormItem.Entry(
                    path, title, meaning, text, prompt(parameter), unit(type), type, parameter.beginnings());
        }
        return structure(parameter, type, value, path);
    }

    private FormItem structure(
            Parameter<?, ?> parameter, ValueType<?> type, @Nullable Object value, List<String> path) {
        if (type instanceof ObjectType<?> object) {
            List<FormItem> items = value instanceof Map<?, ?> given ? items(object, given, path) : List.of();
            List<Beginning> own = parameter.beginnings();
            return section(parameter, type, value, path, Shape.ONLY, items, own.isEmpty() ? object.beginnings() : own);
        }
        UnionType<?> union = union(type);
        if (union != null) {
            return variants(parameter, union, value, path);
        }
        String text = value == null ? prompt(parameter) : summary(value);
        return new FormItem.Note(path, Words.title(parameter.key()), meaning(parameter), text);
    }

    private FormItem variants(
            Parameter<?, ?> parameter, UnionType<?> union, @Nullable Object value, List<String> path) {
        List<Option> options = new ArrayList<>();
        for (UnionType.Variant<?> variant : union.variants()) {
            options.add(new Option(
                    variant.word(), Words.title(variant.word()), variant.type().meaning()));
        }
        String chosen = value == null ? "" : word(union, value);
        List<FormItem> items = List.of();
        for (UnionType.Variant<?> variant : union.variants()) {
            if (variant.word().equals(chosen)) {
                Map<?, ?> tree =
                        value instanceof Map<?, ?> object ? object : Map.of("value", value == null ? "" : value);
                items = items(variant.type(), tree, path);
            }
        }
        Shape shape = new Shape(Words.title(union.tag()), options, chosen);
        return section(parameter, union, value, path, shape, items, parameter.beginnings());
    }

    private static FormItem section(
            Parameter<?, ?> parameter,
            ValueType<?> type,
            @Nullable Object value,
            List<String> path,
            Shape shape,
            List<FormItem> items,
            List<Beginning> beginnings) {
        return new FormItem.Section(
                path,
                Words.title(parameter.key()),
                meaning(parameter),
                value != null,
                !parameter.isRequired(),
                prompt(parameter),
                shape,
                items,
                type,
                List.of(),
                new Offer(beginnings, value == null ? null : present(type, value, beginnings), true));
    }

    /** The published value that this one is. */
    private static @Nullable Beginning present(ValueType<?> type, Object value, List<Beginning> beginnings) {
        return beginnings.stream()
                .filter(Beginning::isPublished)
                .filter(each -> value.equals(normal(type, each.value())))
                .findFirst()
                .orElse(null);
    }

    /** A value as the file would hold it once it has been read; null where it cannot be. */
    private static <T> @Nullable Object normal(ValueType<T> type, Object tree) {
        T read = type.read(tree, JsonPath.ROOT, new Problems());
        return read == null ? null : type.write(read);
    }

    /** The variants of a type, where it has any. */
    static @Nullable UnionType<?> union(ValueType<?> type) {
        if (type instanceof ShorthandType<?, ?> shorthand) {
            return union(shorthand.full());
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return union(mapped.written());
        }
        return type instanceof UnionType<?> union ? union : null;
    }

    private static String word(UnionType<?> union, Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return CONSTANT;
        }
        Object word = object.get(union.tag());
        if (word instanceof String text) {
            return text;
        }
        String byDefault = union.defaultVariant();
        return byDefault == null ? "" : byDefault;
    }

    private static List<Option> options(ChoiceType<?> choice) {
        List<Option> options = new ArrayList<>();
        choice.choices().forEach(each -> options.add(new Option(each.key(), Words.title(each.key()), each.meaning())));
        return options;
    }

    private static String meaning(Parameter<?, ?> parameter) {
        String meaning = parameter.meaning();
        String expected = TypedText.fits(parameter.type())
                ? "\nExpected: " + parameter.type().expected()
                : "";
        String source = parameter.source().isEmpty() ? "" : "\nDefault: " + parameter.source();
        return meaning + expected + source;
    }

    private static String prompt(Parameter<?, ?> parameter) {
        if (!parameter.absent().isEmpty()) {
            return parameter.absent();
        }
        return defaultText(parameter);
    }

    private static <T> String defaultText(Parameter<?, T> parameter) {
        T value = parameter.defaultValue();
        return value == null || parameter.isGroup()
                ? ""
                : TypedText.show(parameter.type(), parameter.type().write(value));
    }

    private static String unit(ValueType<?> type) {
        if (type instanceof AmountType amount) {
            return unit(amount.number());
        }
        if (type instanceof NumberType number) {
            return number.unit().isEmpty() && number.min() == 0 && number.max() == 1 ? "0 to 1" : number.unit();
        }
        return "";
    }

    private static String summary(Object value) {
        if (value instanceof List<?> list) {
            return list.size() + (list.size() == 1 ? " part" : " parts") + ", edited in the file";
        }
        return "edited in the file";
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
