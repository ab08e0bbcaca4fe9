package dev.blastradius.ui.start;

import dev.blastradius.editor.Damage;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.canvas.BoxSizes;
import java.util.Set;

/**
 * What a small picture of a model shows.
 *
 * @param drawing its boxes and arrows, where the canvas would draw them
 * @param broken what its first scenario breaks: components by id, dependencies by key
 */
record Preview(Pipeline pipeline, Drawing drawing, Set<String> broken) {

    /** A model's; it may take a while, on any thread. */
    static Preview of(Pipeline pipeline, GraphLayout layout) {
        Drawing drawing = Drawing.of(
                Placement.boxes(pipeline, BoxSizes.of(pipeline), layout),
                pipeline.arrows().keySet());
        Set<String> broken = pipeline.scenariosOrNone().keySet().stream()
                .findFirst()
                .map(scenario -> Damage.targets(pipeline, scenario))
                .orElse(Set.of());
        return new Preview(pipeline, drawing, broken);
    }

    /** How large the model is: {@code "10 components · 4 scenarios · 8 strategies"}. */
    String facts() {
        return count(pipeline.components().size(), "component") + " · "
                + count(pipeline.scenariosOrNone().size(), "scenario") + " · "
                + strategies(pipeline.strategiesOrNone().size() + 1);
    }

    private static String strategies(int number) {
        return number == 1 ? "1 strategy" : number + " strategies";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
