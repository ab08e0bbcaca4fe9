package dev.blastradius.ui.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** Everything the user can have done, each once: the menu bar, the keys, the buttons and the command palette are made from it. */
public final class Commands {

    private final List<Entry> entries;
    private final Map<String, Command> fixed = new LinkedHashMap<>();

    /**
     * The registry of these.
     *
     * @throws IllegalArgumentException if two commands have the same id or the same key: the program is wrong
     */
    public Commands(List<List<? extends Entry>> lists) {
        entries = lists.stream().<Entry>flatMap(List::stream).toList();
        Map<KeyCombination, String> keys = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (Command command : entry instanceof Submenu menu ? fixedIn(menu) : List.of((Command) entry)) {
                if (fixed.put(command.id(), command) != null) {
                    throw new IllegalArgumentException("two commands are called " + command.id());
                }
                for (KeyCombination key : command.keys()) {
                    String other = keys.put(key, command.id());
                    if (other != null) {
                        throw new IllegalArgumentException(
                                command.id() + " and " + other + " share " + key.getDisplayText());
                    }
                }
            }
        }
    }

    private static List<Command> fixedIn(Submenu menu) {
        return menu.isDynamic() ? List.of() : menu.commands();
    }

    /** The command of an id. */
    public Command get(String id) {
        Command command = fixed.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no command is called " + id);
        }
        return command;
    }

    /** All that can be done now, and what might be at another time: the fixed commands and those of the dynamic menus as they are now. */
    public List<Command> all() {
        List<Command> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Submenu menu) {
                all.addAll(menu.commands());
            } else {
                all.add((Command) entry);
            }
        }
        return all;
    }

    /** The commands that are there at all times, in the menus' order. */
    public List<Command> fixed() {
        return List.copyOf(fixed.values());
    }

    /** Looks anew at what each would do and whether it can be done. */
    public void refresh() {
        fixed.values().forEach(Command::refresh);
    }

    /** The menu bar: a menu for each category, lines between its sections. */
    public MenuBar menuBar() {
        MenuBar bar = new MenuBar();
        for (Category category : Category.values()) {
            Menu menu = new Menu(category.menu());
            menu.setId("menu-of-" + category.title());
            sections(category).forEach((section, those) -> {
                if (!menu.getItems().isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                those.forEach(entry -> menu.getItems().add(entry.menuItem()));
            });
            if (!menu.getItems().isEmpty()) {
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }

    private Map<String, List<Entry>> sections(Category category) {
        Map<String, List<Entry>> sections = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.category() == category && entry.inMenu()) {
                sections.computeIfAbsent(entry.section(), any -> new ArrayList<>())
                        .add(entry);
            }
        }
        return sections;
    }

    /** Has a scene heed the keys that no item of its menu bar heeds already: second keys, and those of commands in no menu. */
    public void installKeys(Scene scene) {
        for (Command command : fixed.values()) {
            List<KeyCombination> keys = command.keys();
            for (KeyCombination key : command.inMenu() ? keys.stream().skip(1).toList() : keys) {
                scene.getAccelerators().put(key, command::run);
            }
        }
    }
}
