package dev.blastradius.ui.limits;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a tool has found: title, note, picture, and what was chosen in the picture; or why there is nothing. */
final class Shown extends BorderPane {

    private final Label title = new Label();
    private final Label answer = new Label();
    private final Label note = new Label();
    private final Label stale = new Label("From before the latest changes");
    private final Label detail = new Label();
    private final StackPane picture = new StackPane();
    private final HBox head = new HBox(12);
    private final VBox found;
    private final Label nothing;

    /**
     * Without a result.
     *
     * @param id begins the ids of its parts
     * @param words what there will be
     */
    Shown(String id, String words, Node... beside) {
        nothing = new Label(words);
        nothing.getStyleClass().add("study-nothing");
        nothing.setWrapText(true);
        title.setId(id + "-title");
        title.getStyleClass().add("study-title");
        answer.setId(id + "-answer");
        answer.getStyleClass().add("limits-answer");
        answer.setWrapText(true);
        note.setId(id + "-note");
        note.getStyleClass().add("study-note");
        stale.setId(id + "-stale");
        stale.getStyleClass().add("results-stale");
        detail.setId(id + "-detail");
        detail.getStyleClass().add("limits-detail");
        detail.setWrapText(true);
        for (Label label : List.of(title, note, stale)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        answer.setMinHeight(Region.USE_PREF_SIZE);
        head.getChildren().setAll(title, stale);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(18, note);
        line.getChildren().addAll(beside);
        line.setAlignment(Pos.CENTER_LEFT);
        found = new VBox(6, head, answer, line, picture, detail);
        found.getStyleClass().add("study-result");
        VBox.setVgrow(picture, Priority.ALWAYS);
        forget();
    }

    /** Has something to do with the result stand at the right of its title. */
    void offer(Node menu) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(space, menu);
    }

    void forget() {
        setCenter(new StackPane(nothing));
    }

    /**
     * Shows a result.
     *
     * @param sentence the answer; empty: the picture is
     */
    void show(String titled, String sentence, String noted, Node pictured) {
        title.setText(titled);
        answer.setText(sentence);
        answer.setManaged(!sentence.isEmpty());
        note.setText(noted);
        if (!picture.getChildren().equals(List.of(pictured))) {
            picture.getChildren().setAll(pictured);
        }
        tell("Choose a point with a click, or with the arrow keys, to read its values.");
        setCenter(found);
    }

    /** Tells of what is chosen in the picture. */
    void tell(String words) {
        detail.setText(words);
    }

    void markStale(boolean isStale) {
        stale.setVisible(isStale);
        stale.setManaged(isStale);
        picture.setOpacity(isStale ? 0.7 : 1);
    }
}
