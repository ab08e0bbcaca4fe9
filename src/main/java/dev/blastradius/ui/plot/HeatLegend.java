package dev.blastradius.ui.plot;

import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.HeatMap.Scale;
import dev.blastradius.chart.HeatRamp;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What the colours of a {@link HeatMap} mean. */
public final class HeatLegend extends HBox {

    private static final int STOPS = 8;
    private static final double WIDTH = 150;
    private static final double HEIGHT = 12;

    private final Label what = new Label();
    private final Label good = new Label();
    private final Label bad = new Label();
    private final Region bar = new Region();
    private final Region sign = new Region();
    private final Label mark = new Label();

    private HeatRamp ramp = HeatRamp.LIGHT;

    /** A legend of nothing. */
    public HeatLegend() {
        getStyleClass().add("heat-legend");
        setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("heat-bar");
        bar.setMinSize(WIDTH, HEIGHT);
        bar.setMaxSize(WIDTH, HEIGHT);
        sign.getStyleClass().add("heat-mark");
        sign.setMinSize(20, 14);
        sign.setMaxSize(20, 14);
        getChildren().setAll(what, good, bar, bad, sign, mark);
        for (Label label : List.of(good, bad)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        show(null);
    }

    /** Chooses the colours: on dark, or on light. */
    public void setDark(boolean dark) {
        ramp = dark ? HeatRamp.DARK : HeatRamp.LIGHT;
        paint();
    }

    /** Tells of a heat map; null: of none. */
    public void show(@Nullable HeatMap map) {
        setVisible(map != null);
        setManaged(map != null);
        if (map == null) {
            return;
        }
        Scale scale = map.scale();
        what.setText(scale.label());
        good.setText(scale.unit().brief(scale.good()));
        bad.setText(scale.unit().brief(scale.bad()));
        mark.setText(map.mark());
        for (Region part : List.of(sign, mark)) {
            part.setVisible(!map.mark().isEmpty());
            part.setManaged(!map.mark().isEmpty());
        }
        paint();
    }

    private void paint() {
        List<String> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double strength = i / (double) STOPS;
            stops.add(HeatRamp.web(ramp.color(strength)) + " " + Math.round(100 * strength) + "%");
        }
        bar.setStyle("-fx-background-color: linear-gradient(to right, " + String.join(", ", stops) + ");");
    }
}
