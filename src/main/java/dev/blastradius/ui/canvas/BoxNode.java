package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A component as a box: outline and icon by its kind, its name, and a line of its main numbers. */
final class BoxNode extends Pane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass HURT = PseudoClass.getPseudoClass("hurt");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass LIDDED = PseudoClass.getPseudoClass("lidded");
    private static final double SERIOUS = 0.2;
    private static final double NOTICEABLE = 0.005;

    private final String id;
    private final SVGPath outline = new SVGPath();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final FontIcon icon;
    private final Label damage = new Label();
    private final Label fault = new Label();
    private final DeviationBadge deviation = new DeviationBadge();

    BoxNode(String id, Component component) {
        this.id = id;
        getStyleClass().add("box");
        setId("box-" + id);
        setPickOnBounds(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        outline.getStyleClass().add("box-outline");
        icon = Icons.node(Icons.of(component.kind()));
        icon.setIconSize(18);
        icon.getStyleClass().add("box-icon");
        title.getStyleClass().add("box-title");
        detail.getStyleClass().add("box-detail");
        damage.getStyleClass().add("box-damage");
        damage.setTooltip(new Tooltip("Of what it was asked for while a fault was active, this share failed."
                + " In a run without a fault: of all it was asked for."));
        fault.getStyleClass().add("box-fault");
        fault.setGraphic(new FontIcon(Feather.ZAP));
        fault.setVisible(false);
        damage.setVisible(false);
        VBox words = new VBox(1, title, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox content = new HBox(11, icon, words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("box-content");
        content.prefWidthProperty().bind(prefWidthProperty());
        content.prefHeightProperty().bind(prefHeightProperty());
        getChildren().addAll(outline, content, damage, fault, deviation);
        deviation.layoutYProperty().bind(prefHeightProperty().subtract(9));
        deviation.setLayoutX(10);
        damage.setLayoutY(-9);
        damage.layoutXProperty()
                .bind(prefWidthProperty().subtract(damage.widthProperty()).subtract(4));
        fault.setLayoutX(-8);
        fault.setLayoutY(-9);
    }

    String componentId() {
        return id;
    }

    void show(Component component, Point corner, Size size) {
        relocate(corner.x(), corner.y());
        setPrefSize(size.width(), size.height());
        outline.setContent(Outline.of(component.kind(), size));
        pseudoClassStateChanged(LIDDED, Outline.hasLid(component.kind()));
        icon.setIconCode(Icons.of(component.kind()));
        title.setText(component.title(id));
        detail.setText(Captions.of(component));
        setAccessibleText(component.kind().title() + " " + component.title(id) + ", " + detail.getText());
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Whether it answers to what is being looked for. */
    void setFound(boolean found) {
        pseudoClassStateChanged(FOUND, found);
    }

    /** Whether an arrow that is being drawn would end here. */
    void setTarget(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    /** Whether the chosen scenario breaks it. */
    void setFaulted(boolean faulted) {
        fault.setVisible(faulted);
    }

    /** The share of what it was asked for that failed, 0 to 1; NaN where nothing is known. */
    void setDamage(double share) {
        boolean noticeable = share >= NOTICEABLE;
        damage.setVisible(noticeable);
        damage.setText(noticeable ? Math.max(1, Math.round(share * 100)) + " % failed" : "");
        pseudoClassStateChanged(HURT, noticeable && share < SERIOUS);
        pseudoClassStateChanged(BROKEN, share >= SERIOUS);
    }

    /** How it differs from the drawing; null: not at all. */
    void setDeviation(Deviation.@Nullable Kind kind) {
        deviation.show(kind);
        pseudoClassStateChanged(ADDED, kind == Deviation.Kind.ADDED);
    }
}
