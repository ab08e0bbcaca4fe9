package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes to an object as a tree: a value put in its place, an optional object begun, a variant changed for another. */
public final class FormEdits {

    private static final List<String> TYPICAL = List.of("median", "mean", "value", "min");

    private FormEdits() {}

    /**
     * The tree with a value in its place.
     *
     * @param path the keys down to the value
     * @param value the value; null to leave it out
     */
    public static Map<String, Object> put(Map<?, ?> tree, List<String> path, @Nullable Object value) {
        Map<String, Object> changed = copy(tree);
        String key = path.get(0);
        if (path.size() > 1) {
            Object below = changed.get(key);
            changed.put(key, put(object(below), path.subList(1, path.size()), value));
        } else if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    /** What stands at a place; null where nothing does. */
    public static @Nullable Object get(Map<?, ?> tree, List<String> path) {
        Object here = tree;
        for (String key : path) {
            here = here instanceof Map<?, ?> object ? object.get(key) : null;
        }
        return here;
    }

    /**
     * The value of an optional object when it is begun, or when it is given another shape.
     *
     * @param variant the shape's word; empty where there is one shape only
     * @param old what was there; null where nothing was
     */
    public static Object begin(ValueType<?> type, String variant, @Nullable Object old) {
        return variant.isEmpty() ? beginning(type) : variant(type, variant, old);
    }

    /** A plain value where an object belongs is the constant of that value. */
    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        return value == null ? Map.of() : Map.of("type", Form.CONSTANT, "value", value);
    }

    private static Map<String, Object> copy(Map<?, ?> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((key, each) -> copy.put((String) key, each));
        return copy;
    }

    /**
     * An object of another variant. What both have stays; a typical value (median, mean, constant) is carried over.
     *
     * @param type a type with variants
     * @param word the new variant
     * @param old what was there; null where nothing was
     */
    public static Object variant(ValueType<?> type, String word, @Nullable Object old) {
        UnionType<?> union = Form.union(type);
        if (union == null) {
            throw new IllegalArgumentException("no variants: " + type);
        }
        Map<?, ?> before = object(old);
        Object typical = typical(before);
        for (UnionType.Variant<?> variant : union.variants()) {
            if (variant.word().equals(word)) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put(union.tag(), word);
                tree.putAll(beginning(variant.type()));
                carryOver(variant.type(), before, typical, tree);
                return tree;
            }
        }
        throw new IllegalArgumentException("no variant " + word);
    }

    private static @Nullable Object typical(Map<?, ?> object) {
        return TYPICAL.stream()
                .filter(object::containsKey)
                .findFirst()
                .map(key -> (Object) object.get(key))
                .orElse(null);
    }

    private static void carryOver(
            ObjectType<?> type, Map<?, ?> before, @Nullable Object typical, Map<String, Object> tree) {
        List<String> begun = List.copyOf(tree.keySet());
        for (Parameter<?, ?> parameter : type.parameters()) {
            Object same = before.get(parameter.key());
            boolean belongs =
                    begun.contains(parameter.key()) || type.beginnings().isEmpty();
            if (same != null && belongs && TypedText.isValid(parameter.type(), same)) {
                tree.put(parameter.key(), same);
            }
        }
        if (typical == null
                || TYPICAL.stream().anyMatch(key -> tree.containsKey(key) && typical.equals(tree.get(key)))) {
            return;
        }
        TYPICAL.stream().filter(tree::containsKey).findFirst().ifPresent(key -> tree.put(key, typical));
        scaleUp(tree, "p99", typical);
        scaleUp(tree, "max", typical);
    }

    /** An upper value must not lie below the typical one that was carried over. */
    private static void scaleUp(Map<String, Object> tree, String key, Object typical) {
        if (tree.containsKey(key)) {
            tree.put(key, times(typical, 4));
        }
    }

    private static Object times(Object typical, int factor) {
        if (typical instanceof Number number) {
            return number.doubleValue() * factor;
        }
        Duration duration = Duration.parse(String.valueOf(typical));
        return duration == null
                ? typical
                : Duration.ofSeconds(duration.seconds() * factor).text();
    }

    /** A valid object to begin with: the first value that its descriptor has for this, and what must be given at a harmless one. */
    public static Map<String, Object> beginning(ObjectType<?> type) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!type.beginnings().isEmpty()) {
            tree.putAll(copy(object(type.beginnings().get(0).value())));
        }
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (parameter.isGroup()) {
                tree.putAll(beginning((ObjectType<?>) parameter.type()));
            } else if (parameter.isRequired() && !tree.containsKey(parameter.key())) {
                tree.put(parameter.key(), beginning(parameter.type()));
            }
        }
        return tree;
    }

    /** A valid value to begin with. */
    public static Object beginning(ValueType<?> type) {
        if (type instanceof ObjectType<?> object) {
            return beginning(object);
        }
        if (type instanceof ShorthandType<?, ?> shorthand) {
            return beginning(shorthand.shorthand());
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return beginning(mapped.written());
        }
        if (type instanceof UnionType<?> union) {
            return variant(union, union.variants().get(0).word(), null);
        }
        if (type instanceof ListType<?> list) {
            return list.fewest() == 0 ? List.of() : List.of(beginning(list.element()));
        }
        if (type instanceof TupleType<?> tuple) {
            return List.copyOf(beginning(tuple.object()).values());
        }
        return plain(type);
    }

    private static Object plain(ValueType<?> type) {
        if (type instanceof DurationType) {
            return "1s";
        }
        if (type instanceof IntegerType integer) {
            return Math.max(integer.min(), Math.min(integer.max(), 1));
        }
        if (type instanceof AmountType amount) {
            return plain(amount.number());
        }
        if (type instanceof NumberType number) {
            return beginning(number);
        }
        if (type instanceof ChoiceType<?> choice) {
            return choice.choices().get(0).key();
        }
        return type instanceof BooleanType ? (Object) false : "name";
    }

    private static Object beginning(NumberType number) {
        if (number.equals(NumberType.SHARE)) {
            return 0.5;
        }
        if (number.allows(1)) {
            return 1L;
        }
        return number.allows(number.min() + 1) ? (Object) (number.min() + 1) : (Object) number.max();
    }
}
