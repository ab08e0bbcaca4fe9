package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.ChartTheme;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** What the bars' colours and patterns mean. */
final class Legend extends FlowPane {

    Legend() {
        getStyleClass().add("waterfall-legend");
    }

    void paint(ChartTheme theme) {
        getChildren().clear();
        for (SpanPaint each : SpanPaint.values()) {
            getChildren().add(swatch(each.word(), each.web(theme)));
        }
        getChildren().add(swatch("went on unwanted", SpanPaint.hatched(SpanPaint.WORK.web(theme))));
    }

    private static Label swatch(String words, String fill) {
        Region square = new Region();
        square.getStyleClass().add("waterfall-swatch");
        square.setStyle("-fx-background-color: " + fill + ";");
        Label label = new Label(words, square);
        label.getStyleClass().add("waterfall-word");
        return label;
    }
}
