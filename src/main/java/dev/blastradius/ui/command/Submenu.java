package dev.blastradius.ui.command;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** A menu in a menu. */
public final class Submenu implements Entry {

    private final Category category;
    private final String section;
    private final String title;
    private final boolean dynamic;
    private final boolean inMenu;
    private final Supplier<List<Command>> commands;

    private Submenu(
            Category category,
            String section,
            String title,
            boolean dynamic,
            boolean inMenu,
            Supplier<List<Command>> commands) {
        this.category = category;
        this.section = section;
        this.title = title;
        this.dynamic = dynamic;
        this.inMenu = inMenu;
        this.commands = commands;
    }

    /** Commands that are always the same ones. */
    public static Submenu of(Category category, String section, String title, List<Command> commands) {
        List<Command> fixed = List.copyOf(commands);
        return new Submenu(category, section, title, false, true, () -> fixed);
    }

    /**
     * Commands that are asked for anew whenever the menu or the palette opens, such as recent files. They have no keys.
     *
     * @param commands gives them; none: the menu is disabled
     */
    public static Submenu dynamic(Category category, String section, String title, Supplier<List<Command>> commands) {
        return new Submenu(category, section, title, true, true, commands);
    }

    /**
     * Commands that stand in the palette only, asked for anew whenever it opens: too many for a menu.
     *
     * @param commands gives them
     */
    public static Submenu inPalette(Category category, Supplier<List<Command>> commands) {
        return new Submenu(category, "", "", true, false, commands);
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String section() {
        return section;
    }

    @Override
    public boolean inMenu() {
        return inMenu;
    }

    /** What the menu is called. */
    public String title() {
        return title;
    }

    /** Whether its commands may be others the next time. */
    public boolean isDynamic() {
        return dynamic;
    }

    /** Its commands as they are now. */
    public List<Command> commands() {
        return commands.get();
    }

    @Override
    public MenuItem menuItem() {
        Menu menu = new Menu(title);
        menu.setMnemonicParsing(false);
        fill(menu);
        if (dynamic) {
            // The menu's own showing comes too late: an empty menu does not open. Its parent's comes in time.
            menu.parentMenuProperty().addListener((observable, was, parent) -> {
                if (parent != null) {
                    parent.addEventHandler(Menu.ON_SHOWING, event -> {
                        if (event.getTarget() == parent) {
                            fill(menu);
                        }
                    });
                }
            });
        }
        return menu;
    }

    private void fill(Menu menu) {
        menu.getItems().setAll(commands().stream().map(Command::menuItem).toList());
        menu.setDisable(menu.getItems().isEmpty());
    }
}
