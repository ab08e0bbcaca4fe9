package dev.blastradius.editor.recovery;

import dev.blastradius.editor.Captions;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In which one model differs from another, in words. */
public final class Differences {

    private static final int MOST_NAMES = 4;
    private static final int LONGEST_NAME = 40;

    /** A part of the model file that holds things by their ids. */
    private record Part(String key, String noun, BiFunction<Pipeline, String, String> name) {}

    private static final List<Part> PARTS = List.of(
            new Part("components", "component", Captions::name),
            new Part("dependencies", "arrow", Captions::title),
            new Part("scenarios", "scenario", (pipeline, id) -> id),
            new Part("strategies", "strategy", (pipeline, id) -> id));

    private Differences() {}

    /**
     * What {@code to} has otherwise than {@code from}, a sentence without its full stop for each kind of difference; empty where they
     * say the same.
     */
    public static List<String> between(Pipeline from, Pipeline to) {
        Map<?, ?> before = tree(from);
        Map<?, ?> after = tree(to);
        List<String> words = new ArrayList<>();
        for (Part part : PARTS) {
            Map<?, ?> one = map(before.get(part.key()));
            Map<?, ?> other = map(after.get(part.key()));
            counted(words, "more", part, minus(other, one), id -> part.name().apply(to, id));
            counted(words, "less", part, minus(one, other), id -> part.name().apply(from, id));
            changed(words, part, one, other, to);
        }
        single(words, "The name is another one", before, after, "name");
        single(words, "The description is another one", before, after, "description");
        single(words, "The settings of the experiment are different", before, after, "experiment");
        Map<?, ?> places = map(before.get("view"));
        List<String> moved = map(after.get("view")).entrySet().stream()
                .filter(place -> places.containsKey(place.getKey()))
                .filter(place -> !Objects.equals(places.get(place.getKey()), place.getValue()))
                .map(place -> String.valueOf(place.getKey()))
                .toList();
        if (!moved.isEmpty()) {
            words.add(count(moved.size(), "box") + " moved");
        }
        if (words.isEmpty() && !before.equals(after)) {
            words.add("The drawing is arranged otherwise");
        }
        return List.copyOf(words);
    }

    private static Map<?, ?> tree(Pipeline pipeline) {
        return map(BlastFormat.TYPE.pipeline().write(pipeline));
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> entries ? entries : Map.of();
    }

    private static List<String> minus(Map<?, ?> all, Map<?, ?> without) {
        return all.keySet().stream()
                .filter(id -> !without.containsKey(id))
                .map(String::valueOf)
                .toList();
    }

    private static void counted(
            List<String> words, String how, Part part, List<String> ids, Function<String, String> name) {
        if (!ids.isEmpty()) {
            List<String> names = ids.stream().map(name).map(Differences::plain).toList();
            words.add(count(ids.size(), part.noun()) + " " + how + ": " + some(names));
        }
    }

    private static void changed(List<String> words, Part part, Map<?, ?> before, Map<?, ?> after, Pipeline to) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        after.forEach((id, entry) -> {
            if (before.containsKey(id) && !Objects.equals(before.get(id), entry)) {
                fields.put(String.valueOf(id), fields(map(before.get(id)), map(entry)));
            }
        });
        if (!fields.isEmpty()) {
            List<String> names = new ArrayList<>();
            fields.forEach((id, those) -> names.add(plain(part.name().apply(to, id)) + " (" + some(those) + ")"));
            words.add(count(fields.size(), part.noun()) + " changed: " + some(names));
        }
    }

    private static List<String> fields(Map<?, ?> before, Map<?, ?> after) {
        List<String> keys = new ArrayList<>(minus(before, after));
        after.forEach((key, value) -> {
            if (!Objects.equals(before.get(key), value)) {
                keys.add(String.valueOf(key));
            }
        });
        return keys.isEmpty() ? List.of("their order") : keys;
    }

    private static void single(List<String> words, String what, Map<?, ?> before, Map<?, ?> after, String key) {
        if (!Objects.equals(before.get(key), after.get(key))) {
            words.add(what);
        }
    }

    private static String some(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private static String count(int number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        String many = noun.endsWith("y")
                ? noun.substring(0, noun.length() - 1) + "ies"
                : noun + (noun.endsWith("x") ? "es" : "s");
        return number + " " + many;
    }

    /** A name from a file within a sentence: on one line, not too long, and without letters that turn what follows round. */
    public static String plain(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints().limit(LONGEST_NAME).forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> clean.append(' ');
                default -> clean.appendCodePoint(letter);
            }
        });
        return name.codePointCount(0, name.length()) > LONGEST_NAME ? clean + "…" : clean.toString();
    }
}
