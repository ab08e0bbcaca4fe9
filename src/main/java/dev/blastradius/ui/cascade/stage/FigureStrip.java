package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.editor.stage.KeyFigures;
import dev.blastradius.ui.look.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The clock and the three numbers that say how it goes, over the drawing. */
final class FigureStrip extends HBox {

    private static final PseudoClass HURT = PseudoClass.getPseudoClass("hurt");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    /** Goodput under this is marked, and under the second one more so: what is missing to 1 is a box's share of failures. */
    private static final double WELL = 0.995;

    private static final double BADLY = 0.8;
    private static final double STORM = 2;

    private final Label clock = figure("figure-clock");
    private final Label goodput = figure("figure-goodput");
    private final Label failed = figure("figure-failed");
    private final Label amplification = figure("figure-amplification");

    FigureStrip() {
        getStyleClass().add("figure-strip");
        setMouseTransparent(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren()
                .setAll(
                        clock,
                        part(goodput, "goodput"),
                        part(failed, "failed"),
                        part(amplification, "attempts per call"));
        Icons.describe(goodput, "Requests that ended well, in time and not wrongly, of those that ended in this step");
        Icons.describe(failed, "Requests that failed or whose user gave up, a second");
        Icons.describe(amplification, "Attempts for each call, over all arrows: retries and hedges amplify the load");
    }

    private static Label figure(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("figure");
        return label;
    }

    private static VBox part(Label figure, String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("figure-caption");
        VBox part = new VBox(figure, caption);
        part.getStyleClass().add("figure-part");
        return part;
    }

    void show(double seconds, KeyFigures figures) {
        clock.setText(Double.isNaN(seconds) ? "–:––" : Clock.text(Math.floor(seconds)));
        goodput.setText(figures.goodputWords());
        failed.setText(figures.failedWords());
        amplification.setText(figures.amplificationWords());
        mark(goodput, figures.goodput() < WELL, figures.goodput() < BADLY);
        mark(failed, figures.failedPerSecond() > 0, figures.goodput() < BADLY);
        mark(amplification, figures.amplification() > ArrowLook.AMPLIFIED, figures.amplification() > STORM);
    }

    private static void mark(Label label, boolean hurt, boolean broken) {
        label.pseudoClassStateChanged(HURT, hurt && !broken);
        label.pseudoClassStateChanged(BROKEN, hurt && broken);
    }
}
