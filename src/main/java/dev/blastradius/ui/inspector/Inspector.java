package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Shows the selection's fields, or the model's own where nothing is selected, and edits them. */
public final class Inspector extends ScrollPane {

    private final VBox content = new VBox();
    private final Folds folds = new Folds();
    private @Nullable Editor editor;
    private @Nullable Subject subject;
    private @Nullable Pipeline shown;
    private @Nullable FormView view;

    public Inspector() {
        getStyleClass().add("inspector");
        setId("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.getStyleClass().add("inspector-content");
        setContent(content);
        setAccessibleText("Inspector");
    }

    /** Shows what is selected in an editor, from now on. */
    public void open(Editor newEditor) {
        close();
        editor = newEditor;
        FormActions newActions = new FormActions(newEditor);
        newEditor.onLeaving(() -> {
            if (editor == newEditor && view != null) {
                view.commit();
            }
        });
        newEditor.onChange(() -> {
            if (editor == newEditor) {
                refresh(newEditor, newActions);
            }
        });
        refresh(newEditor, newActions);
    }

    /** Shows nothing. */
    public void close() {
        editor = null;
        subject = null;
        shown = null;
        retire();
        content.getChildren().clear();
    }

    private void retire() {
        if (view != null) {
            view.retire();
            view = null;
        }
    }

    private void refresh(Editor current, FormActions actions) {
        Pipeline pipeline = current.pipeline();
        Subject now = current.inspected();
        boolean same = now != null && now.equals(subject);
        if (same && pipeline.equals(shown)) {
            return;
        }
        shown = pipeline;
        if (now == null) {
            subject = null;
            retire();
            content.getChildren().setAll(several(current));
            return;
        }
        List<FormItem> items = now.form(pipeline);
        List<Problem> warnings = current.warnings();
        if (same && view != null && view.show(items)) {
            content.getChildren().set(0, title(actions, now, pipeline));
            view.warn(warnings);
            return;
        }
        Node keyboard = same ? keyboard() : null;
        double scrolled = getVvalue() * hidden();
        subject = now;
        retire();
        FormView fresh = new FormView(current, actions, now, items, folds);
        view = fresh;
        fresh.warn(warnings);
        content.getChildren().setAll(title(actions, now, pipeline), fresh);
        if (keyboard != null) {
            giveKeyboardTo(keyboard.getId());
        }
        scrollTo(same ? scrolled : 0);
    }

    /** The control in the inspector that has the keyboard, whether or not the window has it; null where it is elsewhere. */
    private @Nullable Node keyboard() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == content) {
                return owner;
            }
        }
        return null;
    }

    /** Gives the keyboard to what now stands where it was; left without one, JavaFX would scroll to the first field. */
    private void giveKeyboardTo(@Nullable String id) {
        Node heir = id == null ? null : find(content, id);
        (heir == null ? this : heir).requestFocus();
    }

    private static @Nullable Node find(Parent parent, String id) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            Node found = id.equals(child.getId()) ? child : child instanceof Parent inner ? find(inner, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The height of what does not fit into sight. */
    private double hidden() {
        return Math.max(0, content.getHeight() - getViewportBounds().getHeight());
    }

    /** Scrolls so far down that so many pixels are out of sight above, however high what is new has become. */
    private void scrollTo(double pixels) {
        if (pixels > 0) {
            // Without its styles what is new has another height, and a scroll pane moves a share of its height.
            applyCss();
            layout();
        }
        double hidden = hidden();
        setVvalue(hidden > 0 ? Math.min(1, pixels / hidden) : 0);
    }

    private static Label several(Editor current) {
        int boxes = current.selection().components().size();
        int arrows = current.selection().dependencies().size();
        Label label = new Label(
                boxes + (boxes == 1 ? " component" : " components") + " and " + arrows
                        + (arrows == 1 ? " arrow" : " arrows")
                        + " selected.\n\nDrag to move them together, press Delete to delete them, or select one of them to edit it.");
        label.setWrapText(true);
        label.getStyleClass().add("field-unit");
        return label;
    }

    private static Node title(FormActions actions, Subject subject, Pipeline pipeline) {
        Ikon icon = Feather.SLIDERS;
        String name = "Model";
        String below = "Select a box or an arrow to edit it";
        Component component = pipeline.components().get(subject.id());
        if (component != null) {
            icon = Icons.of(component.kind());
            name = component.title(subject.id());
            below = component.kind().title() + " · " + subject.id();
        } else if (subject.what() == Subject.What.DEPENDENCY) {
            icon = Feather.ARROW_RIGHT;
            name = Captions.title(pipeline, subject.id());
            below = "Arrow · " + subject.id();
        }
        Label title = new Label(name);
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        Label small = new Label(below);
        small.getStyleClass().add("field-unit");
        small.setWrapText(true);
        HBox box = new HBox(10, Icons.node(icon), new VBox(title, small));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("inspector-header");
        GridPane presets = component == null ? null : PresetMenu.row(actions, subject, component);
        return presets == null ? box : new VBox(10, box, presets);
    }
}
