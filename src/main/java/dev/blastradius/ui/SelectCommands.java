package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.EDIT;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Reach;
import dev.blastradius.editor.Reach.Way;
import dev.blastradius.editor.Selection;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import java.util.function.BiFunction;

/** What is selected. */
final class SelectCommands {

    private SelectCommands() {}

    static List<Entry> of(Workbench bench) {
        return List.of(
                select("select-all", "Select all", "everything")
                        .key("Shortcut+A")
                        .unless(bench::needsDrawing)
                        .does(() -> bench.edit(Editor::selectAll)),
                select("select-none", "Select nothing", "none deselect clear")
                        .key("Shortcut+Shift+D")
                        .unless(bench::needsSelection)
                        .does(() -> bench.edit(editor -> editor.select(Selection.NONE))),
                select("select-inverse", "Invert the selection", "others opposite")
                        .key("Shortcut+Shift+I")
                        .unless(bench::needsDrawing)
                        .does(() -> change(bench, Reach::inverse)),
                select("select-alike", "Select everything of this kind", "same kind alike similar")
                        .unless(bench::needsSelection)
                        .does(() -> change(bench, Reach::alike)),
                select("select-called", "Select what it calls", "dependencies callees next")
                        .unless(bench::needsSelection)
                        .does(() -> change(bench, (it, from) -> Reach.neighbours(it, from, Way.DOWNSTREAM))),
                select("select-callers", "Select what calls it", "callers before")
                        .unless(bench::needsSelection)
                        .does(() -> change(bench, (it, from) -> Reach.neighbours(it, from, Way.UPSTREAM))),
                select("select-downstream", "Select everything downstream", "dependencies subtree reach")
                        .key("Shortcut+Close_Bracket")
                        .unless(bench::needsSelection)
                        .does(() -> change(bench, (it, from) -> Reach.all(it, from, Way.DOWNSTREAM))),
                select("select-upstream", "Select everything upstream", "callers ancestors blast radius")
                        .key("Shortcut+Open_Bracket")
                        .unless(bench::needsSelection)
                        .does(() -> change(bench, (it, from) -> Reach.all(it, from, Way.UPSTREAM))));
    }

    private static Command.Builder select(String id, String title, String words) {
        return Command.of(EDIT, id, title).section("select").words(words);
    }

    private static void change(Workbench bench, BiFunction<Pipeline, Selection, Selection> change) {
        bench.edit(editor -> {
            editor.select(change.apply(editor.pipeline(), editor.selection()));
            bench.canvas().revealSelection();
        });
    }
}
