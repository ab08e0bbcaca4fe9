package dev.blastradius.ui.plot;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.chart.PlotPainter;
import dev.blastradius.chart.PlotPicture;
import dev.blastradius.ui.look.Pixels;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import dev.blastradius.ui.results.Studio;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Plot} in the window, painted away from the screen's thread. One of its points can be chosen: by a click near it, or with the
 * left and right arrow keys.
 */
public final class PlotView extends Region {

    private static final double NEAR = 24;
    private static final double RING = 8;

    private final Studio studio;
    private final ImageView view = new ImageView();
    private final Circle ring = new Circle(RING);
    private final AtomicInteger asked = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable PlotPicture> picture = new ReadOnlyObjectWrapper<>();

    private ChartTheme theme = ChartTheme.LIGHT;
    private Consumer<Point> onChoose = point -> {};
    private @Nullable Plot plot;
    private @Nullable Point chosen;
    private double paintedWidth;
    private double paintedHeight;

    /** A view of nothing. */
    public PlotView(Studio studio) {
        this.studio = studio;
        getStyleClass().add("plot-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setManaged(false);
        ring.getStyleClass().add("plot-ring");
        ring.setManaged(false);
        ring.setVisible(false);
        getChildren().setAll(view, ring);
        setMinSize(200, 160);
        setOnMouseClicked(event -> {
            requestFocus();
            PlotPicture shown = picture.get();
            Plot drawn = plot;
            if (shown != null && drawn != null) {
                Point near = shown.nearest(drawn, event.getX(), event.getY(), NEAR);
                if (near != null) {
                    choose(near);
                }
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        PictureMenu.on(this, () -> plot == null || plot.isEmpty() ? null : Shown.of(plot));
    }

    /** Hears which point is chosen. */
    public void onChoose(Consumer<Point> listener) {
        onChoose = listener;
    }

    /** What is shown; null: nothing yet. */
    public ReadOnlyObjectProperty<@Nullable PlotPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Chooses the colours: on dark, or on light. */
    public void setDark(boolean dark) {
        theme = dark ? ChartTheme.DARK : ChartTheme.LIGHT;
        repaint();
    }

    /** Shows another plot; null: nothing. */
    public void show(@Nullable Plot newPlot) {
        plot = newPlot;
        chosen = null;
        setAccessibleText(newPlot == null ? null : newPlot.title());
        if (newPlot == null) {
            asked.incrementAndGet();
            picture.set(null);
            view.setImage(null);
        }
        place();
        repaint();
    }

    private void choose(Point point) {
        chosen = point;
        setAccessibleText(point.detail());
        place();
        onChoose.accept(point);
    }

    private void pressed(KeyEvent event) {
        Plot drawn = plot;
        if (drawn == null || drawn.isEmpty()) {
            return;
        }
        List<Point> points = drawn.points().stream()
                .filter(point -> !point.detail().isEmpty())
                .sorted(Comparator.comparingDouble(Point::at))
                .toList();
        if (points.isEmpty()) {
            return;
        }
        int now = points.indexOf(chosen);
        int next = switch (event.getCode()) {
            case RIGHT -> Math.min(points.size() - 1, now + 1);
            case LEFT -> now < 0 ? points.size() - 1 : Math.max(0, now - 1);
            case HOME -> 0;
            case END -> points.size() - 1;
            default -> -1;
        };
        if (next >= 0) {
            event.consume();
            choose(points.get(next));
        }
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            repaint();
        }
        place();
    }

    private void repaint() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        Plot painted = plot;
        if (painted == null || width < 1 || height < 1) {
            return;
        }
        paintedWidth = getWidth();
        paintedHeight = getHeight();
        ChartTheme look = theme;
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
        int number = asked.incrementAndGet();
        studio.paint(
                () -> asked.get() == number,
                () -> PlotPainter.paint(painted, look, width, height, scale, false),
                result -> {
                    if (asked.get() == number) {
                        view.setImage(Pixels.image(result.image()));
                        view.setFitWidth(result.image().getWidth() / scale);
                        view.setFitHeight(result.image().getHeight() / scale);
                        picture.set(result);
                        place();
                    }
                });
    }

    /** Puts the ring around the chosen point. */
    private void place() {
        PlotPicture shown = picture.get();
        Point point = chosen;
        ring.setVisible(shown != null && point != null && plot != null);
        if (shown != null && point != null) {
            ring.setCenterX(shown.x(point.at()));
            ring.setCenterY(shown.y(point.value().mean()));
        }
    }
}
