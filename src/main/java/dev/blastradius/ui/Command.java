package dev.blastradius.ui;

import dev.blastradius.ui.look.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Something the user can have done: in the menu, by a key, and for some by a button. */
final class Command {

    private final StringProperty text;
    private final @Nullable KeyCombination key;
    private final @Nullable Ikon icon;
    private final Runnable action;
    private final BooleanProperty disabled = new SimpleBooleanProperty();

    /**
     * A command.
     *
     * @param key its key as {@link KeyCombination#valueOf} reads it; empty for none
     */
    Command(String text, String key, @Nullable Ikon icon, Runnable action) {
        this.text = new SimpleStringProperty(text);
        this.key = key.isEmpty() ? null : KeyCombination.valueOf(key);
        this.icon = icon;
        this.action = action;
    }

    StringProperty textProperty() {
        return text;
    }

    BooleanProperty disabledProperty() {
        return disabled;
    }

    /** Does it, unless it is disabled. */
    void run() {
        if (!disabled.get()) {
            action.run();
        }
    }

    MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.textProperty().bind(text);
        item.setMnemonicParsing(false);
        item.disableProperty().bind(disabled);
        item.setOnAction(event -> run());
        if (key != null) {
            item.setAccelerator(key);
        }
        if (icon != null) {
            item.setGraphic(Icons.node(icon));
        }
        return item;
    }

    /** A button with its icon only. */
    Button iconButton() {
        if (icon == null) {
            throw new IllegalStateException(text.get() + " has no icon");
        }
        Button button = Icons.button(icon, keyHint());
        button.disableProperty().bind(disabled);
        button.setOnAction(event -> run());
        return button;
    }

    /** A button with its icon and its words. */
    Button button() {
        Button button = new Button();
        button.textProperty().bind(text);
        if (icon != null) {
            button.setGraphic(Icons.node(icon));
        }
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.disableProperty().bind(disabled);
        button.setOnAction(event -> run());
        Icons.describe(button, keyHint());
        return button;
    }

    private String keyHint() {
        return key == null ? text.get() : text.get() + " (" + key.getDisplayText() + ")";
    }
}
