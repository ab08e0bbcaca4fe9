package dev.blastradius.ui.canvas;

import dev.blastradius.editor.board.Placed;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.ui.look.Icons;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The kinds of components, at a place of the canvas where one is to be added. */
final class AddMenu {

    private final ContextMenu menu = new ContextMenu();

    AddMenu() {
        menu.setId("add-menu");
    }

    /**
     * Shows it at a point of a node.
     *
     * @param title what is chosen here
     * @param called whether the new component will be called, so that one which nobody calls is no choice
     */
    void show(Node owner, Point at, String title, boolean called, Consumer<Placed> chosen) {
        MenuItem head = new MenuItem(title);
        head.setDisable(true);
        head.getStyleClass().add("menu-head");
        menu.getItems().setAll(head, new SeparatorMenuItem());
        for (Kind<? extends Component> kind : Kinds.ALL) {
            if (!called || kind.role() != Role.SOURCE) {
                MenuItem item = new MenuItem(kind.title(), Icons.node(Icons.of(kind)));
                item.setOnAction(event -> chosen.accept(Placed.of(kind)));
                menu.getItems().add(item);
            }
        }
        Point2D screen = owner.localToScreen(at.x(), at.y());
        menu.show(owner, screen.getX(), screen.getY());
    }
}
