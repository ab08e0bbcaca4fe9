package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Deviation;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A small sign on a box or an arrow that is not as drawn: a plus for what a strategy adds, a triangle for what it changes. */
final class DeviationBadge extends Label {

    /** Its width and its height, in pixels of the drawing. */
    static final double SIZE = 17;

    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");

    private final Tooltip tip = new Tooltip();

    DeviationBadge() {
        getStyleClass().add("deviation-badge");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setAlignment(Pos.CENTER);
        setTooltip(tip);
        show(null);
    }

    /** Shows how something differs from the drawing; nothing where it does not. */
    void show(Deviation.@Nullable Kind kind) {
        setVisible(kind != null);
        setText(kind == Deviation.Kind.ADDED ? "+" : "Δ");
        pseudoClassStateChanged(ADDED, kind == Deviation.Kind.ADDED);
        tip.setText(kind == null ? "" : kind.sentence());
    }
}
