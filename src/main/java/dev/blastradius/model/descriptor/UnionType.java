package dev.blastradius.model.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object of one of several types, told apart by the word under one key.
 *
 * @param tag the key that names the type, such as {@code "type"} or {@code "kind"}
 * @param variants the types in the order they are shown
 * @param defaultVariant the variant meant where the key is missing; null where it is required
 */
public record UnionType<T>(
        String tag,
        List<Variant<? extends T>> variants,
        @Nullable String defaultVariant) implements ValueType<T> {

    /**
     * One type of the union.
     *
     * @param word what stands under the tag
     * @param type the object's other parameters
     */
    public record Variant<V>(String word, ObjectType<V> type) {}

    @Override
    public @Nullable T read(Object tree, JsonPath where, Problems problems) {
        if (!(tree instanceof Map<?, ?> object)) {
            problems.error(where, "not an object", expected(), tree);
            return null;
        }
        Object word = object.containsKey(tag) ? object.get(tag) : defaultVariant;
        if (word == null) {
            problems.error(where, "\"" + tag + "\" is missing", words(), null);
            return null;
        }
        for (Variant<? extends T> variant : variants) {
            if (variant.word.equals(word)) {
                return variant.type.readBesides(tag, object, where, problems);
            }
        }
        String nearest = word instanceof String text
                ? Nearest.of(text, variants.stream().map(Variant::word).toList())
                : null;
        Problem problem = Problem.error(where.key(tag), "unknown " + tag, words(), word);
        problems.add(nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?"));
        return null;
    }

    @Override
    public Object write(T value) {
        for (Variant<? extends T> variant : variants) {
            if (variant.type.describes(value)) {
                return writeAs(variant, value);
            }
        }
        throw new IllegalArgumentException("no variant for " + value.getClass());
    }

    private <V> Map<String, Object> writeAs(Variant<V> variant, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(tag, variant.word);
        tree.putAll(variant.type.write(variant.type.cast(value)));
        return tree;
    }

    /** The variant that a value belongs to. */
    public Variant<? extends T> variantOf(T value) {
        return variants.stream()
                .filter(each -> each.type.describes(value))
                .findFirst()
                .orElseThrow();
    }

    private String words() {
        return variants.stream().map(each -> '"' + each.word + '"').collect(Collectors.joining(", "));
    }

    @Override
    public String expected() {
        return "an object with \"" + tag + "\": one of " + words();
    }
}
