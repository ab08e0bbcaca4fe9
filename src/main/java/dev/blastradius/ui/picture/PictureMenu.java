package dev.blastradius.ui.picture;

import dev.blastradius.ui.look.Icons;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The menu with which a picture leaves the window: by the right button, the menu key or Shift+F10. */
public final class PictureMenu {

    private static final String KEY = PictureMenu.class.getName();

    private PictureMenu() {}

    /**
     * Gives something in the window the menu, as its own.
     *
     * @param what the picture of it as it is now; null: there is nothing to be seen
     */
    public static void on(Node node, Supplier<@Nullable Shown> what) {
        tell(node, what);
        ContextMenu menu = new ContextMenu();
        menu.setId("picture-menu");
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (open(menu, node, what, event.getScreenX(), event.getScreenY())) {
                event.consume();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Bounds place = isMenuKey(event) ? node.localToScreen(node.getLayoutBounds()) : null;
            if (place != null && open(menu, node, what, place.getCenterX(), place.getCenterY())) {
                event.consume();
            }
        });
    }

    /** Whether a key opens the menu of what has the keyboard. */
    public static boolean isMenuKey(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown();
    }

    /** Says what the picture of something is, for the commands of the window, where it has a menu of its own. */
    public static void tell(Node node, Supplier<@Nullable Shown> what) {
        node.getProperties().put(KEY, what);
    }

    /** The picture of something; null where it has none, or none now. */
    static @Nullable Shown of(Node node) {
        return node.hasProperties()
                        && node.getProperties().get(KEY) instanceof Supplier<?> what
                        && what.get() instanceof Shown shown
                ? shown
                : null;
    }

    /** Whether something in the window has a picture at times. */
    static boolean has(Node node) {
        return node.hasProperties() && node.getProperties().containsKey(KEY);
    }

    private static boolean open(ContextMenu menu, Node node, Supplier<@Nullable Shown> what, double x, double y) {
        Shown shown = what.get();
        if (shown == null || node.getScene() == null) {
            return false;
        }
        menu.getItems().setAll(items(node, shown));
        menu.show(node, x, y);
        return true;
    }

    /** What can be done with a picture, for a menu that has other things too. */
    public static List<MenuItem> items(Node node, Shown shown) {
        PictureDesk desk = PictureDesk.of(node.getScene());
        return List.of(
                item("picture-copy", "Copy picture", Feather.COPY, () -> desk.copy(shown)),
                item("picture-svg", "Save picture as SVG…", Feather.SAVE, () -> desk.save(shown, PictureForm.SVG)),
                item("picture-png", "Save picture as PNG…", Feather.IMAGE, () -> desk.save(shown, PictureForm.PNG)));
    }

    private static MenuItem item(String id, String words, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(words, Icons.node(icon));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
