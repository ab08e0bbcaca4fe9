package dev.blastradius.editor.guide;

import dev.blastradius.editor.Selection;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.ModelApi;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model lacks first, before there is anything to see in a run. */
public enum Hint {
    /** There is nothing. */
    EMPTY("Draw what your pipeline calls", "Drag a client onto this page, press A, or begin here:"),
    /** Nobody sends requests. */
    NO_CLIENT("Nobody asks yet", "Add a client: it sends the requests."),
    /** There is only what asks. */
    ALONE("Nobody answers yet", "Add what the client calls: a service or a model, for instance."),
    /** Nothing is connected. */
    NO_ARROWS("Nothing is connected yet", "Pull an arrow from a box's edge to another box."),
    /** No scenario is there to run. */
    NO_SCENARIO("Nothing is broken yet", "A scenario breaks something on purpose, for a while."),
    /** The model has what a run needs. */
    NONE("", "");

    private final String title;
    private final String words;

    Hint(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    /** The hint for a model as it is. */
    public static Hint of(Pipeline pipeline) {
        if (pipeline.components().isEmpty()) {
            return EMPTY;
        }
        long clients =
                pipeline.components().values().stream().filter(Hint::asks).count();
        if (clients == 0) {
            return NO_CLIENT;
        }
        if (clients == pipeline.components().size()) {
            return ALONE;
        }
        if (pipeline.arrows().isEmpty()) {
            return NO_ARROWS;
        }
        return pipeline.scenariosOrNone().isEmpty() ? NO_SCENARIO : NONE;
    }

    private static boolean asks(Component component) {
        return component.kind().role() == Kind.Role.SOURCE;
    }

    /** What to break first: the selected component where that works for others; else a model; else anything that works. Null: nothing. */
    public static @Nullable String breakable(Pipeline pipeline, Selection selection) {
        String selected = selection.onlyComponent();
        if (selected != null && works(pipeline.components().get(selected))) {
            return selected;
        }
        return pipeline.components().entrySet().stream()
                .filter(each -> works(each.getValue()))
                .min(Comparator.comparing(each -> !(each.getValue() instanceof ModelApi)))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static boolean works(@Nullable Component component) {
        return component != null && component.kind().role() == Kind.Role.STATION;
    }
}
