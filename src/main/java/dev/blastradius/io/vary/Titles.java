package dev.blastradius.io.vary;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.JsonPath;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people call the numbers of a model. */
final class Titles {

    private Titles() {}

    /** A name such as {@code "Opus: error rate"} or {@code "Assistant → Opus: retry, max attempts"}. */
    static String of(Pipeline pipeline, JsonPath place) {
        List<Object> steps = PathText.steps(place);
        String family = String.valueOf(steps.get(0));
        String id = steps.size() > 1 ? String.valueOf(steps.get(1)) : "";
        return switch (family) {
            case "components" -> component(pipeline, id) + rest(steps, 2);
            case "dependencies" -> arrow(pipeline, id) + rest(steps, 2);
            case "scenarios" -> fault(pipeline, id, steps);
            case "strategies" -> strategy(pipeline, id, steps);
            default -> words(family) + rest(steps, 1);
        };
    }

    private static String fault(Pipeline pipeline, String id, List<Object> steps) {
        Scenario scenario = pipeline.scenariosOrNone().get(id);
        if (scenario == null || steps.size() <= 3 || !(steps.get(3) instanceof Integer index)) {
            return id + rest(steps, 2);
        }
        Fault.Target target = scenario.faults().get(index).target();
        return target(pipeline, target) + rest(steps, 4);
    }

    private static String target(Pipeline pipeline, Fault.Target target) {
        if (target.id() == null) {
            return target.tags() == null ? "" : String.join(" ", target.tags().values());
        }
        return pipeline.arrows().containsKey(target.id())
                ? arrow(pipeline, target.id())
                : component(pipeline, target.id());
    }

    private static String strategy(Pipeline pipeline, String id, List<Object> steps) {
        Strategy strategy = pipeline.strategiesOrNone().get(id);
        String title = strategy == null ? id : strategy.title(id);
        int inside = steps.indexOf("patch") + 1;
        if (inside == 0 || inside == steps.size()) {
            return title + rest(steps, 2);
        }
        JsonPath place = JsonPath.ROOT;
        for (Object step : steps.subList(inside, steps.size())) {
            place = new JsonPath(place, step);
        }
        return title + ": " + of(pipeline, place);
    }

    private static String arrow(Pipeline pipeline, String key) {
        return key.contains("->")
                ? component(pipeline, Pipeline.from(key)) + " → " + component(pipeline, Pipeline.to(key))
                : key;
    }

    private static String component(Pipeline pipeline, String id) {
        Component component = pipeline.components().get(id);
        return component == null ? id : component.title(id);
    }

    private static String rest(List<Object> steps, int from) {
        StringBuilder text = new StringBuilder();
        for (Object step : steps.subList(Math.min(from, steps.size()), steps.size())) {
            if (step instanceof Integer index) {
                text.append(' ').append(index + 1);
            } else {
                text.append(text.isEmpty() ? ": " : ", ").append(words((String) step));
            }
        }
        return text.toString();
    }

    /** {@code "errorRate"} as people say it: {@code "error rate"}; the word for a fault's length is its own. */
    private static @Nullable String special(String key) {
        return switch (key) {
            case "for" -> "length";
            case "at" -> "beginning";
            default -> null;
        };
    }

    private static String words(String key) {
        String own = special(key);
        return own != null ? own : key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
