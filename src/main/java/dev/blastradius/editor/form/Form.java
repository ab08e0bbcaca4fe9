package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Offer;
import dev.blastradius.editor.form.FormItem.Offered;
import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.editor.form.FormItem.Shape;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /**
     * The form of some of an object's parameters.
     *
     * @param keys their keys
     */
    public static List<FormItem> of(ObjectType<?> type, Map<?, ?> tree, Surroundings surroundings, Set<String> keys) {
        Form form = new Form(surroundings);
        List<FormItem> items = new ArrayList<>();
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (keys.contains(parameter.key())) {
                items.addAll(form.items(parameter, tree.get(parameter.key()), List.of(parameter.key())));
            }
        }
        return items;
    }

    private List<FormItem> items(ObjectType<?> type, Map<?, ?> tree, List<String> path) {
        List<FormItem> items = new ArrayList<>();
        FormItem.Ways ways = Alternatives.ways(type, tree, path);
        if (ways != null) {
            items.add(ways);
        }
        List<String> unused = Alternatives.unused(type, tree);
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (parameter.isGroup()) {
                items.add(group(parameter, (ObjectType<?>) parameter.type(), tree, path));
            } else if (!unused.contains(parameter.key())) {
                items.addAll(items(parameter, tree.get(parameter.key()), append(path, parameter.key())));
            }
        }
        return items;
    }

    private List<FormItem> items(Parameter<?, ?> parameter, @Nullable Object value, List<String> path) {
        if (parameter.type() instanceof ShorthandType<?, ?> either && either.full() instanceof MappedType<?, ?> full) {
            return eitherOr(parameter, (MapType<?>) full.written(), value, path);
        }
        return List.of(value(parameter, parameter.type(), value, path));
    }

    private FormItem group(Parameter<?, ?> parameter, ObjectType<?> type, Map<?, ?> tree, List<String> path) {
        List<String> here = append(path, parameter.key());
        if (type.isFamily() && type.parameters().stream().allMatch(Form::isShort)) {
            return family(parameter, type, tree, path);
        }
        boolean optional = type.switchedBy() != null;
        boolean given = !optional || type.keys().stream().anyMatch(tree::containsKey);
        Beginning begin = surroundings.beginning(type);
        return new FormItem.Section(
                here,
                Words.title(parameter.key()),
                parameter.meaning(),
                given,
                optional,
                optional ? "none" : "",
                Shape.ONLY,
                given ? items(type, tree, path) : List.of(),
                type,
                type.keys(),
                new Offer(begin == null ? List.of() : List.of(begin), null, given || begin != null),
                "");
    }

    private static boolean isShort(Parameter<?, ?> member) {
        return member.type() instanceof BooleanType || TypedText.fits(member.type());
    }

    private FormItem family(Parameter<?, ?> parameter, ObjectType<?> type, Map<?, ?> tree, List<String> path) {
        List<FormItem> given = new ArrayList<>();
        List<Offered> more = new ArrayList<>();
        for (Parameter<?, ?> member : type.parameters()) {
            Object value = tree.get(member.key());
            if (value != null) {
                given.add(value(member, member.type(), value, append(path, member.key())));
            } else {
                Object begin =
                        member.type() instanceof BooleanType ? (Object) true : FormEdits.beginning(member.type());
                more.add(new Offered(new Option(member.key(), Words.title(member.key()), member.meaning()), begin));
            }
        }
        return new FormItem.Family(
                append(path, parameter.key()), Words.title(parameter.key()), parameter.meaning(), given, more);
    }

    /** Something named, or everything with some pairs. */
    private List<FormItem> eitherOr(
            Parameter<?, ?> parameter, MapType<?> map, @Nullable Object value, List<String> path) {
        String title = Words.title(parameter.key());
        boolean byPairs = value instanceof Map<?, ?>;
        List<Option> named = Objects.requireNonNullElse(surroundings.named(parameter), List.of());
        String having = value instanceof Map<?, ?> those ? surroundings.having(those) : null;
        Object first = named.isEmpty() ? "name" : named.get(0).word();
        Object one = !byPairs && value != null ? value : having == null ? first : having;
        Map<String, String> usual =
                new LinkedHashMap<>(value instanceof String name ? surroundings.pairsOf(name) : Map.of());
        List<Offered> ways = new ArrayList<>();
        ways.add(new Offered(new Option("one", "One of them", parameter.meaning()), one));
        if (usual.isEmpty()) {
            surroundings.pairs().entrySet().stream()
                    .findFirst()
                    .ifPresent(pair -> usual.put(pair.getKey(), pair.getValue().get(0)));
        }
        if (byPairs || !usual.isEmpty()) {
            ways.add(new Offered(
                    new Option("all", "All with these tags", parameter.meaning()),
                    byPairs && value != null ? value : usual));
        }
        FormItem which = byPairs
                ? pairs(title, parameter, map, value, path)
                : new FormItem.Choice(
                        path, title, parameter.meaning(), named, value instanceof String word ? word : "", null, "");
        return List.of(
                new FormItem.Ways(path, title + " by", parameter.meaning(), ways, byPairs ? "all" : "one"), which);
    }

    private FormItem pairs(
            String title, Parameter<?, ?> parameter, MapType<?> map, @Nullable Object value, List<String> path) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, each) -> pairs.put(String.valueOf(key), String.valueOf(each)));
        }
        return new FormItem.Pairs(
                path, title, parameter.meaning(), pairs, prompt(parameter), surroundings.pairs(), map, "");
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
            return new FormItem.Check(path, title, meaning, holds, byDefault, "");
        }
        List<Option> named = surroundings.named(parameter);
        if (named != null) {
            return new FormItem.Choice(path, title, meaning, named, value instanceof String word ? word : "", null, "");
        }
        if (type instanceof ChoiceType<?> choice) {
            String byDefault = defaultWord(parameter);
            String chosen = value instanceof String given ? given : byDefault;
            return new FormItem.Choice(
                    path, title, meaning, options(choice), chosen, byDefault.isEmpty() ? null : byDefault, "");
        }
        if (TypedText.fits(type)) {
            String text = value == null ? "" : TypedText.show(type, value);
            return new FormItem.Entry(
                    path, title, meaning, text, prompt(parameter), unit(type), type, parameter.beginnings(), "");
        }
        return type instanceof ListType<?> list
                ? list(parameter, list, value, path)
                : structure(parameter, type, value, path);
    }

    private FormItem list(Parameter<?, ?> parameter, ListType<?> type, @Nullable Object value, List<String> path) {
        String title = Words.title(parameter.key());
        if (type.element() instanceof ChoiceType<?> choice) {
            List<String> byDefault = words(written(parameter));
            return new FormItem.Ticks(
                    path,
                    title,
                    meaning(parameter),
                    options(choice),
                    words(value == null ? byDefault : value),
                    parameter.defaultValue() == null ? null : byDefault,
                    "");
        }
        List<?> entries = value instanceof List<?> given ? given : List.of();
        List<FormItem.Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(Lists.row(row(type.element(), entries.get(i), append(path, Integer.toString(i)))));
        }
        Object usual = surroundings.fresh(type.element());
        return new FormItem.Rows(
                path,
                title,
                meaning(parameter),
                prompt(parameter),
                rows,
                type.element() instanceof TupleType<?>,
                parameter.isRequired(),
                usual == null ? Lists.next(type, entries) : usual,
                Lists.spansAll(type, entries) ? entries.size() - 1 : entries.size(),
                type,
                "");
    }

    private List<FormItem> row(ValueType<?> element, Object entry, List<String> path) {
        if (element instanceof ObjectType<?> object && entry instanceof Map<?, ?> tree) {
            return items(object, tree, path);
        }
        if (element instanceof TupleType<?> tuple && entry instanceof List<?> values) {
            List<FormItem> items = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Parameter<?, ?> parameter = tuple.object().parameters().get(i);
                items.addAll(items(parameter, values.get(i), append(path, Integer.toString(i))));
            }
            return items;
        }
        return List.of();
    }

    private static List<String> words(@Nullable Object list) {
        return list instanceof List<?> words
                ? words.stream().map(String::valueOf).toList()
                : List.of();
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
            return variants(parameter, type, union, value, path);
        }
        if (type instanceof MapType<?> map && map.value() instanceof TextType) {
            return pairs(Words.title(parameter.key()), parameter, map, value, path);
        }
        throw new IllegalArgumentException("no form for " + parameter.key() + ": " + type);
    }

    private FormItem variants(
            Parameter<?, ?> parameter,
            ValueType<?> type,
            UnionType<?> union,
            @Nullable Object value,
            List<String> path) {
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
        return section(parameter, type, value, path, shape, items, parameter.beginnings());
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
                new Offer(beginnings, value == null ? null : present(type, value, beginnings), true),
                "");
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
        String accepted = TypedText.fits(parameter.type()) ? TypedText.accepts(parameter.type()) : "";
        String type = accepted.isEmpty() ? "" : "\nType " + accepted;
        String source = parameter.source().isEmpty() ? "" : FormItems.SOURCE + parameter.source();
        return parameter.meaning() + type + source;
    }

    private static String prompt(Parameter<?, ?> parameter) {
        if (!parameter.absent().isEmpty()) {
            return parameter.absent();
        }
        return defaultText(parameter);
    }

    private static String defaultText(Parameter<?, ?> parameter) {
        Object value = written(parameter);
        return value == null ? "" : TypedText.show(parameter.type(), value);
    }

    private static String defaultWord(Parameter<?, ?> parameter) {
        return written(parameter) instanceof String word ? word : "";
    }

    /** The default as the file would hold it; null where there is none. */
    private static <T> @Nullable Object written(Parameter<?, T> parameter) {
        T value = parameter.defaultValue();
        return value == null || parameter.isGroup() ? null : parameter.type().write(value);
    }

    private static String unit(ValueType<?> type) {
        NumberType number = TypedText.number(type);
        return number == null ? "" : number.unit();
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
