package dev.blastradius.editor;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a box or an arrow is, in a few lines: for whoever lets the pointer rest on it. */
public final class Telling {

    private static final int MOST_NAMES = 5;

    private Telling() {}

    /** A component: kind and id, its numbers, whom it calls and who calls it; empty where there is none. */
    public static List<String> component(Pipeline pipeline, String id) {
        Component component = pipeline.components().get(id);
        if (component == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Captions.name(pipeline, id));
        lines.add(component.kind().title() + ", id " + id);
        String numbers = Captions.of(component);
        if (!numbers.equals(component.kind().title())) {
            lines.add(numbers);
        }
        List<String> calls = new ArrayList<>();
        List<String> callers = new ArrayList<>();
        for (String key : pipeline.arrows().keySet()) {
            if (Pipeline.from(key).equals(id)) {
                calls.add(Captions.name(pipeline, Pipeline.to(key)));
            } else if (Pipeline.to(key).equals(id)) {
                callers.add(Captions.name(pipeline, Pipeline.from(key)));
            }
        }
        addNames(lines, "Calls ", calls);
        addNames(lines, "Called by ", callers);
        return lines;
    }

    private static void addNames(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            int more = names.size() - MOST_NAMES;
            String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
            lines.add(what + shown + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    /** A dependency: who calls whom, in whose place, and what is done about failure; empty where there is none. */
    public static List<String> dependency(Pipeline pipeline, String key) {
        Dependency dependency = pipeline.arrows().get(key);
        if (dependency == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Captions.title(pipeline, key));
        Dependency.Fallback fallback = dependency.fallback();
        @Nullable String replaced = fallback.fallbackFor();
        if (replaced != null) {
            lines.add("Fallback " + Dependency.Fallback.ORDER.in(fallback) + " for "
                    + Captions.name(pipeline, Pipeline.to(replaced)));
        }
        String policies = Captions.of(dependency);
        lines.add(policies.isEmpty() ? "No time limit and no policy" : policies);
        return lines;
    }
}
