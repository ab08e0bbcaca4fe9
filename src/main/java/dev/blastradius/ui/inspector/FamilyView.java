package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.MenuLines;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The given members of a family, each with a button to take it away, and a menu of those that can be added. */
final class FamilyView extends VBox {

    FamilyView(FormView form, FormItem.Family family) {
        String id = String.join("-", family.path());
        setId("family-" + id);
        getStyleClass().add("form");
        ProblemLabel problem = form.problemLabel("family-" + id, family);
        Label title = new Label(family.label());
        title.getStyleClass().add("field-label");
        getChildren().add(title);
        for (FormItem item : family.items()) {
            Node node = form.node(item);
            HBox.setHgrow(node, Priority.ALWAYS);
            Button remove = Icons.button(Feather.X, "Take away: " + item.label());
            remove.setId("remove-" + String.join("-", item.path()));
            remove.getStyleClass().add("row-button");
            remove.setOnAction(event -> form.change(() -> form.set(item, null), problem, () -> {}));
            HBox row = new HBox(4, node, remove);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        }
        MenuButton add = new MenuButton("Add…", Icons.node(Feather.PLUS));
        add.setId("add-" + id);
        add.getStyleClass().add("offers");
        Icons.describe(add, family.meaning());
        for (FormItem.Offered offered : family.more()) {
            add.getItems()
                    .add(MenuLines.item(
                            offered.option().label(),
                            offered.option().meaning(),
                            "",
                            () -> form.change(() -> form.add(family, offered), problem, () -> {})));
        }
        add.setDisable(family.more().isEmpty());
        getChildren().addAll(add, problem);
    }
}
