package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Outage;
import dev.blastradius.editor.VariantActions;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Outages that a study made and the model does not have: shown beside the drawing, and added to the model if wanted. */
final class Outages {

    private static final String BAR = "outage";

    private final Supplier<@Nullable Editor> editor;
    private final Runs runs;
    private final Notices notices;
    private final BiConsumer<String, List<Problem>> refused;
    private final Runnable showDrawing;
    private @Nullable Outage told;

    /**
     * None yet.
     *
     * @param editor the open model
     * @param notices where is said that what is shown is not in the model
     * @param refused gets why something cannot be run
     * @param showDrawing shows where single runs are shown
     */
    Outages(
            Supplier<@Nullable Editor> editor,
            Runs runs,
            Notices notices,
            BiConsumer<String, List<Problem>> refused,
            Runnable showDrawing) {
        this.editor = editor;
        this.runs = runs;
        this.notices = notices;
        this.refused = refused;
        this.showDrawing = showDrawing;
    }

    /** Runs an outage of the open model, which stays as it is, and shows the drawing; says why where the model as it is now cannot have it. */
    void show(Outage outage, String strategy, RunSettings settings) {
        Editor current = editor.get();
        if (current == null) {
            return;
        }
        current.finishTyping();
        current.chooseStrategy(strategy);
        List<Problem> problems = outage.isIn(current.drawn()) ? List.of() : current.refusal(outage::in);
        if (!problems.isEmpty()) {
            refused.accept("This outage cannot be run in the model as it is now", problems);
            return;
        }
        showDrawing.run();
        runs.start(outage, settings);
    }

    /** Says that what is chosen is not in the model, or does not say so any more. */
    void refresh(boolean isDrawing) {
        Outage guest = isDrawing ? runs.guest() : null;
        if (Objects.equals(guest, told)) {
            return;
        }
        told = guest;
        if (guest == null) {
            notices.hide(BAR);
            return;
        }
        String words = "“" + guest.scenario().title(guest.id())
                + "” is an outage from the matrix. It is not part of the model unless you add it.";
        notices.show(BAR, words, List.of(new Notices.Action("Add as scenario", () -> add(guest))));
    }

    private void add(Outage guest) {
        Editor current = editor.get();
        if (current != null) {
            new VariantActions(current).addScenario(guest);
        }
    }
}
