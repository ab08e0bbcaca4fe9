package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.EDIT;

import dev.blastradius.editor.Editor;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Taking back, deleting and selecting. */
final class EditCommands {

    private EditCommands() {}

    static List<Entry> of(Workbench bench) {
        return List.of(
                Command.of(EDIT, "undo", "Undo")
                        .key("Shortcut+Z")
                        .icon(Feather.CORNER_UP_LEFT)
                        .section("history")
                        .words("take back")
                        .titled(() -> undoTitle(bench))
                        .unless(() -> undoObstacle(bench))
                        .does(() -> bench.edit(Editor::undo)),
                Command.of(EDIT, "redo", "Redo")
                        .key("Shortcut+Shift+Z")
                        .key("Shortcut+Y")
                        .icon(Feather.CORNER_UP_RIGHT)
                        .section("history")
                        .words("again repeat")
                        .titled(() -> redoTitle(bench))
                        .unless(() -> redoObstacle(bench))
                        .does(() -> bench.edit(Editor::redo)),
                Command.of(EDIT, "delete", "Delete")
                        .key("Delete")
                        .key("Back_Space")
                        .icon(Feather.TRASH_2)
                        .section("delete")
                        .words("remove erase")
                        .unless(bench::needsSelection)
                        .does(() -> bench.edit(Editor::deleteSelection)),
                Command.of(EDIT, "select-all", "Select all")
                        .key("Shortcut+A")
                        .section("select")
                        .unless(bench::needsModel)
                        .does(() -> bench.edit(Editor::selectAll)));
    }

    private static String undoTitle(Workbench bench) {
        Editor editor = bench.editor();
        return label("Undo", editor == null ? "" : editor.undoLabel());
    }

    private static String redoTitle(Workbench bench) {
        Editor editor = bench.editor();
        return label("Redo", editor == null ? "" : editor.redoLabel());
    }

    private static String label(String verb, String what) {
        return what.isEmpty() ? verb : verb + ": " + what;
    }

    private static String undoObstacle(Workbench bench) {
        Editor editor = bench.editor();
        if (editor == null) {
            return Workbench.NO_MODEL;
        }
        return editor.canUndo() ? "" : "Nothing has been done yet";
    }

    private static String redoObstacle(Workbench bench) {
        Editor editor = bench.editor();
        if (editor == null) {
            return Workbench.NO_MODEL;
        }
        return editor.canRedo() ? "" : "Nothing has been taken back";
    }
}
