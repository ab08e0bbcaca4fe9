package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.ui.canvas.GraphCanvas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything the user can have done, each once: menus, keys and buttons all lead here. */
final class Commands {

    final Command open;
    final Command save;
    final Command saveAs;
    final Command close;
    final Command quit;
    final Command undo;
    final Command redo;
    final Command delete;
    final Command selectAll;
    final Command arrange;
    final Command run;
    final Command cancel;
    final Command fit;
    final Command actualSize;
    final Command zoomIn;
    final Command zoomOut;
    final Command theme;
    final Command keys;
    final Command about;
    final List<Command> add = new ArrayList<>();

    /** Components of well-known kinds, by their groups. */
    final Map<String, List<Command>> addPreset = new LinkedHashMap<>();

    private static final double ZOOM = 1.25;

    private final Documents documents;

    Commands(Documents documents, GraphCanvas canvas, Runs runs, MainWindow window) {
        this.documents = documents;
        open = new Command("Open…", "Shortcut+O", Feather.FOLDER, documents::chooseAndOpen);
        save = new Command("Save", "Shortcut+S", Feather.SAVE, documents::save);
        saveAs = new Command("Save as…", "Shortcut+Shift+S", null, documents::saveAs);
        close = new Command("Close model", "Shortcut+W", null, documents::close);
        quit = new Command("Quit", "Shortcut+Q", null, window::requestClose);
        undo = new Command("Undo", "Shortcut+Z", Feather.CORNER_UP_LEFT, () -> onEditor(Editor::undo));
        redo = new Command("Redo", "Shortcut+Shift+Z", Feather.CORNER_UP_RIGHT, () -> onEditor(Editor::redo));
        delete = new Command("Delete", "Delete", Feather.TRASH_2, () -> onEditor(Editor::deleteSelection));
        selectAll = new Command("Select all", "Shortcut+A", null, () -> onEditor(Editor::selectAll));
        arrange = new Command("Arrange", "Shortcut+L", Feather.GIT_BRANCH, documents::arrange);
        run = new Command("Run", "Shortcut+R", Feather.PLAY, runs::start);
        cancel = new Command("Cancel", "Shortcut+Period", Feather.SQUARE, runs::cancel);
        fit = new Command("Show everything", "Shortcut+0", Feather.MAXIMIZE, canvas::fit);
        actualSize = new Command("Actual size", "Shortcut+1", null, canvas::resetZoom);
        zoomIn = new Command("Zoom in", "Shortcut+Equals", Feather.PLUS, () -> canvas.zoomBy(ZOOM));
        zoomOut = new Command("Zoom out", "Shortcut+Minus", Feather.MINUS, () -> canvas.zoomBy(1 / ZOOM));
        theme = new Command("Dark", "Shortcut+D", Feather.MOON, window::switchTheme);
        keys = new Command("Keys and gestures", "F1", Feather.HELP_CIRCLE, window::showKeys);
        about = new Command("About Blast Radius", "", null, window::showAbout);
        for (Kind<? extends Component> kind : Kinds.ALL) {
            add.add(new Command(kind.title(), "", dev.blastradius.ui.look.Icons.of(kind), () -> canvas.add(kind)));
        }
        for (Preset preset : Presets.all()) {
            addPreset
                    .computeIfAbsent(preset.group(), any -> new ArrayList<>())
                    .add(new Command(preset.name(), "", null, () -> canvas.add(preset)));
        }
        refresh(false);
    }

    private void onEditor(java.util.function.Consumer<Editor> action) {
        Editor editor = documents.editor();
        if (editor != null) {
            action.accept(editor);
        }
    }

    /** Disables what cannot be done now. */
    void refresh(boolean running) {
        Editor editor = documents.editor();
        boolean none = editor == null;
        for (Command command : List.of(save, saveAs, close, selectAll, arrange, fit, actualSize, zoomIn, zoomOut)) {
            command.disabledProperty().set(none);
        }
        add.forEach(command -> command.disabledProperty().set(none));
        addPreset
                .values()
                .forEach(group ->
                        group.forEach(command -> command.disabledProperty().set(none)));
        delete.disabledProperty().set(editor == null || editor.selection().isEmpty());
        run.disabledProperty().set(none || running);
        cancel.disabledProperty().set(!running);
        undo.disabledProperty().set(editor == null || !editor.canUndo());
        redo.disabledProperty().set(editor == null || !editor.canRedo());
        undo.textProperty().set(label("Undo", editor == null ? null : editor.undoLabel()));
        redo.textProperty().set(label("Redo", editor == null ? null : editor.redoLabel()));
    }

    private static String label(String verb, @Nullable String what) {
        return what == null || what.isEmpty() ? verb : verb + ": " + what;
    }
}
