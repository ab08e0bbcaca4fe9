package dev.blastradius.ui.inspector;

import dev.blastradius.editor.density.Density;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** A small picture of a distribution's density with its median and its 99th percentile, and both in words. */
final class DensityView extends VBox {

    private static final double HEIGHT = 46;

    private final Picture picture = new Picture();
    private final Label words = new Label();

    DensityView(String id) {
        setId(id);
        getStyleClass().add("density");
        words.getStyleClass().add("field-unit");
        words.setWrapText(true);
        words.setId(id + "-words");
        managedProperty().bind(visibleProperty());
        getChildren().addAll(picture, words);
        show(null);
    }

    /** Shows a density; nothing where there is none. */
    void show(@Nullable Density density) {
        setVisible(density != null);
        picture.density = density;
        picture.setVisible(density != null);
        if (density != null) {
            words.setText(density.words() + (density.logarithmic() ? " (log axis)" : ""));
            picture.setAccessibleText("Distribution: " + density.words());
            picture.requestLayout();
        }
    }

    /** The curve, a line at the median, and a dashed one at the 99th percentile. */
    private static final class Picture extends Region {

        private final Path area = new Path();
        private final Line base = new Line();
        private final Line median = new Line();
        private final Line p99 = new Line();
        private @Nullable Density density;

        Picture() {
            getStyleClass().add("density-picture");
            area.getStyleClass().add("density-area");
            base.getStyleClass().add("density-base");
            median.getStyleClass().add("density-median");
            p99.getStyleClass().add("density-p99");
            getChildren().addAll(area, base, median, p99);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
        }

        @Override
        protected void layoutChildren() {
            Density now = density;
            if (now == null) {
                return;
            }
            double left = snappedLeftInset();
            double width = Math.max(1, getWidth() - left - snappedRightInset());
            double top = snappedTopInset();
            double bottom = getHeight() - snappedBottomInset();
            draw(now, left, width, top, bottom);
            base.setStartX(left);
            base.setEndX(left + width);
            base.setStartY(bottom);
            base.setEndY(bottom);
            place(median, left + width * now.place(now.median()), top, bottom);
            place(p99, left + width * now.place(now.p99()), top, bottom);
        }

        private void draw(Density now, double left, double width, double top, double bottom) {
            List<Double> heights = now.heights();
            area.getElements().setAll(new MoveTo(left, bottom));
            for (int i = 0; i < heights.size(); i++) {
                double x = left + width * (i + 0.5) / heights.size();
                area.getElements().add(new LineTo(x, bottom - (bottom - top - 2) * heights.get(i)));
            }
            area.getElements().addAll(new LineTo(left + width, bottom), new ClosePath());
        }

        private static void place(Line line, double x, double top, double bottom) {
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(top);
            line.setEndY(bottom);
        }
    }
}
