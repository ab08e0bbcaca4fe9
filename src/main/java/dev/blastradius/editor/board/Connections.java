package dev.blastradius.editor.board;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Editor;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.descriptor.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why an arrow cannot end at a component, in words for the one who pulls it. The model is checked once for each component, however
 * often the pointer comes by.
 */
final class Connections {

    private static final Pattern CALLS = Pattern.compile("[\\w-]+(?: -> [\\w-]+)+");
    private static final Pattern ARROW = Pattern.compile(" -> ");

    private final Editor editor;
    private final Pipeline pipeline;
    private final Aim aim;
    private final Map<String, String> known = new LinkedHashMap<>();

    Connections(Editor editor, Aim aim) {
        this.editor = editor;
        this.pipeline = editor.pipeline();
        this.aim = aim;
    }

    /** Why it cannot end at a component; empty where it can. */
    String refusal(String box) {
        String reason = known.get(box);
        if (reason == null) {
            reason = reason(aim.key(box));
            if (reason.isEmpty()) {
                reason = editor.refusal(before -> aim.connected(before, box)).stream()
                        .findFirst()
                        .map(this::words)
                        .orElse("");
            }
            known.put(box, reason);
        }
        return reason;
    }

    /** Whether it may end there, but for what only a check of the whole model would tell. */
    boolean isPlausible(String box) {
        return reason(aim.key(box)).isEmpty();
    }

    private String reason(String key) {
        String from = Pipeline.from(key);
        String to = Pipeline.to(key);
        Component source = pipeline.components().get(from);
        Component target = pipeline.components().get(to);
        if (source == null || target == null) {
            return "There is no such component";
        }
        if (from.equals(to)) {
            return "A component cannot call itself";
        }
        if (source.kind().role() == Role.ANSWER) {
            return Captions.name(pipeline, from) + " answers by itself and calls nobody";
        }
        if (target.kind().role() == Role.SOURCE) {
            return Captions.name(pipeline, to) + " sends requests; nobody calls it";
        }
        boolean taken = pipeline.arrows().containsKey(key) && !key.equals(aim.replaced());
        return taken ? Captions.name(pipeline, from) + " calls " + Captions.name(pipeline, to) + " already" : "";
    }

    private String words(Problem problem) {
        String what = problem.what();
        String first = what.isEmpty() ? what : Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return named(problem.mend().isEmpty() ? first : first + ": " + problem.mend());
    }

    /** Calls by the names that are drawn, in place of ids, which whoever draws has not chosen. */
    private String named(String words) {
        return CALLS.matcher(words)
                .replaceAll(calls -> Matcher.quoteReplacement(Stream.of(ARROW.split(calls.group()))
                        .map(id -> pipeline.components().containsKey(id) ? Captions.name(pipeline, id) : id)
                        .collect(Collectors.joining(" → "))));
    }
}
