package dev.blastradius.io;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of {@code docs/presets.md}, made from the data file of the presets. */
final class PresetTables {

    private static final String HEAD = """
            # Presets

            Values that the window gives to components by a name ("Preset" at the top of a component's fields, and under Edit, Add). Made
            from the program's own data file. Each number is dated: of when it is or, in documentation and blogs, when it was read.
            """;

    private PresetTables() {}

    /** The whole page. */
    static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\nHow well a number is known:\n\n");
        for (Named grade : Preset.Grade.values()) {
            page.append("- **").append(grade.key()).append("**: ").append(grade.meaning());
            page.append(".\n");
        }
        Map<String, List<Preset>> groups = Presets.all().stream()
                .collect(Collectors.groupingBy(Preset::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, presets) -> {
            page.append("\n## ").append(group).append("\n\n");
            page.append("| preset | kind | values | source | date | grade |\n| --- | --- | --- | --- | --- | --- |\n");
            presets.forEach(preset -> page.append(rows(preset)));
        });
        return page.append(published()).toString();
    }

    private static String published() {
        StringBuilder part = new StringBuilder("""

                ## What a policy or another part can begin with

                The first of each is what it begins with when it is switched on; the others are in its menu "Values of".

                | key | whose | does | values | source |
                | --- | --- | --- | --- | --- |
                """);
        for (ParameterWalk.Found found : ParameterWalk.all()) {
            Parameter<?, ?> parameter = found.parameter();
            List<Beginning> beginnings = parameter.beginnings();
            if (beginnings.isEmpty() && parameter.type() instanceof ObjectType<?> object) {
                beginnings = object.beginnings();
            }
            String key = '`' + parameter.key() + '`';
            for (Beginning each :
                    beginnings.stream().filter(Beginning::isPublished).toList()) {
                String values = '`' + json(each.value()) + '`';
                part.append("| ").append(String.join(" | ", key, each.name(), each.says(), values, each.source()));
                part.append(" |\n");
            }
        }
        return part.toString();
    }

    private static String rows(Preset preset) {
        StringBuilder rows = new StringBuilder();
        String name = preset.name();
        String kind = '`' + preset.kind() + '`';
        for (Preset.Source source : preset.sources()) {
            String values = source.of().stream()
                    .map(key ->
                            "`" + key + ": " + json(preset.values().entries().get(key)) + "`")
                    .collect(Collectors.joining(", "));
            rows.append("| ").append(String.join(" | ", name, kind, values, source.from(), source.date()));
            rows.append(" | ").append(source.grade().key()).append(" |\n");
            name = "";
            kind = "";
        }
        return rows.toString();
    }

    private static String json(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(PresetTables::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree instanceof String text ? '"' + text + '"' : String.valueOf(tree);
    }
}
