package dev.blastradius.editor.search;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.PresetEdits;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.Words;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds components and dependencies by anything that is said of them: names, ids, kinds, tags, presets, policies, and the values of fields
 * as {@code "timeout 30 s"} or {@code "concurrency 300"}.
 */
public final class Finder {

    /** So many letters of what was typed count. */
    private static final int LONGEST = 200;

    private static final int LONGEST_SHOWN = 60;
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*%");

    private Finder() {}

    /**
     * Something found.
     *
     * @param subject the component or the dependency
     * @param where what of it answers to what was typed, for people
     */
    public record Found(Subject subject, String where) {}

    /** Something that is said, as people read it, and as it is searched. */
    private record Said(String shown, String searched) {}

    /** Everything that answers to what was typed, components first; nothing where nothing was typed. */
    public static List<Found> find(Pipeline pipeline, String typed) {
        String bounded = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<String> tokens = Match.tokens(shares(bounded));
        if (tokens.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        pipeline.components().forEach((id, component) -> {
            String where = first(tokens, said(id, component));
            if (where != null) {
                found.add(new Found(Subject.component(id), where));
            }
        });
        pipeline.arrows().forEach((key, dependency) -> {
            String where = first(tokens, said(pipeline, key, dependency));
            if (where != null) {
                found.add(new Found(Subject.dependency(key), where));
            }
        });
        return List.copyOf(found);
    }

    /** Percentages as the model holds them: {@code "40 %"} is 0.4. */
    private static String shares(String typed) {
        Matcher matcher = PERCENT.matcher(typed);
        return matcher.replaceAll(percent -> String.valueOf(Double.parseDouble(percent.group(1)) / 100));
    }

    private static @Nullable String first(List<String> tokens, List<Said> said) {
        for (Said each : said) {
            if (tokens.stream().allMatch(each.searched()::contains)) {
                String shown = each.shown();
                return shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
            }
        }
        return null;
    }

    private static List<Said> said(String id, Component component) {
        List<Said> said = new ArrayList<>();
        String name = component.title(id);
        said.add(said("Name", name));
        said.add(said("Id", id));
        said.add(said("Kind", component.kind().title()));
        for (Preset preset : PresetEdits.present(component)) {
            said.add(said("Preset", preset.name()));
        }
        leaves("", Kinds.TYPE.write(component), said);
        return said;
    }

    private static List<Said> said(Pipeline pipeline, String key, Dependency dependency) {
        List<Said> said = new ArrayList<>();
        said.add(said("Arrow", Captions.title(pipeline, key)));
        said.add(said("Id", key));
        if (dependency.isFallback()) {
            said.add(said("Fallback", "stands in"));
        }
        dependency.policies().keySet().forEach(policy -> said.add(said("Policy", Words.title(policy))));
        leaves("", BlastFormat.TYPE.dependency().write(dependency), said);
        return said;
    }

    /** Each value with the names of the fields around it. */
    private static void leaves(String name, @Nullable Object tree, List<Said> said) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> leaves(joined(name, Words.title(String.valueOf(key))), value, said));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> leaves(name, value, said));
        } else if (tree != null) {
            said.add(said(name, value(tree)));
        }
    }

    private static String joined(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + ", " + Match.lower(inner);
    }

    private static String value(Object value) {
        if (value instanceof Number number) {
            double exact = number.doubleValue();
            return exact == Math.rint(exact) && Math.abs(exact) < 1e15
                    ? String.valueOf((long) exact)
                    : String.valueOf(number);
        }
        return String.valueOf(value);
    }

    private static Said said(String name, String value) {
        return new Said(name + ": " + value.replaceAll("\\s+", " "), Match.lower(name + " " + value));
    }
}
