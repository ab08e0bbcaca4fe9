package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.Dots;
import dev.blastradius.ui.look.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the signs on the stage mean. It can be folded into its title. */
final class Legend extends VBox {

    private static final double LINE = 26;
    private static final double[] RATES = {1, 10, 100, 1000};
    private static final int DOT = 11;

    private final VBox rows = new VBox();
    private final HBox dots = new HBox();
    private final Button fold = Icons.button(Feather.CHEVRON_DOWN, "Fold or unfold what the signs mean");

    Legend() {
        getStyleClass().add("stage-legend");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label("Legend");
        title.getStyleClass().add("stage-legend-title");
        HBox head = new HBox(title, fold);
        head.getStyleClass().add("stage-legend-head");
        fold.setId("stage-legend-fold");
        fold.setOnAction(event -> setFolded(rows.isVisible()));
        rows.getStyleClass().add("stage-legend-rows");
        rows.getChildren()
                .setAll(
                        row("Box", swatch("level", "busy"), swatch("full", "all busy")),
                        row("Ring", swatch("good", "well"), swatch("hurt", "0.5–20 % fails"), swatch("broken", "more")),
                        widths(),
                        row("Breaker", breaker("closed", 0), breaker("half open", -4), breaker("open", -9)),
                        dots);
        dots.getStyleClass().add("stage-legend-row");
        getChildren().setAll(head, rows);
        setDark(false);
        setFolded(true);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("stage-legend-caption");
        return label;
    }

    private static HBox row(String name, Node... samples) {
        HBox row = new HBox(caption(name));
        row.getStyleClass().add("stage-legend-row");
        row.getChildren().addAll(samples);
        return row;
    }

    private static Label swatch(String style, String words) {
        Region picture = new Region();
        picture.getStyleClass().addAll("stage-swatch", style);
        Label label = new Label(words);
        label.setGraphic(picture);
        return label;
    }

    private static HBox widths() {
        HBox row = row("Arrow");
        for (double rate : RATES) {
            Line line = new Line(0, 0, LINE, 0);
            line.getStyleClass().add("stage-legend-line");
            line.setStyle("-fx-stroke-width: " + ArrowLook.width(rate));
            Label label = new Label(rate < 1000 ? Math.round(rate) + "/s" : "1k/s");
            label.setGraphic(new StackPane(line));
            row.getChildren().add(label);
        }
        return row;
    }

    private static Label breaker(String words, double rise) {
        Line lever = new Line(0, 0, 12, rise);
        lever.getStyleClass().add("stage-legend-lever");
        Label label = new Label(words);
        label.setGraphic(lever);
        return label;
    }

    void setDark(boolean dark) {
        Sprites sprites = new Sprites(DOT, dark);
        dots.getChildren().setAll(caption("Moving"));
        for (Dots.Kind kind : Dots.Kind.values()) {
            Label label = new Label(
                    switch (kind) {
                        case SENT -> "sent";
                        case ANSWERED -> "answered";
                        case FAILED -> "failed";
                        case TIMED_OUT -> "timed out";
                        case REFUSED -> "refused";
                    });
            label.setGraphic(new ImageView(sprites.of(kind)));
            dots.getChildren().add(label);
        }
    }

    /** Shows its title alone. */
    void setFolded(boolean folded) {
        rows.setVisible(!folded);
        rows.setManaged(!folded);
        ((FontIcon) fold.getGraphic()).setIconCode(folded ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
    }
}
