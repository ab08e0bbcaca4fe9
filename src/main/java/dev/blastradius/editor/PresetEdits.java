package dev.blastradius.editor;

import dev.blastradius.editor.form.Words;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.About;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Components given the values of a preset: what it says is replaced, everything else of the component stays. */
public final class PresetEdits {

    private static final String TAGS = About.TAGS.key();
    private static final String DESCRIPTION = About.DESCRIPTION.key();

    private PresetEdits() {}

    /**
     * A component with a preset's values, and in its description where they stand. Tags are added where it has none of that name;
     * of the description only the lines of presets go whose values are all replaced.
     *
     * @param component as the file holds it
     */
    public static Map<String, Object> apply(Map<?, ?> component, Preset preset) {
        Map<String, Object> changed = new LinkedHashMap<>();
        component.forEach((key, value) -> changed.put((String) key, value));
        preset.values().entries().forEach((key, value) -> {
            if (key.equals(TAGS)) {
                Map<Object, Object> tags = new LinkedHashMap<>();
                if (value instanceof Map<?, ?> those) {
                    tags.putAll(those);
                }
                if (component.get(TAGS) instanceof Map<?, ?> own) {
                    tags.putAll(own);
                }
                changed.put(TAGS, tags);
            } else if (value != null) {
                changed.put(key, value);
            }
        });
        String before = component.get(DESCRIPTION) instanceof String text ? text : "";
        changed.put(DESCRIPTION, describe(before, preset));
        return changed;
    }

    private static String describe(String before, Preset preset) {
        List<String> lines =
                new ArrayList<>(before.isBlank() ? List.of() : before.lines().toList());
        for (Preset each : Presets.of(preset.kind())) {
            if (keys(preset).containsAll(keys(each))) {
                lines.remove(line(each));
            }
        }
        lines.add(line(preset));
        return String.join("\n", lines);
    }

    private static List<String> keys(Preset preset) {
        return preset.values().entries().keySet().stream()
                .filter(key -> !key.equals(TAGS))
                .toList();
    }

    /** The presets whose values a component has. */
    public static List<Preset> present(Component component) {
        Map<?, ?> tree = (Map<?, ?>) Kinds.TYPE.write(component);
        return Presets.of(component.kind().key()).stream()
                .filter(each -> keys(each).stream()
                        .allMatch(key ->
                                equal(tree.get(key), each.values().entries().get(key))))
                .toList();
    }

    /** Numbers of the file and numbers written from a record can be of different sorts: 40 and 40.0. */
    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() == y.doubleValue();
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> equal(x.get(key), y.get(key)));
        }
        return a != null && a.equals(b);
    }

    /** Where a preset's values stand, in a line: {@code "Claude Opus 4.8. Latency: …, 2026-11 (blog). Price: …"}. */
    public static String line(Preset preset) {
        return preset.name() + ". " + sources(preset, " ");
    }

    /** Where each of a preset's values stands. */
    public static String sources(Preset preset, String between) {
        return preset.sources().stream()
                .map(source -> keys(source.of()) + ": " + source.from() + ", " + source.date() + " ("
                        + source.grade().key() + ").")
                .collect(Collectors.joining(between));
    }

    private static String keys(List<String> keys) {
        String first = Words.title(keys.get(0));
        List<String> others = keys.subList(1, keys.size()).stream()
                .map(key -> Words.title(key).toLowerCase(Locale.ROOT))
                .toList();
        return others.isEmpty() ? first : first + ", " + String.join(", ", others);
    }
}
