package dev.blastradius.ui.cascade.frames;

import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.Stretch;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.chart.cascade.CascadeCharts;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Pixels;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A chart of the whole recording that is painted once, and a line in it that goes on with the moment. */
public final class FilmChart extends Region {

    private static final double HEAD = 26;
    private static final double SWATCH = 10;

    private final CascadeState state;
    private final CascadeChart kind;
    private final ImageView view = new ImageView();
    private final HBox head = new HBox(14);
    private final Line cursor = new Line();
    private @Nullable Playback painted;

    /** The first chart of those there are. */
    public FilmChart(CascadeState state) {
        this.state = state;
        kind = CascadeCharts.ALL.get(0);
        getStyleClass().add("film-chart");
        head.getStyleClass().add("film-chart-head");
        cursor.getStyleClass().add("film-chart-cursor");
        getChildren().setAll(head, view, cursor);
        state.cursor().addListener(observable -> place());
        state.playback().addListener(observable -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        Playback playback = state.playback().get();
        double width = getWidth();
        double height = getHeight() - HEAD;
        head.resizeRelocate(0, 0, width, HEAD);
        if (playback != null && !playback.equals(painted) && width > 1 && height > 1) {
            painted = playback;
            paint(playback, width, height);
        }
        view.relocate(0, HEAD);
        place();
    }

    private void paint(Playback playback, double width, double height) {
        Names names = new Names(playback.spec().pipeline());
        Charted chart = kind.chart(playback, names, kind.mostTelling(playback, names));
        ChartTheme theme = state.dark().get() ? ChartTheme.DARK : ChartTheme.LIGHT;
        Stretch stretch = new Stretch(0, playback.duration(), TimeScale.LEFT, TimeScale.RIGHT, true, true);
        view.setImage(Pixels.image(ChartPainter.paint(chart, theme, stretch, width, height, 1)));
        Label title = new Label(chart.title());
        title.getStyleClass().add("film-chart-title");
        head.getChildren().setAll(title);
        for (Charted.Entry entry : chart.legend()) {
            Label label = new Label(entry.name());
            Rectangle swatch = new Rectangle(SWATCH, SWATCH);
            swatch.setStyle("-fx-fill: " + theme.web(entry.ink()));
            label.setGraphic(swatch);
            head.getChildren().add(label);
        }
    }

    private void place() {
        double seconds = state.cursor().get();
        boolean known = painted != null && !Double.isNaN(seconds);
        cursor.setVisible(known);
        if (known) {
            double x = TimeScale.of(state, getWidth()).x(seconds);
            cursor.setStartX(x);
            cursor.setEndX(x);
            cursor.setStartY(HEAD);
            cursor.setEndY(getHeight());
        }
    }
}
