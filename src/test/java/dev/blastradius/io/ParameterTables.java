package dev.blastradius.io;

import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.DistributionTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of {@code docs/parameters.md}, made from the descriptors: a section for each object that a model file can have. */
final class ParameterTables {

    private static final String HEAD = """
            # Parameters of the model file

            Made from the program's own descriptors; what the parameters do is told in [the model file](model-file.md). A key without a
            default may be left out, and then means what the table says in its place; *required* ones may not. Units are part of a
            duration's text, and elsewhere in the key or beside the value; rates and shares are never percentages. The source is where the default or the rule
            comes from: *own choice* is this program's. What is said of libraries was read in November 2026. The names of
            distributions and their parameters are [there](model-file.md#forms) too.
            """;

    /** What is told elsewhere, with the words for it. */
    private static final Map<ValueType<?>, String> DISTRIBUTIONS = Map.of(
            DistributionTypes.TIME, "a duration, or a distribution of durations",
            DistributionTypes.TOKENS, "a number of tokens, or a distribution of them",
            DistributionTypes.TOKEN_RATE, "a number of tokens a second, or a distribution of them",
            DistributionTypes.LATENCY, "a duration, a distribution of durations, or `llm`");

    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Deque<ObjectType<?>> open = new ArrayDeque<>();
    private final Map<String, ObjectType<?>> known = new TreeMap<>();

    private ParameterTables() {}

    /** The whole page. */
    static String page() {
        ParameterTables tables = new ParameterTables();
        tables.link(BlastFormat.TYPE.pipeline());
        while (!tables.open.isEmpty()) {
            ObjectType<?> type = tables.open.remove();
            tables.sections.put(type.name(), tables.section(type));
        }
        return HEAD + String.join("", tables.sections.values());
    }

    private String section(ObjectType<?> type) {
        List<String> groups = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (parameter.isGroup()) {
                groups.add(link((ObjectType<?>) parameter.type()));
            } else {
                rows.append(row(parameter));
            }
        }
        StringBuilder text = new StringBuilder("\n## " + title(type) + "\n\n" + type.meaning() + ".\n");
        if (!groups.isEmpty()) {
            text.append("\nIts keys are those of ").append(String.join(", ", groups));
            text.append(rows.isEmpty() ? ".\n" : ", and these:\n");
        }
        if (!rows.isEmpty()) {
            text.append("\n| key | value | default | meaning | source |\n| --- | --- | --- | --- | --- |\n")
                    .append(rows);
        }
        return text.toString();
    }

    private <R, T> String row(Parameter<R, T> parameter) {
        return "| `" + parameter.key() + "` | " + value(parameter.type()) + " | " + absence(parameter) + " | "
                + cell(parameter.meaning()) + " | " + cell(parameter.source()) + " |\n";
    }

    private static <R, T> String absence(Parameter<R, T> parameter) {
        if (parameter.isRequired()) {
            return "*required*";
        }
        T value = parameter.defaultValue();
        return value == null
                ? cell(parameter.absent())
                : '`' + json(parameter.type().write(value)) + '`';
    }

    private static String json(Object tree) {
        if (tree instanceof List<?> list) {
            return list.stream().map(ParameterTables::json).collect(Collectors.joining(", ", "[", "]"));
        }
        if (tree instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof Double number && number == Math.rint(number)) {
            return Long.toString(number.longValue());
        }
        return tree instanceof String text ? '"' + text + '"' : String.valueOf(tree);
    }

    private String value(ValueType<?> type) {
        String distribution = DISTRIBUTIONS.get(type);
        if (distribution != null) {
            return distribution;
        }
        if (type instanceof ObjectType<?> object) {
            return link(object);
        }
        if (type instanceof UnionType<?> union) {
            return "by `" + union.tag() + "`: "
                    + union.variants().stream()
                            .map(variant -> "`" + variant.word() + "` (" + link(variant.type()) + ")")
                            .collect(Collectors.joining(", "));
        }
        if (type instanceof ShorthandType<?, ?> shorthand) {
            return value(shorthand.shorthand()) + "; or " + value(shorthand.full());
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return value(mapped.written());
        }
        if (type instanceof ListType<?> list) {
            return "a list of: " + value(list.element());
        }
        if (type instanceof TupleType<?> tuple) {
            return "`["
                    + tuple.object().parameters().stream().map(Parameter::key).collect(Collectors.joining(", "))
                    + "]`, as in " + link(tuple.object());
        }
        if (type instanceof MapType<?> map) {
            return "by " + cell(map.form()) + ": " + value(map.value());
        }
        if (type instanceof ChoiceType<?> choice) {
            return choice.choices().stream().map(each -> choiceOf((Named) each)).collect(Collectors.joining("; "));
        }
        if (type instanceof DurationType duration) {
            return duration.zeroAllowed() ? "a duration" : "a duration above 0";
        }
        return cell(type.expected());
    }

    private static String choiceOf(Named each) {
        return "`" + each.key() + "` (" + cell(each.meaning()) + ")";
    }

    /** A link to a type's section, which is written if it has not been. */
    private String link(ObjectType<?> type) {
        ObjectType<?> before = known.putIfAbsent(type.name(), type);
        if (before == null) {
            open.add(type);
        } else if (!before.keys().equals(type.keys())) {
            throw new IllegalStateException("two objects are called " + type.name());
        }
        return "[" + type.name() + "](#" + title(type).toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
    }

    private static String title(ObjectType<?> type) {
        return Character.toUpperCase(type.name().charAt(0)) + type.name().substring(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
