package dev.blastradius.io.vary;

import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.UnionType.Variant;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what the format says of a value, given what stands around it. */
final class TypeWalk {

    /**
     * What may stand under a key.
     *
     * @param type how it is written
     * @param byDefault what holds where nothing stands there; null: nothing, or it is not known
     */
    record Member(ValueType<?> type, @Nullable Object byDefault) {}

    /** A type of which nothing is known, so that its keys are those that stand in a value. */
    static final ValueType<?> NOTHING = new TreeType();

    private TypeWalk() {}

    /** The type behind what is written in one of several ways, seen from the value that stands there; null: a number or a text. */
    static ValueType<?> behind(ValueType<?> type, @Nullable Object value) {
        if (type instanceof MappedType<?, ?> mapped) {
            return behind(mapped.written(), value);
        }
        if (type instanceof ShorthandType<?, ?> either) {
            return behind(value instanceof Map ? either.full() : either.shorthand(), value);
        }
        if (type instanceof UnionType<?> union && value instanceof Map<?, ?> object) {
            Object word = object.containsKey(union.tag()) ? object.get(union.tag()) : union.defaultVariant();
            for (Variant<?> variant : union.variants()) {
                if (variant.word().equals(word)) {
                    return variant.type();
                }
            }
        }
        return type;
    }

    /** What may stand under a key or an index; null where the format knows nothing there. */
    static @Nullable Member below(ValueType<?> type, Object step) {
        if (type instanceof ObjectType<?> object && step instanceof String key) {
            return member(object, key);
        }
        if (type instanceof MapType<?> map && step instanceof String) {
            return new Member(map.value(), null);
        }
        if (type instanceof ListType<?> list && step instanceof Integer) {
            return new Member(list.element(), null);
        }
        if (type instanceof TupleType<?> tuple && step instanceof Integer index) {
            List<? extends Parameter<?, ?>> members = tuple.object().parameters();
            return index < members.size() ? new Member(members.get(index).type(), null) : null;
        }
        return null;
    }

    private static @Nullable Member member(ObjectType<?> object, String key) {
        for (Parameter<?, ?> parameter : object.parameters()) {
            if (parameter.isGroup() && parameter.type() instanceof ObjectType<?> group) {
                Member found = member(group, key);
                if (found != null) {
                    return found;
                }
            } else if (parameter.key().equals(key)) {
                return new Member(parameter.type(), parameter.defaultValue());
            }
        }
        return null;
    }

    /** The keys that may stand here: those that the format knows, or those that stand in the object already. */
    static List<String> keys(ValueType<?> type, @Nullable Object value) {
        if (type instanceof ObjectType<?> object) {
            return object.keys();
        }
        List<String> keys = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> keys.add((String) key));
        }
        return keys;
    }

    /** What stands under a key or an index of a value; null where nothing does. */
    static @Nullable Object at(@Nullable Object value, Object step) {
        if (value instanceof Map<?, ?> object) {
            return object.get(step);
        }
        return value instanceof List<?> list && step instanceof Integer index && index < list.size()
                ? list.get(index)
                : null;
    }
}
