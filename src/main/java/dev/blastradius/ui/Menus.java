package dev.blastradius.ui;

import dev.blastradius.io.Examples;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu bar. */
final class Menus {

    private Menus() {}

    static MenuBar bar(Commands commands, Documents documents, Remembered remembered) {
        Menu file = menu("_File", commands.open);
        Menu recent = new Menu("Open recent");
        Menu examples = new Menu("Open example");
        for (String name : Examples.names()) {
            MenuItem item = new MenuItem(name);
            item.setOnAction(event -> documents.openExample(name));
            examples.getItems().add(item);
        }
        file.getItems().addAll(recent, examples, new SeparatorMenuItem());
        add(file, commands.save, commands.saveAs, commands.close);
        file.getItems().add(new SeparatorMenuItem());
        add(file, commands.quit);
        file.setOnShowing(event -> fillRecent(recent, documents, remembered));
        fillRecent(recent, documents, remembered);
        Menu edit = menu("_Edit", commands.undo, commands.redo);
        Menu add = menu("Add", commands.add.toArray(Command[]::new));
        add.getItems().add(new SeparatorMenuItem());
        commands.addPreset.forEach((group, those) -> add.getItems().add(menu(group, those.toArray(Command[]::new))));
        edit.getItems().addAll(new SeparatorMenuItem(), add, new SeparatorMenuItem());
        add(edit, commands.delete, commands.selectAll, commands.arrange);
        Menu run = menu("_Run", commands.run, commands.cancel);
        Menu view = menu("_View", commands.fit, commands.actualSize, commands.zoomIn, commands.zoomOut);
        view.getItems().add(new SeparatorMenuItem());
        add(view, commands.theme);
        Menu help = menu("_Help", commands.keys, commands.about);
        return new MenuBar(file, edit, run, view, help);
    }

    private static Menu menu(String title, Command... commands) {
        Menu menu = new Menu(title);
        add(menu, commands);
        return menu;
    }

    private static void add(Menu menu, Command... commands) {
        for (Command command : commands) {
            menu.getItems().add(command.menuItem());
        }
    }

    private static void fillRecent(Menu menu, Documents documents, Remembered remembered) {
        List<Path> files = remembered.recent();
        menu.getItems().clear();
        for (Path file : files) {
            MenuItem item = new MenuItem(file.getFileName() + "  —  " + file.getParent());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> documents.open(file));
            menu.getItems().add(item);
        }
        menu.setDisable(files.isEmpty());
    }
}
