package dev.blastradius.ui.cascade.live;

import atlantafx.base.theme.Styles;
import dev.blastradius.chart.Names;
import dev.blastradius.editor.live.DeedWords;
import dev.blastradius.editor.live.LiveMove;
import dev.blastradius.experiment.live.Action;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be done to a box or an arrow of the run that goes on: a card beside it, with the keys. */
final class LiveCard extends VBox {

    private static final int COLUMNS = 2;
    private static final double BUTTON_WIDTH = 172;

    private final Label title = new Label();
    private final GridPane moves = new GridPane();
    private final Consumer<Action> act;
    private final Runnable done;
    private String part = "";

    /**
     * A card of nothing.
     *
     * @param act does something
     * @param done hears when the card is not needed any more
     */
    LiveCard(Consumer<Action> act, Runnable done) {
        this.act = act;
        this.done = done;
        setId("live-card");
        getStyleClass().add("live-card");
        title.getStyleClass().add("live-card-title");
        moves.getStyleClass().add("live-moves");
        VBox.setVgrow(moves, Priority.NEVER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(title, moves);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                done.run();
            }
        });
    }

    /**
     * Shows what can be done to a part.
     *
     * @param id the part's id or key
     * @param fitting what does something to it
     * @param isHurt whether there is anything to mend
     */
    void show(String id, Names names, List<LiveMove> fitting, boolean isHurt) {
        part = id;
        title.setText(Lines.one(DeedWords.name(id, names)));
        List<Node> buttons = new ArrayList<>();
        for (LiveMove move : fitting) {
            Button button = new Button(move.title());
            button.setId("live-" + move.name().toLowerCase(java.util.Locale.ROOT));
            fill(button, move.key());
            Icons.describe(button, move.meaning() + " (" + move.key() + ")");
            button.setOnAction(event -> does(move.on(part)));
            buttons.add(button);
        }
        if (isHurt) {
            Button mend = new Button("Mend", Icons.node(Feather.HEART));
            mend.setId("live-mend");
            mend.getStyleClass().add(Styles.SUCCESS);
            fill(mend, "M");
            Icons.describe(mend, "Ends all that was done to it, now (M)");
            mend.setOnAction(event -> does(new Action.Mend(part)));
            buttons.add(0, mend);
        }
        moves.getChildren().clear();
        for (int i = 0; i < buttons.size(); i++) {
            moves.add(buttons.get(i), i % COLUMNS, i / COLUMNS);
        }
    }

    /** What it is of, by id or key. */
    String part() {
        return part;
    }

    private static void fill(Button button, String key) {
        Label hint = new Label(KeyCombination.valueOf(key).getDisplayText());
        hint.getStyleClass().add("live-key");
        button.setGraphic(hint);
        button.setPrefWidth(BUTTON_WIDTH);
        button.getStyleClass().addAll(Styles.SMALL, "live-move");
    }

    private void does(Action action) {
        act.accept(action);
        done.run();
    }

    /** Gives the keyboard to the first of what can be done. */
    void takeKeyboard() {
        if (!moves.getChildren().isEmpty()) {
            moves.getChildren().get(0).requestFocus();
        }
    }
}
