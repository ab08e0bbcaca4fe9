package dev.blastradius.report.picture;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What pictures of a pipeline say, in words. */
final class PipelineWords {

    /** So many callers, or parts that fail, are told one by one. */
    private static final int MOST = 12;

    private PipelineWords() {}

    /** Who calls whom. */
    static String of(Pipeline pipeline) {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        pipeline.arrows()
                .forEach((key, dependency) -> calls.computeIfAbsent(Pipeline.from(key), from -> new ArrayList<>())
                        .add(call(pipeline, key, dependency)));
        StringBuilder words = new StringBuilder("The pipeline as it is drawn, who calls whom: ")
                .append(counted(pipeline.components().size(), "component"))
                .append(", ")
                .append(pipeline.arrows().size())
                .append(pipeline.arrows().size() == 1 ? " dependency." : " dependencies.");
        int told = 0;
        for (Map.Entry<String, List<String>> caller : calls.entrySet()) {
            if (told++ == MOST) {
                words.append(" And ")
                        .append(counted(calls.size() - MOST, "more caller"))
                        .append('.');
                break;
            }
            words.append(' ')
                    .append(name(pipeline, caller.getKey()))
                    .append(" → ")
                    .append(String.join("; ", caller.getValue()))
                    .append('.');
        }
        return words.toString();
    }

    private static String call(Pipeline pipeline, String key, Dependency dependency) {
        String name = name(pipeline, Pipeline.to(key));
        if (dependency.isFallback()) {
            return name + " (as a fallback)";
        }
        boolean optional = Dependency.Call.MODE.in(dependency.call()) == Dependency.Mode.OPTIONAL;
        return optional ? name + " (can do without)" : name;
    }

    /** How it stood at a moment: the worst first, then breakers and fallbacks. */
    static String of(Pipeline pipeline, PipelineMoment moment) {
        List<String> parts = new ArrayList<>();
        int hurt = 0;
        int good = 0;
        for (Moment.Health health : List.of(Moment.Health.BROKEN, Moment.Health.HURT)) {
            for (Map.Entry<String, BoxLook> box : moment.boxes().entrySet()) {
                if (box.getValue().health() == health && hurt++ < MOST) {
                    parts.add(name(pipeline, box.getKey()) + ": " + state(box.getValue()));
                }
            }
        }
        for (BoxLook look : moment.boxes().values()) {
            good += look.health() == Moment.Health.GOOD ? 1 : 0;
        }
        StringBuilder words = new StringBuilder("The pipeline at " + Clock.text(moment.seconds()) + ". ");
        words.append(parts.isEmpty() ? "Nothing fails" : String.join("; ", parts))
                .append('.');
        if (hurt > MOST) {
            words.append(" And ").append(hurt - MOST).append(" more fail.");
        }
        if (good > 0 && hurt > 0) {
            words.append(' ').append(good).append(good == 1 ? " other does well." : " others do well.");
        }
        arrows(pipeline, moment, words);
        return words.toString();
    }

    private static String state(BoxLook look) {
        List<String> parts = new ArrayList<>();
        parts.add(look.failing().isEmpty() ? "fails" : look.failing());
        if (look.level() >= 0) {
            parts.add(look.level() + " % busy");
        }
        if (!look.waiting().isEmpty()) {
            parts.add(look.waiting());
        }
        if (!look.quotaWords().isEmpty()) {
            parts.add(look.quotaWords() + " used");
        }
        if (look.faulted()) {
            parts.add("a fault acts on it");
        }
        return String.join(", ", parts);
    }

    private static void arrows(Pipeline pipeline, PipelineMoment moment, StringBuilder words) {
        List<String> open = new ArrayList<>();
        List<String> standingIn = new ArrayList<>();
        List<String> amplified = new ArrayList<>();
        for (Map.Entry<String, ArrowLook> arrow : moment.arrows().entrySet()) {
            String name = Captions.line(Captions.title(pipeline, arrow.getKey()));
            ArrowLook look = arrow.getValue();
            if (look.breaker() == ArrowLook.Breaker.OPEN) {
                open.add(name);
            }
            if (look.standingIn()) {
                standingIn.add(name);
            }
            if (look.amplified()) {
                amplified.add(name);
            }
        }
        append(words, "Circuit breakers open: ", open);
        append(words, "Fallbacks in use: ", standingIn);
        append(words, "More attempts than calls: ", amplified);
    }

    private static void append(StringBuilder words, String what, List<String> names) {
        if (!names.isEmpty()) {
            words.append(' ')
                    .append(what)
                    .append(String.join(", ", names.subList(0, Math.min(MOST, names.size()))))
                    .append(
                            names.size() > MOST
                                    ? String.format(Locale.ROOT, " and %d more.", names.size() - MOST)
                                    : ".");
        }
    }

    static String name(Pipeline pipeline, String id) {
        return Captions.line(Captions.name(pipeline, id));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
