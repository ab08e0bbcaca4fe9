package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.ui.command.Category;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path folder;

    @Test
    void noTwoCommandsShareAKey() {
        try (WindowDriver driver = new WindowDriver()) {
            Map<KeyCombination, String> owners = new HashMap<>();
            for (Command command : all(driver)) {
                for (KeyCombination key : command.keys()) {
                    String other = owners.put(key, command.id());
                    assertEquals(null, other, key + " belongs to " + command.id() + " too");
                }
            }
            assertFalse(owners.isEmpty());
        }
    }

    @Test
    void everyCommandHasAnIdOfItsOwnATitleAndACategory() {
        try (WindowDriver driver = new WindowDriver()) {
            Set<String> ids = new HashSet<>();
            for (Command command : all(driver)) {
                assertTrue(ids.add(command.id()), command.id());
                assertFalse(command.title().isBlank(), command.id());
                assertNotNull(command.category(), command.id());
            }
        }
    }

    @Test
    void everyMenuItemIsACommand() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Set<String> ids = new HashSet<>();
            all(driver).forEach(command -> ids.add("menu-" + command.id()));
            List<MenuItem> items = new ArrayList<>();
            Fx.run(() -> ((MenuBar) driver.find(".menu-bar"))
                    .getMenus()
                    .forEach(menu -> menu.getItems().forEach(item -> leaves(item, items))));
            assertTrue(items.size() > 30, "only " + items.size());
            for (MenuItem item : items) {
                assertTrue(ids.contains(item.getId()), item.getText() + " is no command: " + item.getId());
            }
        }
    }

    private static void leaves(MenuItem item, List<MenuItem> leaves) {
        if (item instanceof Menu menu) {
            menu.getItems().forEach(each -> leaves(each, leaves));
        } else if (!(item instanceof SeparatorMenuItem)) {
            leaves.add(item);
        }
    }

    @Test
    void whatCannotBeDoneSaysWhyAndDoesNothing() {
        try (WindowDriver driver = new WindowDriver()) {
            Command delete = Fx.get(() -> driver.window.commands().get("delete"));
            assertEquals("No model is open", Fx.get(delete::obstacle));
            driver.openModel(folder);
            assertEquals("Nothing is selected", Fx.get(delete::obstacle));
            assertTrue(delete.disabledProperty().get());
            Fx.run(delete::run);
            assertEquals("8 components · 8 arrows", driver.text("#status-size"));
            driver.click("#box-opus");
            assertFalse(delete.disabledProperty().get());
            Fx.run(delete::run);
            assertTrue(driver.text("#status-size").startsWith("7 components"));
        }
    }

    @Test
    void theSecondKeyOfACommandWorksLikeItsFirst() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.DELETE);
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertEquals("8 components · 8 arrows", driver.text("#status-size"));
            driver.press(KeyCode.CONTROL, KeyCode.Y);
            assertTrue(driver.text("#status-size").startsWith("7 components"));
        }
    }

    @Test
    void aRegistryRefusesTwoCommandsWithOneKey() {
        Command one = Command.of(Category.EDIT, "one", "One").key("Shortcut+J").does(() -> {});
        Command two = Command.of(Category.EDIT, "two", "Two").key("Shortcut+J").does(() -> {});
        assertThrows(IllegalArgumentException.class, () -> new Commands(List.of(List.of(one, two))));
        assertThrows(IllegalArgumentException.class, () -> new Commands(List.of(List.of(one), List.of(one))));
    }

    private static List<Command> all(WindowDriver driver) {
        return Fx.get(() -> driver.window.commands().all());
    }
}
