package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Drafts.Draft;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.PutBack;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.Subjects;
import dev.blastradius.editor.form.Filter;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the selection's fields, or the model's own where nothing is selected, and edits them. */
public final class Inspector extends BorderPane {

    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Header header = new Header(this::filter, this::goTo);
    private final Folds folds = new Folds();
    private @Nullable Editor editor;
    private @Nullable FormActions actions;
    private List<Subject> subjects = List.of();
    private String words = "";
    private @Nullable Pipeline shown;
    private @Nullable Pipeline drawn;
    private @Nullable FormView view;

    public Inspector() {
        getStyleClass().add("inspector");
        setId("inspector");
        scroll.setId("inspector-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.getStyleClass().add("inspector-content");
        setTop(header);
        setCenter(scroll);
        setAccessibleText("Inspector");
    }

    /** Shows what is selected in an editor, from now on. */
    public void open(Editor newEditor) {
        close();
        FormActions newActions = new FormActions(newEditor);
        editor = newEditor;
        actions = newActions;
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
        newActions.drafts().onChange(() -> {
            if (editor == newEditor) {
                header.showDrafts(newActions.drafts().all());
            }
        });
        refresh(newEditor, newActions);
    }

    /** Shows nothing. */
    public void close() {
        editor = null;
        actions = null;
        subjects = List.of();
        shown = null;
        retire();
        content.getChildren().clear();
        header.clear();
    }

    /** How many fields hold a text that could not be taken and is not in the model. */
    public int unfinished() {
        return actions == null ? 0 : actions.drafts().all().size();
    }

    /** Shows the first field whose text could not be taken, and gives it the keyboard. */
    public void goToUnfinished() {
        if (actions != null && !actions.drafts().all().isEmpty()) {
            goTo(actions.drafts().all().get(0));
        }
    }

    private void retire() {
        if (view != null) {
            view.retire();
            view = null;
        }
    }

    private void filter(String newWords) {
        words = newWords;
        if (editor != null && actions != null) {
            shown = null;
            refresh(editor, actions);
        }
    }

    private void goTo(Draft draft) {
        Editor current = editor;
        if (current == null) {
            return;
        }
        header.clearFilter();
        if (!draft.subjects().equals(subjects)) {
            select(current, draft.subjects());
        }
        FormView now = view;
        if (now != null) {
            applyCss();
            layout();
            now.goTo(draft.path());
        }
    }

    private static void select(Editor editor, List<Subject> subjects) {
        Set<String> ids = Set.copyOf(subjects.stream().map(Subject::id).toList());
        switch (subjects.get(0).what()) {
            case COMPONENT -> editor.select(new Selection(ids, Set.of()));
            case DEPENDENCY -> editor.select(new Selection(Set.of(), ids));
            case SCENARIO, STRATEGY -> editor.inspect(subjects.get(0));
            case MODEL -> editor.select(Selection.NONE);
        }
    }

    private void refresh(Editor current, FormActions actions) {
        Pipeline pipeline = current.pipeline();
        List<Subject> now = Subjects.of(current);
        boolean same = now.equals(subjects);
        if (same && pipeline.equals(shown) && current.drawn().equals(drawn)) {
            return;
        }
        shown = pipeline;
        drawn = current.drawn();
        if (now.isEmpty()) {
            subjects = now;
            retire();
            header.showMixed(current.selection());
            content.getChildren().setAll(several(current));
            return;
        }
        List<FormItem> items = Filter.of(Subjects.form(now, pipeline), words);
        List<Problem> warnings = current.warnings();
        header.show(now, pipeline);
        if (same && view != null && view.show(items)) {
            content.getChildren().set(0, top(current, actions, now, items.isEmpty()));
            view.warn(warnings);
            return;
        }
        Node keyboard = same ? keyboard() : null;
        double scrolled = scroll.getVvalue() * hidden();
        subjects = now;
        retire();
        Folds.Of folded = words.isBlank() ? folds.of(now.get(0).what()) : new Folds.Of();
        FormView fresh = new FormView(current, actions, now, items, folded);
        view = fresh;
        fresh.warn(warnings);
        content.getChildren().setAll(top(current, actions, now, items.isEmpty()), fresh);
        if (keyboard != null) {
            giveKeyboardTo(keyboard.getId());
        }
        scrollTo(same ? scrolled : 0);
    }

    /** What stands above the fields: the id, and the presets. */
    private Node top(Editor editor, FormActions actions, List<Subject> subjects, boolean empty) {
        VBox top = new VBox();
        top.getStyleClass().add("form");
        if (!words.isBlank()) {
            if (empty) {
                Label none = new Label("No field here has these words in its name.");
                none.setWrapText(true);
                none.getStyleClass().add("field-unit");
                top.getChildren().add(none);
            }
            return top;
        }
        if (subjects.size() == 1 && IdField.has(subjects.get(0))) {
            top.getChildren().add(new IdField(actions, subjects.get(0)));
        }
        Node changed = ChangedLine.of(new PutBack(editor), subjects);
        if (changed != null) {
            top.getChildren().add(changed);
        }
        Node presets = PresetMenu.row(actions, subjects, editor.pipeline());
        if (presets != null) {
            top.getChildren().add(presets);
        }
        return top;
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
        (heir == null ? scroll : heir).requestFocus();
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
        return Math.max(0, content.getHeight() - scroll.getViewportBounds().getHeight());
    }

    /** Scrolls so far down that so many pixels are out of sight above, however high what is new has become. */
    private void scrollTo(double pixels) {
        if (pixels > 0) {
            // Without its styles what is new has another height, and a scroll pane moves a share of its height.
            applyCss();
            layout();
        }
        double hidden = hidden();
        scroll.setVvalue(hidden > 0 ? Math.min(1, pixels / hidden) : 0);
    }

    /** Components and arrows together have no fields in common: either can be edited without the other. */
    private static Node several(Editor current) {
        Selection selection = current.selection();
        Button boxes =
                new Button("Edit the " + Header.count(selection.components().size(), "component"));
        boxes.setId("only-components");
        boxes.setOnAction(event -> current.select(new Selection(selection.components(), Set.of())));
        Button arrows =
                new Button("Edit the " + Header.count(selection.dependencies().size(), "arrow"));
        arrows.setId("only-arrows");
        arrows.setOnAction(event -> current.select(new Selection(Set.of(), selection.dependencies())));
        Label label = new Label("Drag to move them together, or press Delete to delete them.");
        label.setWrapText(true);
        label.getStyleClass().add("field-unit");
        VBox box = new VBox(boxes, arrows, label);
        box.getStyleClass().add("form");
        return box;
    }
}
