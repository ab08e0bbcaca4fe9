package dev.blastradius.editor.guide;

import dev.blastradius.editor.Captions;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far the damage of a run went, in a sentence. */
public final class Cascade {

    /** Less than this is not worth a word: half a per cent. */
    private static final double NOTICEABLE = 0.005;

    private static final int MOST_NAMED = 3;

    private Cascade() {}

    /**
     * Who suffered besides what was broken: {@code "Broken: Sonnet. Hurt as well: Visitors' chat (82 %), Assistant (79 %)."}
     *
     * @param targets what the scenario breaks: components by id, dependencies by key
     * @param shares what share of each component's work failed, from 0 to 1
     */
    public static String spread(Pipeline pipeline, Set<String> targets, Map<String, Double> shares) {
        String broken = targets.stream()
                .filter(pipeline.components()::containsKey)
                .map(id -> Captions.name(pipeline, id))
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        List<String> hurt = shares.entrySet().stream()
                .filter(each -> !targets.contains(each.getKey()) && each.getValue() >= NOTICEABLE)
                .filter(each -> pipeline.components().containsKey(each.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(each -> Captions.name(pipeline, each.getKey()) + " (" + percent(each.getValue()) + ")")
                .toList();
        String first = broken.isEmpty() ? "" : "Broken: " + broken + ". ";
        if (hurt.isEmpty()) {
            return first + "Nothing else was hurt.";
        }
        String named = String.join(", ", hurt.subList(0, Math.min(MOST_NAMED, hurt.size())));
        int more = hurt.size() - MOST_NAMED;
        return first + "Hurt as well: " + named + (more > 0 ? " and " + more + " more." : ".");
    }

    /** What became of those who ask, in one run and in another: {@code "Visitors' chat: 82 % failed before, 3 % now."} */
    public static String compare(Pipeline pipeline, Map<String, Double> before, Map<String, Double> now) {
        return pipeline.components().entrySet().stream()
                .filter(each -> isClient(each.getValue()))
                .map(Map.Entry::getKey)
                .map(id -> compare(Captions.name(pipeline, id), share(before, id), share(now, id)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String compare(String name, double before, double now) {
        return Double.isNaN(before) || Double.isNaN(now)
                ? ""
                : name + ": " + percent(before) + " failed before, " + percent(now) + " now.";
    }

    private static boolean isClient(Component component) {
        return component.kind().role() == Kind.Role.SOURCE;
    }

    private static double share(Map<String, Double> shares, String id) {
        return shares.getOrDefault(id, Double.NaN);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
