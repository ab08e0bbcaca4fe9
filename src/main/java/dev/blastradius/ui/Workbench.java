package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.results.RunController;
import dev.blastradius.ui.study.StudyController;
import dev.blastradius.ui.study.StudyDesk;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of the window that commands act upon, and why they cannot at times. */
record Workbench(
        MainWindow window,
        Documents documents,
        GraphCanvas canvas,
        Runs runs,
        RunController controller,
        Remembered remembered,
        ClipActions clips,
        StudyDesk desk,
        StudyController studies,
        ResultSaving saving) {

    static final String NO_MODEL = "No model is open";

    /** What is open; null where nothing is. */
    @Nullable
    Editor editor() {
        return documents.editor();
    }

    /** Does something to the open model; nothing where none is. */
    void edit(Consumer<Editor> action) {
        Editor editor = editor();
        if (editor != null) {
            action.accept(editor);
        }
    }

    /** Why what needs a model cannot be done; empty where it can. */
    String needsModel() {
        return editor() == null ? NO_MODEL : "";
    }

    /** Why what is done on the drawing cannot be done; empty where it can. */
    String needsDrawing() {
        if (editor() == null) {
            return NO_MODEL;
        }
        return desk.drawingProperty().get() ? "" : "The drawing is not shown: go to Draw first";
    }

    /** Why what needs something selected cannot be done; empty where it can. */
    String needsSelection() {
        Editor editor = editor();
        if (editor == null || !needsDrawing().isEmpty()) {
            return needsDrawing();
        }
        return editor.selection().isEmpty() ? "Nothing is selected" : "";
    }

    /** Why what needs so many components selected cannot be done; empty where it can. */
    String needsComponents(int least) {
        Editor editor = editor();
        if (editor == null || !needsDrawing().isEmpty()) {
            return needsDrawing();
        }
        return editor.selection().components().size() >= least ? "" : "Select " + least + " components or more";
    }

    /** Why what needs one component selected, and nothing else, cannot be done; empty where it can. */
    String needsOneComponent() {
        Editor editor = editor();
        if (editor == null || !needsDrawing().isEmpty()) {
            return needsDrawing();
        }
        return editor.selection().onlyComponent() == null ? "Select one component" : "";
    }

    /** Why what needs one arrow selected, and nothing else, cannot be done; empty where it can. */
    String needsOneArrow() {
        Editor editor = editor();
        if (editor == null || !needsDrawing().isEmpty()) {
            return needsDrawing();
        }
        return editor.selection().onlyDependency() == null ? "Select one arrow" : "";
    }

    /** Why what needs arrows selected cannot be done; empty where it can. */
    String needsArrows() {
        Editor editor = editor();
        if (editor == null || !needsDrawing().isEmpty()) {
            return needsDrawing();
        }
        return editor.selection().dependencies().isEmpty() ? "Select an arrow" : "";
    }
}
