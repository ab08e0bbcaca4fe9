package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.Collections;
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
        Object held = path.size() == 1 ? value : within(changed.get(key), path.subList(1, path.size()), value);
        if (held == null) {
            changed.remove(key);
        } else {
            changed.put(key, held);
        }
        return changed;
    }

    /** What stood at a place, with a value in its place within it. */
    private static Object within(@Nullable Object old, List<String> path, @Nullable Object value) {
        if (!(old instanceof List<?> list)) {
            return put(object(old), path, value);
        }
        List<Object> changed = new ArrayList<>(list);
        int at = Integer.parseInt(path.get(0));
        if (path.size() > 1) {
            changed.set(at, within(list.get(at), path.subList(1, path.size()), value));
        } else if (value == null) {
            changed.remove(at);
        } else {
            changed.set(at, value);
        }
        return changed;
    }

    /** What stands at a place; null where nothing does. */
    public static @Nullable Object get(Map<?, ?> tree, List<String> path) {
        Object here = tree;
        for (String key : path) {
            if (here instanceof List<?> list) {
                int at = Integer.parseInt(key);
                here = at < list.size() ? list.get(at) : null;
            } else {
                here = here instanceof Map<?, ?> object ? object.get(key) : null;
            }
        }
        return here;
    }

    /** A path's place in the file. */
    public static JsonPath where(JsonPath of, List<String> path) {
        JsonPath place = of;
        for (String step : path) {
            place = Character.isDigit(step.charAt(0)) ? place.index(Integer.parseInt(step)) : place.key(step);
        }
        return place;
    }

    /**
     * The tree with a section in its place: an object under its key, or the keys of a group.
     *
     * @param value the object, or the group's keys with their values; null to leave them out
     */
    public static Map<String, Object> put(Map<?, ?> tree, FormItem.Section section, @Nullable Object value) {
        if (!section.isGroup()) {
            return put(tree, section.path(), value);
        }
        List<String> around = section.path().subList(0, section.path().size() - 1);
        Map<String, Object> changed = copy(around.isEmpty() ? tree : object(get(tree, around)));
        section.keys().forEach(changed::remove);
        if (value != null) {
            changed.putAll(copy(object(value)));
        }
        return around.isEmpty() ? changed : put(tree, around, changed);
    }

    /** What a section holds now: its object, or the keys of a group with their values; null where it is not given. */
    public static @Nullable Object get(Map<?, ?> tree, FormItem.Section section) {
        if (!section.isGroup()) {
            return get(tree, section.path());
        }
        Map<String, Object> keys =
                copy(object(get(tree, section.path().subList(0, section.path().size() - 1))));
        keys.keySet().retainAll(section.keys());
        return keys.isEmpty() ? null : keys;
    }

    /** What an optional section holds when it is switched on: the first value offered for it, else a harmless one. */
    public static Object begin(FormItem.Section section) {
        if (!section.offer().beginnings().isEmpty()) {
            return section.offer().beginnings().get(0).value();
        }
        List<FormItem.Option> variants = section.shape().variants();
        return variants.isEmpty()
                ? beginning(section.type())
                : variant(section.type(), variants.get(0).word(), null);
    }

    /**
     * A section's value in another shape: the first one offered in that shape, else one that keeps what both have.
     *
     * @param old what was there; null where nothing was
     */
    public static Object reshape(FormItem.Section section, String word, @Nullable Object old) {
        UnionType<?> union = Form.union(section.type());
        if (union != null) {
            for (Beginning each : section.offer().beginnings()) {
                if (word.equals(object(each.value()).get(union.tag()))) {
                    return each.value();
                }
            }
        }
        return variant(section.type(), word, old);
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
        if (duration == null) {
            return typical;
        }
        boolean tooLong = duration.nanos() > Duration.MAX_NANOS / factor;
        return Duration.ofNanos(tooLong ? Duration.MAX_NANOS : duration.nanos() * factor)
                .text();
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
            return Collections.nCopies(list.fewest(), beginning(list.element()));
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
        if (type instanceof TreeType || type instanceof MapType<?>) {
            return Map.of();
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
