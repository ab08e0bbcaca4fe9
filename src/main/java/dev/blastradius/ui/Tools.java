package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.board.BoardEvent;
import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.CommandPalette;
import dev.blastradius.ui.command.Commands;
import dev.blastradius.ui.command.KeyPane;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What floats over the window and its drawing: the command palette, the keys, the find bar, the history, the menus. */
final class Tools implements GoCommands.Places {

    private static final double APART = 12;

    private final GraphCanvas canvas;
    private final Supplier<@Nullable Editor> editor;
    private final CommandPalette palette = new CommandPalette();
    private final KeyPane keys = new KeyPane();
    private final FindBar findBar;
    private final HistoryPane history;
    private @Nullable Commands commands;
    private @Nullable ContextMenus menus;
    private @Nullable Panes panes;

    /**
     * The tools of a drawing; {@link #connect} makes them work.
     *
     * @param editor of the open model; null where none is open
     */
    Tools(GraphCanvas canvas, Supplier<@Nullable Editor> editor) {
        this.canvas = canvas;
        this.editor = editor;
        findBar = new FindBar(canvas, editor);
        history = new HistoryPane(editor, canvas);
        palette.setFallbackFocus(canvas);
        keys.setFallbackFocus(canvas);
    }

    /** Puts those over the drawing that belong there. */
    void stackOver(StackPane drawing) {
        drawing.getChildren().addAll(findBar, history);
        StackPane.setAlignment(findBar, Pos.TOP_RIGHT);
        StackPane.setMargin(findBar, new Insets(APART));
        StackPane.setAlignment(history, Pos.TOP_LEFT);
        StackPane.setMargin(history, new Insets(APART));
    }

    /**
     * Has them work.
     *
     * @param window what lies below the palette and the keys
     * @param cycle the parts of the window among which the keyboard goes round
     */
    void connect(StackPane window, Commands newCommands, ClipActions clips, Panes cycle) {
        window.getChildren().addAll(palette, keys);
        commands = newCommands;
        menus = new ContextMenus(canvas, editor, newCommands, clips);
        panes = cycle;
        canvas.onEvent(event -> {
            if (event instanceof BoardEvent.FieldsAsked) {
                goTo("inspector");
            }
        });
    }

    /** Something has changed in the model or in what is open. */
    void refresh() {
        findBar.refresh();
        history.refresh();
    }

    /** Asks which of several commands. */
    void ask(String prompt, List<Command> which) {
        palette.open(prompt, which);
    }

    @Override
    public void showCommands() {
        Commands known = commands;
        if (palette.isOpen()) {
            palette.close();
        } else if (known != null) {
            palette.open("What is to be done, or where to go", known.all());
        }
    }

    void showKeys() {
        Commands known = commands;
        if (keys.isOpen()) {
            keys.close();
        } else if (known != null) {
            keys.open(known, Gestures.ALL);
        }
    }

    void toggleHistory() {
        history.toggle();
    }

    @Override
    public void find() {
        findBar.open();
    }

    @Override
    public void findNext(int by) {
        if (findBar.isOpen()) {
            findBar.step(by);
        } else {
            findBar.open();
        }
    }

    @Override
    public void goToPane(int by) {
        Panes known = panes;
        if (known != null) {
            known.step(by);
        }
    }

    @Override
    public void goTo(String pane) {
        Panes known = panes;
        if (known != null) {
            known.goTo(pane);
        }
    }

    @Override
    public void showContextMenu() {
        ContextMenus known = menus;
        if (known != null) {
            known.showAtSelection();
        }
    }
}
