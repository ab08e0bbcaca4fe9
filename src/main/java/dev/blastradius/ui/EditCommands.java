package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.EDIT;

import dev.blastradius.editor.Editor;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Taking back, copying and deleting. */
final class EditCommands {

    private EditCommands() {}

    static List<Entry> of(Workbench bench) {
        ClipActions clips = bench.clips();
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
                clip("cut", "Cut", "Shortcut+X", Feather.SCISSORS)
                        .unless(clips::copyObstacle)
                        .does(clips::cut),
                clip("copy", "Copy", "Shortcut+C", Feather.COPY)
                        .unless(clips::copyObstacle)
                        .does(clips::copy),
                clip("paste", "Paste", "Shortcut+V", Feather.CLIPBOARD)
                        .unless(clips::pasteObstacle)
                        .does(clips::paste),
                clip("paste-settings", "Paste settings", "Shortcut+Shift+V", null)
                        .words("style values policies same as")
                        .unless(bench::needsSelection)
                        .does(clips::pasteSettings),
                clip("duplicate", "Duplicate", "Shortcut+D", null)
                        .words("copy again clone")
                        .unless(() -> bench.needsComponents(1))
                        .does(clips::duplicate),
                Command.of(EDIT, "delete", "Delete")
                        .key("Delete")
                        .key("Back_Space")
                        .icon(Feather.TRASH_2)
                        .section("clipboard")
                        .words("remove erase")
                        .unless(bench::needsSelection)
                        .does(() -> bench.edit(Editor::deleteSelection)));
    }

    private static Command.Builder clip(String id, String title, String key, @Nullable Ikon icon) {
        Command.Builder builder = Command.of(EDIT, id, title).key(key).section("clipboard");
        return icon == null ? builder : builder.icon(icon);
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
