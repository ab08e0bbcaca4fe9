package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.GO;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.command.Submenu;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.study.StudyDesk;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Where the keyboard goes: to any command, to what is looked for, to a part of the window, to a thing of the model. */
final class GoCommands {

    private GoCommands() {}

    static List<Entry> of(Workbench bench, Places places) {
        return List.of(
                Command.of(GO, "all-commands", "All commands…")
                        .key("Shortcut+K")
                        .key("Shortcut+Shift+P")
                        .icon(Feather.COMMAND)
                        .section("find")
                        .words("palette actions search")
                        .does(places::showCommands),
                Command.of(GO, "find", "Find in the model…")
                        .key("Shortcut+F")
                        .icon(Feather.SEARCH)
                        .section("find")
                        .words("search name tag value policy")
                        .unless(bench::needsDrawing)
                        .does(places::find),
                Command.of(GO, "find-next", "Find the next one")
                        .key("F3")
                        .section("find")
                        .unless(bench::needsDrawing)
                        .does(() -> places.findNext(1)),
                Command.of(GO, "find-before", "Find the one before")
                        .key("Shift+F3")
                        .section("find")
                        .words("previous")
                        .unless(bench::needsDrawing)
                        .does(() -> places.findNext(-1)),
                Command.of(GO, "next-pane", "Next part of the window")
                        .key("F6")
                        .section("panes")
                        .words("focus pane cycle")
                        .does(() -> places.goToPane(1)),
                Command.of(GO, "previous-pane", "Previous part of the window")
                        .key("Shift+F6")
                        .section("panes")
                        .words("focus pane cycle before")
                        .does(() -> places.goToPane(-1)),
                Command.of(GO, "go-canvas", "Drawing")
                        .key("Alt+1")
                        .section("panes")
                        .within("Go to")
                        .words("focus canvas")
                        .unless(bench::needsDrawing)
                        .does(bench.canvas()::requestFocus),
                Command.of(GO, "properties", "Fields of what is selected")
                        .key("Alt+Enter")
                        .key("Alt+2")
                        .section("panes")
                        .within("Go to")
                        .words("focus inspector properties edit settings")
                        .unless(bench::needsDrawing)
                        .does(() -> places.goTo("inspector")),
                Command.of(GO, "go-results", "Results")
                        .key("Alt+3")
                        .section("panes")
                        .within("Go to")
                        .words("focus charts tables")
                        .unless(bench::needsDrawing)
                        .does(() -> places.goTo("results")),
                Command.of(GO, "context-menu", "Menu of what is selected")
                        .key("Shift+F10")
                        .key("Context_Menu")
                        .section("panes")
                        .words("context right click")
                        .unless(bench::needsDrawing)
                        .does(places::showContextMenu),
                Submenu.inPalette(GO, () -> things(bench)));
    }

    /** What commands of this list do in the window. */
    interface Places {

        /** Opens the palette with everything that can be done. */
        void showCommands();

        /** Opens the bar that finds things of the model. */
        void find();

        /** Goes to another thing that was found. */
        void findNext(int by);

        /** Gives the keyboard to another part of the window. */
        void goToPane(int by);

        /** Gives the keyboard to the part of the window of this name. */
        void goTo(String pane);

        /** Opens the menu of what is selected. */
        void showContextMenu();
    }

    private static List<Command> things(Workbench bench) {
        Editor editor = bench.editor();
        if (editor == null) {
            return List.of();
        }
        Pipeline pipeline = editor.pipeline();
        List<Command> things = new ArrayList<>();
        pipeline.components()
                .forEach((id, component) -> things.add(thing(id, Captions.line(component.title(id)))
                        .icon(Icons.of(component.kind()))
                        .words(id + " " + component.kind().title())
                        .does(() -> go(bench, Selection.component(id)))));
        pipeline.arrows()
                .keySet()
                .forEach(key -> things.add(thing(key, Captions.line(Captions.title(pipeline, key)))
                        .icon(Feather.ARROW_RIGHT)
                        .words(key + " arrow dependency")
                        .does(() -> go(bench, Selection.dependency(key)))));
        return things;
    }

    private static Command.Builder thing(String id, String title) {
        return Command.of(GO, "go-to:" + id, title).within("Go to");
    }

    private static void go(Workbench bench, Selection to) {
        bench.desk().show(StudyDesk.DRAW);
        bench.edit(editor -> editor.select(to));
        bench.canvas().revealSelection();
        bench.canvas().requestFocus();
    }
}
