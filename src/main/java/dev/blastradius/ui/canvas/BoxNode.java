package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.drawing.Outline;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
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
    private static final PseudoClass DISTANT = PseudoClass.getPseudoClass("distant");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final double BESIDE_NAME = 26;
    private static final double LINES = 1.7;
    private static final double SERIOUS = 0.2;
    private static final double NOTICEABLE = 0.005;

    private final String id;
    private final SVGPath outline = new SVGPath();
    private final Label title = new Label();
    private @Nullable Words words;
    private @Nullable Label damage;
    private @Nullable Label fault;
    private @Nullable DeviationBadge deviation;
    private @Nullable BoxState state;
    private @Nullable BoxLook look;
    private Component component;
    private Detail detail = Detail.SHAPE;
    private String numbers = "";
    private @Nullable Size shownSize;

    /** What is to be read in it, made when it can be read. */
    private record Words(HBox content, FontIcon icon, Label numbers) {}

    BoxNode(String id, Component component) {
        this.id = id;
        getStyleClass().add("box");
        setId("box-" + id);
        setPickOnBounds(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        outline.getStyleClass().add("box-outline");
        this.component = component;
        title.getStyleClass().add("box-title");
        pseudoClassStateChanged(FAR, true);
        getChildren().add(outline);
    }

    private Words makeWords() {
        FontIcon icon = Icons.node(Icons.of(component.kind()));
        icon.setIconSize(18);
        icon.getStyleClass().add("box-icon");
        Label line = new Label(look == null ? numbers : look.words());
        line.getStyleClass().add("box-detail");
        VBox lines = new VBox(1, title, line);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox content = new HBox(11, icon, lines);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("box-content");
        content.prefWidthProperty().bind(prefWidthProperty());
        content.prefHeightProperty().bind(prefHeightProperty());
        getChildren().add(state == null ? 1 : 2, content);
        return new Words(content, icon, line);
    }

    /** Shows as much as can be read. */
    void setDetail(Detail newDetail) {
        if (newDetail == detail) {
            return;
        }
        detail = newDetail;
        if (words == null) {
            words = makeWords();
        }
        pseudoClassStateChanged(DISTANT, detail == Detail.NAME);
        pseudoClassStateChanged(FAR, detail == Detail.SHAPE);
        title.setWrapText(detail == Detail.NAME);
        words.content().setVisible(detail != Detail.SHAPE);
        show(words.icon(), detail == Detail.FULL);
        show(words.numbers(), detail == Detail.FULL);
        if (damage != null) {
            damage.setVisible(detail == Detail.FULL);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    String componentId() {
        return id;
    }

    void show(Component newComponent, Point corner, Size size) {
        relocate(corner.x(), corner.y());
        if (size.equals(shownSize) && newComponent.equals(component)) {
            return;
        }
        component = newComponent;
        shownSize = size;
        setPrefSize(size.width(), size.height());
        outline.setContent(Outline.of(component.kind(), size));
        if (state != null) {
            state.fit(outline.getContent(), size);
        }
        pseudoClassStateChanged(LIDDED, Outline.hasLid(component.kind()));
        title.setText(component.title(id));
        numbers = Captions.of(component);
        if (words != null) {
            words.icon().setIconCode(Icons.of(component.kind()));
            words.numbers().setText(look == null ? numbers : look.words());
        }
        setAccessibleText(component.kind().title() + " " + component.title(id) + ", " + numbers);
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
        if (fault == null && faulted) {
            Label label = new Label();
            label.getStyleClass().add("box-fault");
            label.setGraphic(new FontIcon(Feather.ZAP));
            label.setTooltip(new Tooltip("The chosen scenario breaks it."));
            label.relocate(-8, -9);
            fault = label;
            getChildren().add(label);
        }
        if (fault != null) {
            fault.setVisible(faulted);
        }
    }

    /** The share of what it was asked for that failed, 0 to 1; NaN where nothing is known. */
    void setDamage(double share) {
        boolean noticeable = share >= NOTICEABLE;
        if (noticeable) {
            Label label = damage == null ? makeDamage() : damage;
            label.setText(Math.max(1, Math.round(share * 100)) + " % failed");
            label.setVisible(detail == Detail.FULL);
        } else {
            getChildren().remove(damage);
            damage = null;
        }
        pseudoClassStateChanged(HURT, noticeable && share < SERIOUS);
        pseudoClassStateChanged(BROKEN, share >= SERIOUS);
    }

    /** How it differs from the drawing; null: not at all. */
    void setDeviation(Deviation.@Nullable Kind kind) {
        if (deviation == null && kind != null) {
            DeviationBadge badge = new DeviationBadge();
            badge.layoutYProperty().bind(prefHeightProperty().subtract(9));
            badge.setLayoutX(10);
            deviation = badge;
            getChildren().add(badge);
        }
        if (deviation != null) {
            deviation.show(kind);
        }
        pseudoClassStateChanged(ADDED, kind == Deviation.Kind.ADDED);
    }

    /**
     * Shows how it is at a moment, in place of its numbers; as it is built where that is null.
     *
     * @param dark whether the level in it is for a dark background
     */
    void setLook(@Nullable BoxLook newLook, boolean dark) {
        look = newLook;
        BoxState shown = state;
        if (shown == null) {
            if (newLook == null) {
                return;
            }
            shown = new BoxState();
            state = shown;
            getChildren().add(0, shown.level());
            getChildren().add(shown.signs());
            if (shownSize != null) {
                shown.fit(outline.getContent(), shownSize);
            }
        }
        shown.show(newLook, dark);
        setFaulted(newLook != null && newLook.faulted());
        if (words != null) {
            words.numbers().setText(newLook == null ? numbers : newLook.words());
        }
        Moment.Health health = newLook == null ? null : newLook.health();
        pseudoClassStateChanged(IDLE, health == Moment.Health.IDLE);
        pseudoClassStateChanged(GOOD, health == Moment.Health.GOOD);
        pseudoClassStateChanged(HURT, health == Moment.Health.HURT);
        pseudoClassStateChanged(BROKEN, health == Moment.Health.BROKEN);
    }

    /** Signs of a moment are drawn so many times as large as the box, to be read from afar. */
    void setSignScale(double scale) {
        if (state != null) {
            state.setSignScale(scale);
        }
    }

    /**
     * How large its name is when nothing else is written in it, in pixels of the drawing, unless that has no room; 0: as the style sheet
     * says.
     */
    void setNameSize(double size) {
        title.setStyle(size > 0 ? "-fx-font-size: " + fitting(size) + "px" : "");
    }

    /** The size at which the name fits into two lines, or one under a lid, and its longest word into one. */
    private double fitting(double size) {
        Size box = shownSize;
        if (box == null) {
            return size;
        }
        Font font = Font.font("System", FontWeight.BOLD, size);
        String name = title.getText();
        double longest = 1;
        for (String word : name.split(" ")) {
            longest = Math.max(longest, BoxSizes.width(word, font));
        }
        double room = box.width() - BESIDE_NAME;
        boolean lidded = Outline.hasLid(component.kind());
        // Lines break between words, so two of them are never quite full.
        double lines = lidded ? 1 : BoxSizes.width(name, font) <= room ? 1 : LINES;
        return size * Math.min(1, Math.min(room / longest, lines * room / BoxSizes.width(name, font)));
    }

    private Label makeDamage() {
        Label label = new Label();
        label.getStyleClass().add("box-damage");
        label.setTooltip(new Tooltip("Of what it was asked for while a fault was active, this share failed."
                + " In a run without a fault: of all it was asked for."));
        label.setLayoutY(-9);
        label.layoutXProperty()
                .bind(prefWidthProperty().subtract(label.widthProperty()).subtract(4));
        damage = label;
        getChildren().add(label);
        return label;
    }
}
