package dev.blastradius.ui.command;

import javafx.scene.control.MenuItem;

/** What a menu holds: a command, or a menu of further ones. */
public sealed interface Entry permits Command, Submenu {

    /** The menu in which it stands. */
    Category category();

    /** Entries of one section stand together, apart from the others by a line. */
    String section();

    /** Whether it stands in the menu bar; if not, it is in the palette and has its key all the same. */
    boolean inMenu();

    /** A menu item of it, a new one for each menu. */
    MenuItem menuItem();
}
