package dev.blastradius.ui.command;

/** What a command is about; each category is a menu of the menu bar, in this order. */
public enum Category {
    FILE("File", "_File"),
    EDIT("Edit", "_Edit"),
    ADD("Add", "_Add"),
    ARRANGE("Arrange", "A_rrange"),
    VIEW("View", "_View"),
    RUN("Run", "_Run"),
    ANALYSE("Analyse", "A_nalyse"),
    GO("Go", "_Go"),
    HELP("Help", "_Help");

    private final String title;
    private final String menu;

    Category(String title, String menu) {
        this.title = title;
        this.menu = menu;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** Its name in the menu bar: an underscore stands before the letter that opens it. */
    public String menu() {
        return menu;
    }
}
