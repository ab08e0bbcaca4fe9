package dev.blastradius.ui.cascade;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Views of which one is seen, with buttons that can stand in a line with other controls: tabs without a line of their own. */
final class ViewTabs extends StackPane {

    private final ToggleGroup group = new ToggleGroup();
    private final HBox buttons = new HBox();
    private final List<Node> contents = new ArrayList<>();
    private final Runnable chosen;

    /**
     * No views yet.
     *
     * @param chosen hears when the user has chosen one
     */
    ViewTabs(Runnable chosen) {
        this.chosen = chosen;
        setId("cascade-views");
        buttons.setId("cascade-view-buttons");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER);
    }

    /** One more view, where there is one; the first is seen. */
    ViewTabs add(String id, String title, @Nullable Node content) {
        if (content == null) {
            return this;
        }
        ToggleButton button = new ToggleButton(title);
        button.setId(id);
        button.getStyleClass().addAll(Styles.SMALL, "cascade-view");
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            show(id);
            chosen.run();
        });
        buttons.getChildren().add(button);
        contents.add(content);
        getChildren().add(content);
        style();
        if (contents.size() == 1) {
            show(id);
        } else {
            content.setVisible(false);
        }
        return this;
    }

    private void style() {
        // One view needs no choice.
        buttons.setVisible(contents.size() > 1);
        int last = buttons.getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            Node button = buttons.getChildren().get(i);
            button.getStyleClass().removeAll(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
            if (last > 0) {
                button.getStyleClass()
                        .add(i == 0 ? Styles.LEFT_PILL : i == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            }
        }
    }

    /** Shows a view by its button's id. */
    void show(String id) {
        for (int i = 0; i < contents.size(); i++) {
            ToggleButton button = (ToggleButton) buttons.getChildren().get(i);
            boolean isIt = id.equals(button.getId());
            button.setSelected(isIt);
            contents.get(i).setVisible(isIt);
        }
    }

    /** What chooses the view that is seen. */
    HBox buttons() {
        return buttons;
    }

    boolean isEmpty() {
        return contents.isEmpty();
    }
}
