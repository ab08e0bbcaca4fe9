package dev.blastradius.io;

import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merge patches as JSON Schema: like what they patch, but nothing is required, and {@code null} takes a key away. A schema does
 * not see what is patched, so that of a union it allows the parameters of all variants.
 */
final class SchemaPatches {

    private static final List<String> PATCHED = List.of("components", "dependencies");
    private static final List<String> OBJECT_OR_NULL = List.of("object", "null");

    private final SchemaTypes types;

    SchemaPatches(SchemaTypes types) {
        this.types = types;
    }

    /** The schema of a strategy's patch. */
    Map<String, Object> patch() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter<?, ?> parameter : BlastFormat.TYPE.pipeline().parameters()) {
            if (PATCHED.contains(parameter.key())) {
                Map<String, Object> property = SchemaTypes.about(parameter);
                property.putAll(partial(parameter.type(), parameter.key()));
                properties.put(parameter.key(), property);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> partial(ValueType<?> type, String key) {
        if (type instanceof ObjectType<?> object) {
            return types.named("patch of " + object.name(), object, () -> partialObject(object));
        } else if (type instanceof UnionType<?> union) {
            return types.named("patch of " + key, union, () -> partialUnion(union));
        } else if (type instanceof ShorthandType<?, ?> shorthand) {
            return types.named("patch of " + key, shorthand, () -> partialShorthand(shorthand, key));
        } else if (type instanceof MappedType<?, ?> mapped) {
            return partial(mapped.written(), key);
        } else if (type instanceof MapType<?> map) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", OBJECT_OR_NULL);
            schema.put(
                    "patternProperties",
                    Map.of(SchemaTypes.whole(map.pattern()), partial(map.value(), SchemaTypes.entryOf(key))));
            schema.put("additionalProperties", false);
            return schema;
        }
        return orNull(types.schema(type, key));
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        if (schema.get("type") instanceof String word) {
            nullable.put("type", List.of(word, "null"));
        } else if (schema.get("enum") instanceof List<?> words) {
            List<Object> all = new ArrayList<>(words);
            all.add(null);
            nullable.put("enum", all);
            nullable.remove("enumDescriptions"); // there would be one too few
        }
        return nullable;
    }

    private Map<String, Object> partialObject(ObjectType<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        addProperties(type, properties);
        return closed(properties);
    }

    private Map<String, Object> partialUnion(UnionType<?> union) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(union.tag(), SchemaTypes.tag(union));
        union.variants().forEach(variant -> addProperties(variant.type(), properties));
        return closed(properties);
    }

    /** A key that means something else in another variant is left open but for its description. */
    private void addProperties(ObjectType<?> type, Map<String, Object> properties) {
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (parameter.isGroup() && parameter.type() instanceof ObjectType<?> group) {
                addProperties(group, properties);
                continue;
            }
            Map<String, Object> about = SchemaTypes.about(parameter);
            Map<String, Object> property = new LinkedHashMap<>(about);
            property.putAll(partial(parameter.type(), parameter.key()));
            Object before = properties.putIfAbsent(parameter.key(), property);
            if (before instanceof Map<?, ?> other && !formOf(other).equals(formOf(property))) {
                properties.put(parameter.key(), about);
            }
        }
    }

    private static Map<Object, Object> formOf(Map<?, ?> property) {
        Map<Object, Object> form = new LinkedHashMap<>(property);
        form.remove("title");
        form.remove("description");
        return form;
    }

    private static Map<String, Object> closed(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", OBJECT_OR_NULL);
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> partialShorthand(ShorthandType<?, ?> type, String key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("if", Map.of("type", "object"));
        schema.put("then", partial(type.full(), key + " in full"));
        schema.put("else", orNull(types.schema(type.shorthand(), key)));
        return schema;
    }
}
