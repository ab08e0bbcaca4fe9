package dev.blastradius.editor;

import dev.blastradius.editor.Deviation.Kind;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Summaries;
import dev.blastradius.editor.form.Words;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything in which what a strategy builds differs from the drawing, as people read it. */
public final class Deviations {

    private static final int LONGEST = 120;

    private final Map<?, ?> drawn;
    private final Map<?, ?> seen;
    private final Map<List<String>, FormItem> drawnItems = new LinkedHashMap<>();
    private final Map<List<String>, FormItem> seenItems = new LinkedHashMap<>();
    private final Subject subject;
    private final List<Deviation> found = new ArrayList<>();

    private Deviations(Pipeline drawnPipeline, Pipeline seenPipeline, Subject subject) {
        this.subject = subject;
        drawn = subject.tree(drawnPipeline);
        seen = subject.tree(seenPipeline);
        collect(subject.form(drawnPipeline), drawnItems);
        collect(subject.form(seenPipeline), seenItems);
    }

    private static void collect(List<FormItem> items, Map<List<String>, FormItem> byPath) {
        for (FormItem item : items) {
            // A way to say something has the place of what it says, and the path of a group ends with its name.
            boolean own = !(item instanceof FormItem.Ways
                    || item instanceof FormItem.Family
                    || item instanceof FormItem.Section section && section.isGroup());
            if (own) {
                byPath.put(item.path(), item);
            }
            if (item instanceof FormItem.Section section) {
                collect(section.items(), byPath);
            } else if (item instanceof FormItem.Family family) {
                collect(family.items(), byPath);
            }
        }
    }

    /** How components, by id, and dependencies, by key, differ from the drawing; those that do not are left out. */
    public static Map<String, Kind> kinds(Pipeline drawn, Pipeline seen) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds(drawn.components(), seen.components(), kinds);
        kinds(drawn.arrows(), seen.arrows(), kinds);
        return Collections.unmodifiableMap(kinds);
    }

    private static <V> void kinds(Map<String, V> drawn, Map<String, V> seen, Map<String, Kind> kinds) {
        Set<String> all = new LinkedHashSet<>(drawn.keySet());
        all.addAll(seen.keySet());
        for (String each : all) {
            V was = drawn.get(each);
            V is = seen.get(each);
            if (was == null) {
                kinds.put(each, Kind.ADDED);
            } else if (is == null) {
                kinds.put(each, Kind.REMOVED);
            } else if (!was.equals(is)) {
                kinds.put(each, Kind.CHANGED);
            }
        }
    }

    /** All deviations, components first. */
    public static List<Deviation> all(Pipeline drawn, Pipeline seen) {
        List<Deviation> all = new ArrayList<>();
        kinds(drawn, seen).forEach((id, kind) -> {
            boolean arrow = drawn.arrows().containsKey(id) || seen.arrows().containsKey(id);
            all.addAll(of(drawn, seen, arrow ? Subject.dependency(id) : Subject.component(id)));
        });
        return List.copyOf(all);
    }

    /** The deviations of a component or a dependency; none of anything else. */
    public static List<Deviation> of(Pipeline drawn, Pipeline seen, Subject subject) {
        boolean part = subject.what() == Subject.What.COMPONENT || subject.what() == Subject.What.DEPENDENCY;
        boolean was = subject.isIn(drawn);
        boolean is = subject.isIn(seen);
        if (!part || !was && !is) {
            return List.of();
        }
        if (!was || !is) {
            Kind kind = is ? Kind.ADDED : Kind.REMOVED;
            String what = what(is ? seen : drawn, subject);
            return List.of(new Deviation(subject, List.of(), kind, what, was ? what : "none", is ? what : "none"));
        }
        if (!what(drawn, subject).equals(what(seen, subject))) {
            return List.of(
                    new Deviation(subject, List.of(), Kind.CHANGED, "Kind", what(drawn, subject), what(seen, subject)));
        }
        Deviations deviations = new Deviations(drawn, seen, subject);
        deviations.compare(List.of(), deviations.drawn, deviations.seen);
        return List.copyOf(deviations.found);
    }

    private static String what(Pipeline pipeline, Subject subject) {
        Component component = pipeline.components().get(subject.id());
        return component == null ? "Arrow" : component.kind().title();
    }

    private void compare(List<String> path, Map<?, ?> was, Map<?, ?> is) {
        Set<Object> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (Object key : keys) {
            Object before = was.get(key);
            Object after = is.get(key);
            List<String> here = new ArrayList<>(path);
            here.add((String) key);
            if (Objects.equals(before, after)) {
                continue;
            }
            if (before instanceof Map<?, ?> inner && after instanceof Map<?, ?> other && hasFieldsOfItsOwn(here)) {
                compare(List.copyOf(here), inner, other);
            } else {
                found.add(deviation(List.copyOf(here), before, after));
            }
        }
    }

    /** Whether what differs at a place can be said, and put back, field by field: it has the same fields in both. */
    private boolean hasFieldsOfItsOwn(List<String> path) {
        return drawnItems.get(path) instanceof FormItem.Section was
                && seenItems.get(path) instanceof FormItem.Section is
                && was.shape().chosen().equals(is.shape().chosen());
    }

    private Deviation deviation(List<String> path, @Nullable Object before, @Nullable Object after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        FormItem was = drawnItems.get(path);
        FormItem is = seenItems.get(path);
        String drawnWords = words(was == null ? is : was, before);
        return new Deviation(subject, path, kind, name(path), drawnWords, words(is == null ? was : is, after));
    }

    private String name(List<String> path) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i <= path.size(); i++) {
            List<String> above = path.subList(0, i);
            FormItem item = seenItems.getOrDefault(above, drawnItems.get(above));
            words.add(item == null ? Words.title(path.get(i - 1)) : item.label());
        }
        return String.join(" › ", words);
    }

    private static String words(@Nullable FormItem item, @Nullable Object value) {
        String words;
        if (item instanceof FormItem.Entry entry) {
            words = value == null ? entry.prompt() : entry.text();
        } else if (item instanceof FormItem.Section section) {
            words = value == null ? section.prompt() : Summaries.of(section);
        } else if (item instanceof FormItem.Choice choice) {
            words = label(choice, value);
        } else {
            words = plain(value);
        }
        String line = (words.isBlank() ? value == null ? "not given" : "given" : words).replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String label(FormItem.Choice choice, @Nullable Object value) {
        Object word = value == null ? choice.byDefault() : value;
        return choice.options().stream()
                .filter(option -> option.word().equals(word))
                .map(FormItem.Option::label)
                .findFirst()
                .orElse("");
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return list.size() == 1 ? "1 entry" : list.size() + " entries";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue())
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Number number ? Words.number(number) : Objects.toString(value, "");
    }
}
