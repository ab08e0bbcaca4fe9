package dev.blastradius.ui.command;

import dev.blastradius.editor.search.Ranking;
import dev.blastradius.editor.search.Ranking.Choice;
import dev.blastradius.editor.search.Ranking.Ranked;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that can be done, found by typing a few letters of it: over the window, with the keys that would have done it too. */
public final class CommandPalette extends OverlayCard {

    private static final double WIDTH = 660;
    private static final int ROWS = 10;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_REMEMBERED = 12;

    private final TextField field = new TextField();
    private final Label none = new Label("Nothing is called so");
    private final ObservableList<Ranked<Command>> rows = FXCollections.observableArrayList();
    private final ListView<Ranked<Command>> list = new ListView<>(rows);
    private final List<String> recent = new ArrayList<>();
    private List<Choice<Command>> choices = List.of();

    /** A palette, closed. */
    public CommandPalette() {
        super("command-palette", WIDTH, Region.USE_PREF_SIZE);
        field.setId("command-field");
        field.setAccessibleText("What is to be done");
        field.textProperty().addListener((observable, was, is) -> rank());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        none.getStyleClass().add("overlay-none");
        none.managedProperty().bind(none.visibleProperty());
        list.setId("command-list");
        list.setAccessibleText("What can be done");
        list.setFocusTraversable(false);
        list.setFixedCellSize(CommandRow.HEIGHT);
        list.setCellFactory(view -> new CommandRow(this::run));
        list.managedProperty().bind(list.visibleProperty());
        card().getChildren().setAll(new VBox(8, field, none, list));
    }

    /**
     * Opens it.
     *
     * @param prompt stands in the empty field
     * @param commands what can be chosen
     */
    public void open(String prompt, List<Command> commands) {
        commands.forEach(Command::refresh);
        choices = commands.stream().map(CommandPalette::choice).toList();
        field.setPromptText(prompt);
        field.clear();
        rank();
        open(field);
    }

    private static Choice<Command> choice(Command command) {
        String words = command.words() + " " + command.category().title();
        return new Choice<>(
                command,
                command.id(),
                command.fullTitle(),
                words,
                command.obstacle().isEmpty());
    }

    private void rank() {
        List<Ranked<Command>> ranked = Ranking.rank(field.getText(), choices, recent);
        rows.setAll(ranked.subList(0, Math.min(MOST_SHOWN, ranked.size())));
        none.setVisible(rows.isEmpty());
        list.setVisible(!rows.isEmpty());
        double height = Math.min(ROWS, rows.size()) * CommandRow.HEIGHT + 2;
        list.setPrefHeight(height);
        list.setMinHeight(Math.min(height, CommandRow.HEIGHT));
        if (!rows.isEmpty()) {
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        int step = switch (code) {
            case DOWN -> 1;
            case UP -> -1;
            case TAB -> event.isShiftDown() ? -1 : 1;
            case PAGE_DOWN -> ROWS - 1;
            case PAGE_UP -> 1 - ROWS;
            default -> 0;
        };
        if (step != 0) {
            move(step);
            event.consume();
        } else if (code == KeyCode.ENTER) {
            Ranked<Command> chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                run(chosen.choice().item());
            }
            event.consume();
        }
    }

    /** A step past either end comes in at the other one; a page stops there. */
    private void move(int step) {
        int size = rows.size();
        if (size == 0) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex() + step;
        int next = Math.abs(step) == 1 ? Math.floorMod(at, size) : Math.max(0, Math.min(size - 1, at));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS + 2));
    }

    /** Does what was chosen, after closing; what cannot be done stays where it says why. */
    private void run(Command command) {
        if (!command.obstacle().isEmpty()) {
            return;
        }
        recent.remove(command.id());
        recent.add(0, command.id());
        if (recent.size() > MOST_REMEMBERED) {
            recent.remove(MOST_REMEMBERED);
        }
        close();
        command.run();
    }
}
