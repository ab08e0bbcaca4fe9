package dev.blastradius.ui.results;

import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartSpec.Reading;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Figures;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** A chart's exact values at one moment. */
final class CursorCard extends VBox {

    private final Label time = new Label();
    private final GridPane values = new GridPane();
    private final Label faults = new Label();

    private ChartTheme theme = ChartTheme.LIGHT;

    CursorCard() {
        getStyleClass().add("cursor-card");
        time.getStyleClass().add("cursor-time");
        faults.getStyleClass().add("cursor-fault");
        faults.setMaxWidth(220);
        faults.setWrapText(true);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        values.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), right);
        values.setHgap(6);
        getChildren().setAll(time, values);
        setMouseTransparent(true);
    }

    void setTheme(ChartTheme newTheme) {
        theme = newTheme;
    }

    /** Shows the values at a time in seconds. */
    void show(ChartSpec spec, double seconds) {
        time.setText("at " + Figures.time(seconds) + (seconds < spec.warmup() ? ", warm-up" : ""));
        values.getChildren().clear();
        int row = 0;
        for (Reading reading : spec.readings(seconds)) {
            values.addRow(row++, swatch(theme.web(reading.ink())), whole(reading.name()), whole(reading.text()));
        }
        String active = String.join("\n", spec.faultsAt(seconds));
        faults.setText(active);
        getChildren().setAll(time, values);
        if (!active.isEmpty()) {
            getChildren().add(faults);
        }
    }

    private static Label whole(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    static Rectangle swatch(String color) {
        Rectangle swatch = new Rectangle(8, 8);
        swatch.setStyle("-fx-fill: " + color);
        return swatch;
    }
}
