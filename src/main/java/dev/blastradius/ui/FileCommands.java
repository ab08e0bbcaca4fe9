package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.FILE;

import dev.blastradius.io.Examples;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.command.Submenu;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Opening, saving and closing. */
final class FileCommands {

    private FileCommands() {}

    static List<Entry> of(Workbench bench) {
        Documents documents = bench.documents();
        List<Entry> commands = new ArrayList<>(List.of(
                Command.of(FILE, "new", "New model")
                        .key("Shortcut+N")
                        .icon(Feather.FILE_PLUS)
                        .section("open")
                        .words("create empty blank")
                        .does(documents::create),
                Command.of(FILE, "new-window", "New window")
                        .key("Shortcut+Shift+N")
                        .section("open")
                        .words("another second")
                        .does(bench.window()::openAnother),
                Command.of(FILE, "open", "Open…")
                        .key("Shortcut+O")
                        .icon(Feather.FOLDER)
                        .section("open")
                        .words("load file")
                        .does(documents::chooseAndOpen),
                Submenu.dynamic(
                        FILE,
                        "open",
                        "Open recent",
                        () -> bench.remembered().recent().stream()
                                .map(file -> recent(file, documents))
                                .toList()),
                Submenu.of(
                        FILE,
                        "open",
                        "New from example",
                        Examples.names().stream()
                                .map(name -> example(name, documents))
                                .toList()),
                Command.of(FILE, "save", "Save")
                        .key("Shortcut+S")
                        .icon(Feather.SAVE)
                        .section("save")
                        .unless(bench::needsModel)
                        .does(documents::save),
                Command.of(FILE, "save-as", "Save as…")
                        .key("Shortcut+Shift+S")
                        .section("save")
                        .words("copy rename export")
                        .unless(bench::needsModel)
                        .does(documents::saveAs),
                Command.of(FILE, "close", "Close model")
                        .key("Shortcut+W")
                        .section("save")
                        .unless(bench::needsModel)
                        .does(documents::close)));
        commands.addAll(ResultCommands.of(bench.saving()));
        commands.add(Command.of(FILE, "quit", "Quit")
                .key("Shortcut+Q")
                .section("quit")
                .words("exit leave")
                .does(bench.window()::requestClose));
        return commands;
    }

    private static Command recent(Path file, Documents documents) {
        return Command.of(FILE, "open-recent:" + file, file.getFileName() + "  —  " + file.getParent())
                .within("Open recent")
                .does(() -> documents.open(file));
    }

    private static Command example(String name, Documents documents) {
        return Command.of(FILE, "open-example-" + name, name)
                .within("New from example")
                .words("open gallery")
                .does(() -> documents.openExample(name));
    }
}
