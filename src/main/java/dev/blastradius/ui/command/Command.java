package dev.blastradius.ui.command;

import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Something the user can have done: in a menu, by a key, in the command palette, and for some by a button. */
public final class Command implements Entry {

    private final String id;
    private final Category category;
    private final String section;
    private final boolean inMenu;
    private final List<KeyCombination> keys;
    private final @Nullable Ikon icon;
    private final String words;
    private final String within;
    private final Supplier<String> title;
    private final Supplier<String> obstacle;
    private final Runnable action;
    private final ReadOnlyStringWrapper text;
    private final ReadOnlyBooleanWrapper disabled = new ReadOnlyBooleanWrapper();

    private Command(Builder builder, Runnable action) {
        id = builder.id;
        category = builder.category;
        section = builder.section;
        inMenu = builder.inMenu;
        keys = List.copyOf(builder.keys);
        icon = builder.icon;
        words = builder.words;
        within = builder.within;
        title = builder.title;
        obstacle = builder.obstacle;
        this.action = action;
        text = new ReadOnlyStringWrapper(title.get());
    }

    /**
     * Begins a command.
     *
     * @param id names it in the program: unique, lower case with hyphens
     * @param title what it does, as the menu shows it
     */
    public static Builder of(Category category, String id, String title) {
        return new Builder(category, id, title);
    }

    /** What a command is made of; {@link #does} ends it. */
    public static final class Builder {

        private final Category category;
        private final String id;
        private final List<KeyCombination> keys = new ArrayList<>();
        private Supplier<String> title;
        private String section = "";
        private boolean inMenu = true;
        private @Nullable Ikon icon;
        private String words = "";
        private String within = "";
        private Supplier<String> obstacle = () -> "";

        private Builder(Category category, String id, String title) {
            this.category = category;
            this.id = id;
            this.title = () -> title;
        }

        /** Has a key, as {@link KeyCombination#valueOf} reads it; the first is shown, the others work too. */
        public Builder key(String key) {
            keys.add(KeyCombination.valueOf(key));
            return this;
        }

        /** Has an icon. */
        public Builder icon(Ikon newIcon) {
            icon = newIcon;
            return this;
        }

        /** Is found in the palette under these words too. */
        public Builder words(String newWords) {
            words = newWords;
            return this;
        }

        /** Stands in a menu of this name, which the palette shows before its title. */
        public Builder within(String submenu) {
            within = submenu;
            return this;
        }

        /** Stands in a section of its menu; lines part the sections. */
        public Builder section(String newSection) {
            section = newSection;
            return this;
        }

        /** Stands in no menu of the menu bar: it is in the palette and has its key all the same. */
        public Builder notInMenu() {
            inMenu = false;
            return this;
        }

        /** Has a title that changes with what it would do. */
        public Builder titled(Supplier<String> newTitle) {
            title = newTitle;
            return this;
        }

        /**
         * Cannot always be done.
         *
         * @param why says why it cannot be done now, as a short sentence without a full stop; empty where it can
         */
        public Builder unless(Supplier<String> why) {
            obstacle = why;
            return this;
        }

        /** The command, with what it does. */
        public Command does(Runnable action) {
            return new Command(this, action);
        }
    }

    /** Its name in the program. */
    public String id() {
        return id;
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

    /** What it would do now. */
    public String title() {
        return text.get();
    }

    /** What it would do now, where it stands in no menu that says what it is about. */
    public String fullTitle() {
        return within.isEmpty() ? title() : within + ": " + title();
    }

    /** Its keys, the one that is shown first. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** All its keys, as people read them. */
    public List<String> keyTexts() {
        return keys.stream().map(Command::text).distinct().toList();
    }

    /** The key that is shown, as people read it; empty where there is none. */
    public String keyText() {
        return keys.isEmpty() ? "" : text(keys.get(0));
    }

    private static String text(KeyCombination key) {
        String shown = key.getDisplayText();
        return switch (shown) {
            case "Back_Space" -> "Backspace";
            case "Context_Menu" -> "Menu key";
            default ->
                shown.replace("↵", "Enter")
                        .replace("Ctrl+Subtract", "Ctrl+Num -")
                        .replace("Ctrl+Add", "Ctrl+Num +");
        };
    }

    public @Nullable Ikon icon() {
        return icon;
    }

    /** Words under which it is found besides its title. */
    public String words() {
        return words;
    }

    /** Why it cannot be done now; empty where it can. */
    public String obstacle() {
        return obstacle.get();
    }

    /** What it would do now, for those who show it all the time; {@link #refresh} keeps it up to date. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether it cannot be done now; {@link #refresh} keeps it up to date. */
    public ReadOnlyBooleanProperty disabledProperty() {
        return disabled.getReadOnlyProperty();
    }

    /** Looks anew at what it would do and whether it can be done. */
    public void refresh() {
        text.set(title.get());
        disabled.set(!obstacle.get().isEmpty());
    }

    /** Does it, unless something stands in its way. */
    public void run() {
        if (obstacle().isEmpty()) {
            action.run();
        }
    }

    @Override
    public MenuItem menuItem() {
        refresh();
        MenuItem item = new MenuItem();
        item.setId("menu-" + id);
        item.textProperty().bind(text);
        item.setMnemonicParsing(false);
        item.disableProperty().bind(disabled);
        item.setOnAction(event -> run());
        if (!keys.isEmpty()) {
            item.setAccelerator(keys.get(0));
        }
        if (icon != null) {
            item.setGraphic(Icons.node(icon));
        }
        return item;
    }

    /** A button with its icon only. */
    public Button iconButton() {
        if (icon == null) {
            throw new IllegalStateException(id + " has no icon");
        }
        Button button = new Button(null, Icons.node(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        return connect(button);
    }

    /** A button with its icon and its words. */
    public Button button() {
        Button button = new Button();
        button.textProperty().bind(text);
        if (icon != null) {
            button.setGraphic(Icons.node(icon));
        }
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return connect(button);
    }

    private Button connect(Button button) {
        refresh();
        button.disableProperty().bind(disabled);
        button.setOnAction(event -> run());
        Icons.describe(button, hint());
        text.addListener((observable, was, is) -> Icons.describe(button, hint()));
        return button;
    }

    /** What it does, with its key: for tooltips. */
    private String hint() {
        return keys.isEmpty() ? title() : title() + " (" + keyText() + ")";
    }
}
