package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Some of a thing's fields outside the inspector, with the same controls, and with what is wrong with a value under it. */
public final class PartForm extends VBox {

    private final Folds folds = new Folds();
    private @Nullable Editor editor;
    private @Nullable FormActions actions;
    private @Nullable Subject subject;
    private @Nullable FormView view;
    private @Nullable Pipeline shown;

    /** Shows nothing yet. */
    public PartForm() {
        getStyleClass().add("part-form");
    }

    /** Shows fields of another model; null: none. */
    public void open(@Nullable Editor newEditor) {
        clear();
        editor = newEditor;
        actions = newEditor == null ? null : new FormActions(newEditor);
        if (newEditor != null) {
            newEditor.onLeaving(() -> {
                FormView current = view;
                if (editor == newEditor && current != null && isVisible()) {
                    current.commit();
                }
            });
        }
    }

    private void clear() {
        if (view != null) {
            view.retire();
        }
        view = null;
        shown = null;
        subject = null;
        getChildren().clear();
    }

    /**
     * Shows the present values of some of a thing's fields; controls that are still right stay, and so does what is being typed.
     *
     * @param of whose fields
     * @param some takes those that are wanted out of all of them
     */
    public void show(Subject of, UnaryOperator<List<FormItem>> some) {
        Editor current = editor;
        FormActions doing = actions;
        if (current == null || doing == null || !of.isIn(current.pipeline())) {
            clear();
            return;
        }
        List<FormItem> items = some.apply(of.form(current.pipeline()));
        boolean same = of.equals(subject);
        FormView now = view;
        if (same && now != null && current.pipeline().equals(shown) && now.show(items)) {
            return;
        }
        shown = current.pipeline();
        if (!same || now == null || !now.show(items)) {
            Node keyboard = keyboard();
            String id = keyboard == null ? null : keyboard.getId();
            clear();
            subject = of;
            shown = current.pipeline();
            now = new FormView(current, doing, List.of(of), items, folds.of(of.what()));
            view = now;
            getChildren().setAll(now);
            Node heir = id == null ? null : lookup("#" + id);
            if (heir != null) {
                heir.requestFocus();
            }
        }
        now.warn(current.warnings());
    }

    /** The control here that has the keyboard; null where it is elsewhere. */
    private @Nullable Node keyboard() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return owner;
            }
        }
        return null;
    }
}
