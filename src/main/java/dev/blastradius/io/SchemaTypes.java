package dev.blastradius.io;

import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Value types as JSON Schema. Objects and unions become definitions, named after their first use, and are referred to. */
final class SchemaTypes {

    private static final String OBJECT = "object";
    private static final String DURATION = "([0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?)(us|ms|s|m|h|d)";
    private static final String ZERO = "0+(\\.0+)?([eE][+-]?[0-9]+)?(us|ms|s|m|h|d)";

    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final IdentityHashMap<ValueType<?>, String> names = new IdentityHashMap<>();
    private final IdentityHashMap<ValueType<?>, String> namesInPatches = new IdentityHashMap<>();

    /** The definitions that the schemas so far refer to, by name. */
    Map<String, Object> definitions() {
        return definitions;
    }

    /** The schema of a type. */
    Map<String, Object> schema(ValueType<?> type, String key) {
        if (type instanceof ObjectType<?> object) {
            return reference(type, object.name(), () -> object(object));
        } else if (type instanceof UnionType<?> union) {
            return reference(type, key, () -> union(union));
        } else if (type instanceof ShorthandType<?, ?> shorthand) {
            return reference(type, key, () -> shorthand(shorthand, key));
        } else if (type instanceof MappedType<?, ?> mapped) {
            return schema(mapped.written(), key);
        } else if (type instanceof ListType<?> list) {
            return list(list, key);
        } else if (type instanceof TupleType<?> tuple) {
            return tuple(tuple);
        } else if (type instanceof MapType<?> map) {
            return map(map, key);
        } else if (type instanceof TreeType) {
            return define("patch", () -> new SchemaPatches(this).patch());
        }
        return scalar(type);
    }

