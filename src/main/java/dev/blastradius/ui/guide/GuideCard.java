package dev.blastradius.ui.guide;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.guide.Happening;
import dev.blastradius.editor.guide.Stage;
import dev.blastradius.ui.look.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the tour says now, and the way on, back and out. */
final class GuideCard extends VBox {

    private static final double WIDTH = 320;

    private final Label step = new Label();
    private final Label title = words("guide-title");
    private final Label text = words("guide-text");
    private final Label facts = words("guide-facts");
    private final Button next = button("Next", "guide-next", Styles.ACCENT);
    private final Button back = button("Back", "guide-back", Styles.FLAT);

    /**
     * A card.
     *
     * @param tell hears what is pressed on it
     */
    GuideCard(Consumer<Happening> tell) {
        setId("guide");
        getStyleClass().add("guide-card");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        step.getStyleClass().add("guide-step");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button leave = Icons.button(Feather.X, "Leave the tour; Help starts it again");
        leave.setId("guide-leave");
        leave.setOnAction(event -> tell.accept(Happening.LEAVE));
        HBox head = new HBox(step, space, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        next.setOnAction(event -> tell.accept(Happening.NEXT));
        back.setOnAction(event -> tell.accept(Happening.BACK));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox ways = new HBox(8, gap, back, next);
        getChildren().addAll(head, title, text, facts, ways);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                tell.accept(Happening.LEAVE);
                event.consume();
            }
        });
    }

    private static Label words(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Button button(String words, String id, String style) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add(style);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /**
     * Shows a stage of the tour.
     *
     * @param found what came of the runs so far, in a sentence; empty for nothing
     */
    void show(Stage stage, String found) {
        step.setText("Step " + stage.step() + " of " + Stage.STEPS);
        title.setText(stage.title());
        text.setText(stage.words());
        facts.setText(found);
        next.setText(stage.isLast() ? "Finish" : "Next");
        next.setVisible(stage.hasNext());
        back.setVisible(stage.hasBack());
        String spoken = String.join(". ", step.getText(), stage.title(), stage.words(), found);
        setAccessibleText(spoken);
        next.setAccessibleText(next.getText() + ". " + spoken);
    }

    boolean holdsFocus() {
        return next.isFocused() || back.isFocused();
    }

    /** Gives the keyboard to the way on; false where the user goes on by doing something. */
    boolean focusNext() {
        next.requestFocus();
        return next.isVisible();
    }
}
