package dev.blastradius.ui.study;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Editor;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The drawing and the study pages, of which one is shown. It is visible while a model is open. */
public final class StudyDesk extends StackPane {

    /** The key of the drawing. */
    public static final String DRAW = "draw";

    private final Node drawing;
    private final List<StudyPage> pages;
    private final List<BooleanBinding> kept = new ArrayList<>();
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(DRAW);
    private final BooleanBinding isDrawing = shown.isEqualTo(DRAW);

    /**
     * A desk on which the drawing is shown.
     *
     * @param drawing where the model is drawn and single runs are shown
     * @param pages in their order
     */
    public StudyDesk(Node drawing, List<StudyPage> pages) {
        this.drawing = drawing;
        this.pages = List.copyOf(pages);
        setId("desk");
        getChildren().add(drawing);
        pages.forEach(page -> getChildren().add(page.node()));
        shown.addListener((observable, was, is) -> place());
        place();
    }

    private void place() {
        StudyPage now = page();
        if (now != null && isFocusWithin()) {
            // Else the keyboard would go to the page's first control, and the page scroll to it from where it was read.
            now.node().setVisible(true);
            now.node().requestFocus();
        }
        drawing.setVisible(shown.get().equals(DRAW));
        pages.forEach(page -> page.node().setVisible(page.key().equals(shown.get())));
    }

    /** The pages, in their order; the drawing is none. */
    public List<StudyPage> pages() {
        return pages;
    }

    /** The key of what is shown: a page's, or {@value #DRAW}. */
    public ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the drawing is shown. */
    public BooleanBinding drawingProperty() {
        return isDrawing;
    }

    /** The page that is shown; null: the drawing. */
    public @Nullable StudyPage page() {
        return pages.stream()
                .filter(page -> page.key().equals(shown.get()))
                .findFirst()
                .orElse(null);
    }

    /** Has parts of the window away while a page that is shown has it all for itself. */
    public void hideWhilePresenting(Node... parts) {
        pages.forEach(page -> {
            BooleanProperty presenting = page.presenting();
            if (presenting != null) {
                BooleanBinding alone = presenting.and(shown.isEqualTo(page.key()));
                alone.addListener((observable, was, is) -> {
                    for (Node part : parts) {
                        part.setVisible(!is);
                        part.setManaged(!is);
                    }
                });
                // A binding that nothing holds is collected, and says nothing more.
                kept.add(alone);
            }
        });
    }

    /** What the page that is shown is made of; null: the drawing is shown. */
    public @Nullable Node shownNode() {
        StudyPage page = page();
        return page == null ? null : page.node();
    }

    /** Shows a page, or the drawing, by its key. */
    public void show(String key) {
        shown.set(key);
    }

    /** Shows the drawing of a model that was opened. */
    public void open(Editor editor) {
        show(DRAW);
        setVisible(true);
        pages.forEach(page -> page.open(editor));
    }

    /** Shows nothing: there is no model. */
    public void close() {
        show(DRAW);
        setVisible(false);
        pages.forEach(StudyPage::close);
    }

    /** The model has changed. */
    public void modelChanged() {
        pages.forEach(StudyPage::modelChanged);
    }

    /** Chooses the colours of pictures. */
    public void setDark(boolean dark) {
        pages.forEach(page -> page.setDark(dark));
    }

    /**
     * The control that chooses what is shown.
     *
     * @param hint what to say of a page besides its title, by its key
     */
    public HBox choice(UnaryOperator<String> hint) {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        buttons.add(button(DRAW, "Draw", group, hint));
        pages.forEach(page -> buttons.add(button(page.key(), page.title(), group, hint)));
        for (int i = 0; i < buttons.size(); i++) {
            boolean first = i == 0;
            boolean last = i == buttons.size() - 1;
            buttons.get(i)
                    .getStyleClass()
                    .add(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        Runnable follow =
                () -> buttons.forEach(each -> each.setSelected(shown.get().equals(each.getUserData())));
        shown.addListener((observable, was, is) -> follow.run());
        follow.run();
        HBox choice = new HBox();
        choice.setId("desk-choice");
        choice.setMinWidth(USE_PREF_SIZE);
        choice.getChildren().setAll(buttons);
        return choice;
    }

    private ToggleButton button(String key, String title, ToggleGroup group, UnaryOperator<String> hint) {
        ToggleButton button = new ToggleButton(title);
        button.setId("desk-" + key);
        button.setUserData(key);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        Icons.describe(button, hint.apply(key));
        button.setOnAction(event -> {
            // The chosen one stays chosen when it is pressed again.
            button.setSelected(true);
            show(key);
        });
        return button;
    }
}
