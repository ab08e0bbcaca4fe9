package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.PlotPainter;
import dev.blastradius.chart.PlotPicture;
import dev.blastradius.ui.look.Tips;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import dev.blastradius.ui.results.Studio;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows a plot at its own size. The point under the pointer says what it is; a click chooses it. */
final class PlotSurface extends Region {

    /** So far from a point, in pixels, the pointer still means it. */
    private static final double REACH = 14;

    private final Studio studio;
    private final ImageView view = new ImageView();
    private final Tooltip tip = Tips.tip(this, "");
    /** Counts what was asked for, so that only the newest picture is painted and shown. */
    private final AtomicInteger asked = new AtomicInteger();

    private @Nullable Plot plot;
    private @Nullable PlotPicture picture;
    private ChartTheme theme = ChartTheme.LIGHT;
    private double paintedWidth;
    private double paintedHeight;

    /**
     * An empty picture.
     *
     * @param choose hears of the point that was clicked: its detail, which is its own
     */
    PlotSurface(String id, Studio studio, Consumer<String> choose) {
        this.studio = studio;
        setId(id);
        view.setManaged(false);
        getChildren().setAll(view);
        setMinSize(200, 100);
        getStyleClass().add("plot-surface");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        PictureMenu.on(this, () -> plot == null || plot.isEmpty() ? null : Shown.of(plot));
        setOnMouseMoved(event -> point(event.getX(), event.getY()));
        setOnMouseExited(event -> tip.hide());
        setOnMouseClicked(event -> {
            Plot.Point near = near(event.getX(), event.getY());
            if (near != null) {
                choose.accept(near.detail());
            }
        });
    }

    void show(@Nullable Plot newPlot, ChartTheme newTheme) {
        plot = newPlot;
        theme = newTheme;
        setAccessibleText(
                newPlot == null
                        ? null
                        : newPlot.title() + ". "
                                + newPlot.points().stream()
                                        .map(Plot.Point::detail)
                                        .reduce("", (all, each) -> all + each + ". "));
        repaint();
    }

    @Nullable
    Plot plot() {
        return plot;
    }

    @Nullable
    PlotPicture picture() {
        return picture;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            repaint();
        }
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
                        picture = result;
                        view.setImage(image(result.image()));
                        view.setFitWidth(result.image().getWidth() / scale);
                        view.setFitHeight(result.image().getHeight() / scale);
                    }
                });
    }

    private static WritableImage image(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new WritableImage(new PixelBuffer<>(
                image.getWidth(), image.getHeight(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }

    private Plot.@Nullable Point near(double x, double y) {
        Plot shown = plot;
        PlotPicture painted = picture;
        return shown == null || painted == null ? null : painted.nearest(shown, x, y, REACH);
    }

    private void point(double x, double y) {
        Plot.Point near = near(x, y);
        if (near == null) {
            tip.hide();
            return;
        }
        tip.setText(near.detail());
        Bounds at = localToScreen(getBoundsInLocal());
        if (at != null) {
            tip.show(this, at.getMinX() + x + REACH, at.getMinY() + y + REACH);
        }
    }
}