    private static Map<String, Object> scalar(ValueType<?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type instanceof BooleanType) {
            schema.put("type", "boolean");
        } else if (type instanceof IntegerType integer) {
            schema.put("type", "integer");
            schema.put("minimum", integer.min());
            schema.put("maximum", integer.max());
        } else if (type instanceof NumberType number) {
            return number(number);
        } else if (type instanceof AmountType amount) {
            return number(amount.number());
        } else if (type instanceof DurationType duration) {
            schema.put("type", "string");
            schema.put(
                    "pattern", duration.zeroAllowed() ? "^" + DURATION + "$" : "^(?!" + ZERO + "$)" + DURATION + "$");
            schema.put("examples", List.of("250ms", "4s", "10m", "1.5h"));
        } else if (type instanceof TextType text) {
            schema.put("type", "string");
            schema.put("maxLength", (long) text.longest());
            if (text.pattern() != null) {
                schema.put("pattern", whole(text.pattern()));
            }
        } else if (type instanceof ChoiceType<?> choice) {
            schema.put("enum", choice.choices().stream().map(Named::key).toList());
            schema.put(
                    "enumDescriptions",
                    choice.choices().stream().map(Named::meaning).toList());
        }
        return schema;
    }

    private static Map<String, Object> number(NumberType number) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "number");
        schema.put(number.minExcluded() ? "exclusiveMinimum" : "minimum", plain(number.min()));
        schema.put("maximum", plain(number.max()));
        return schema;
    }

    private static Object plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        if (whole) {
            return (long) value;
        }
        return value;
    }

    private Map<String, Object> list(ListType<?> list, String key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", schema(list.element(), key));
        if (list.fewest() > 0) {
            schema.put("minItems", (long) list.fewest());
        }
        schema.put("maxItems", (long) list.most());
        return schema;
    }

    private Map<String, Object> tuple(TupleType<?> tuple) {
        List<Object> entries = new ArrayList<>();
        for (Parameter<?, ?> parameter : tuple.object().parameters()) {
            entries.add(property(parameter));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("prefixItems", entries);
        schema.put("items", false);
        schema.put("minItems", (long) entries.size());
        return schema;
    }

    private Map<String, Object> map(MapType<?> map, String key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", OBJECT);
        schema.put("patternProperties", Map.of(whole(map.pattern()), schema(map.value(), entryOf(key))));
        schema.put("additionalProperties", false);
        schema.put("maxProperties", (long) map.most());
        return schema;
    }

    /** A pattern for the whole of a text. */
    static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    /** What a definition for the entries of a map is called. */
    static String entryOf(String key) {
        return key + " entry";
    }

    /** One flat object: the parameters of groups stand beside the others. */
    Map<String, Object> object(ObjectType<?> type) {
        return objectWithTag(type, Map.of());
    }

    private Map<String, Object> objectWithTag(ObjectType<?> type, Map<String, Object> tag) {
        Map<String, Object> properties = new LinkedHashMap<>(tag);
        List<String> required = new ArrayList<>();
        addProperties(type, properties, required);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", type.meaning());
        schema.put("type", OBJECT);
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private void addProperties(ObjectType<?> type, Map<String, Object> properties, List<String> required) {
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (parameter.isGroup() && parameter.type() instanceof ObjectType<?> group) {
                addProperties(group, properties, required);
            } else {
                properties.put(parameter.key(), property(parameter));
                if (parameter.isRequired()) {
                    required.add(parameter.key());
                }
            }
        }
    }

    private Map<String, Object> property(Parameter<?, ?> parameter) {
        Map<String, Object> schema = about(parameter);
        schema.putAll(schema(parameter.type(), parameter.key()));
        Object written = defaultOf(parameter);
        if (written != null) {
            schema.put("default", written);
        }
        return schema;
    }

    /** Title and description of a parameter. */
    static Map<String, Object> about(Parameter<?, ?> parameter) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("title", title(parameter.key()));
        about.put("description", description(parameter));
        return about;
    }

    private static <T> @Nullable Object defaultOf(Parameter<?, T> parameter) {
        T value = parameter.defaultValue();
        return value == null ? null : parameter.type().write(value);
    }

    /** Meaning, unit, what holds when it is left out, and where that comes from. */
    private static String description(Parameter<?, ?> parameter) {
        StringBuilder text = new StringBuilder(parameter.meaning()).append('.');
        ValueType<?> type = parameter.type();
        NumberType number =
                type instanceof NumberType plain ? plain : type instanceof AmountType amount ? amount.number() : null;
        if (number != null && !number.unit().isEmpty()) {
            text.append(" In ").append(number.unit()).append('.');
        } else if (type instanceof DurationType || type instanceof ShorthandType) {
            text.append(" Write ").append(type.expected()).append('.');
        } else if (type instanceof ChoiceType<?> choice) {
            for (Named each : choice.choices()) {
                text.append("\n- ").append(each.key()).append(": ").append(each.meaning());
            }
            text.append('\n');
        }
        Object written = defaultOf(parameter);
        if (written != null) {
            text.append(" Default: ").append(JsonPrinter.print(written).strip()).append('.');
        }
        if (!parameter.absent().isEmpty()) {
            text.append(" Absent: ").append(parameter.absent()).append('.');
        }
        if (!parameter.source().isEmpty()) {
            text.append(" Source: ").append(parameter.source()).append('.');
        }
        return text.toString();
    }

    private static String title(String key) {
        String words = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * A union as one condition for each variant: a checker then complains of the variant that is meant, and not of all that are
     * not.
     */
    private Map<String, Object> union(UnionType<?> union) {
        List<Object> cases = new ArrayList<>();
        for (UnionType.Variant<?> variant : union.variants()) {
            boolean byDefault = variant.word().equals(union.defaultVariant());
            Map<String, Object> condition = new LinkedHashMap<>();
            condition.put("properties", Map.of(union.tag(), Map.of("const", variant.word())));
            if (!byDefault) {
                condition.put("required", List.of(union.tag()));
            }
            Map<String, Object> constant = new LinkedHashMap<>();
            constant.put("description", variant.type().meaning());
            constant.put("const", variant.word());
            Map<String, Object> branch = new LinkedHashMap<>();
            branch.put("if", condition);
            branch.put(
                    "then",
                    reference(
                            variant.type(),
                            variant.type().name(),
                            () -> objectWithTag(variant.type(), Map.of(union.tag(), constant))));
            cases.add(branch);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", OBJECT);
        schema.put("properties", Map.of(union.tag(), tag(union)));
        if (union.defaultVariant() == null) {
            schema.put("required", List.of(union.tag()));
        }
        schema.put("allOf", cases);
        return schema;
    }

    /** The key that tells a union's variants apart. */
    static Map<String, Object> tag(UnionType<?> union) {
        List<Object> words = new ArrayList<>();
        List<Object> meanings = new ArrayList<>();
        for (UnionType.Variant<?> variant : union.variants()) {
            words.add(variant.word());
            meanings.add(variant.type().meaning());
        }
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("enum", words);
        tag.put("enumDescriptions", meanings);
        if (union.defaultVariant() != null) {
            tag.put("default", union.defaultVariant());
        }
        return tag;
    }

    private Map<String, Object> shorthand(ShorthandType<?, ?> type, String key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Map<String, Object> shortForm = schema(type.shorthand(), key);
        Object word = shortForm.get("type");
        if (word != null) {
            schema.put("type", List.of(word, OBJECT));
        }
        schema.put("if", Map.of("type", OBJECT));
        schema.put("then", schema(type.full(), key + " in full"));
        schema.put("else", shortForm);
        return schema;
    }

    private Map<String, Object> reference(ValueType<?> type, String wanted, Supplier<Map<String, Object>> body) {
        return named(names, type, wanted, body);
    }

    /** Refers to a definition of a type as it stands in a patch, which is made where there is none yet. */
    Map<String, Object> named(String wanted, ValueType<?> type, Supplier<Map<String, Object>> body) {
        return named(namesInPatches, type, wanted, body);
    }

    private Map<String, Object> named(
            IdentityHashMap<ValueType<?>, String> known,
            ValueType<?> type,
            String wanted,
            Supplier<Map<String, Object>> body) {
        String name = known.get(type);
        if (name == null) {
            String base = wanted.replace(' ', '-');
            name = base;
            for (int i = 2; definitions.containsKey(name); i++) {
                name = base + "-" + i;
            }
            known.put(type, name);
        }
        return define(name, body);
    }

    private Map<String, Object> define(String name, Supplier<Map<String, Object>> body) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of()); // taken, before what is inside takes names
            definitions.put(name, body.get());
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/$defs/" + name);
        return reference;
    }
}
