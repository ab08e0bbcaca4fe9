package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Stretch;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Pixels;
import dev.blastradius.ui.results.Studio;
import java.awt.image.BufferedImage;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Shows the seen stretch of a chart. It is made and painted away from the screen's thread, at the screen's resolution; until the new
 * picture is there, the plot of the old one is moved and stretched to where its times now are. At most one picture is under way: what is
 * asked for meanwhile is painted after it, once.
 */
final class ChartPicture extends Region {

    private final CascadeState state;
    private final Studio studio;
    private final double magnification;
    private final ImageView left = new ImageView();
    private final ImageView plot = new ImageView();
    private final ImageView right = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final Pane window = new Pane(plot);
    private final Runnable onShown;

    private @Nullable Supplier<Charted> maker;
    private @Nullable Shown shown;
    private boolean hasTimeLabels;
    private boolean namesFaults;
    private boolean isActive = true;
    private boolean isStale;
    private boolean isPainting;
    private int painted;

    /** What was asked for: equal where the picture would be the same. */
    private record Order(double from, double to, int width, int height, double scale, boolean dark) {}

    private record Shown(Order order, Charted chart, BufferedImage image) {}

    /**
     * An empty picture.
     *
     * @param magnification how large letters and lines are: 1 is usual
     * @param onShown called when another chart is shown, or none any more
     */
    ChartPicture(CascadeState state, Studio studio, double magnification, Runnable onShown) {
        this.onShown = onShown;
        this.state = state;
        this.studio = studio;
        this.magnification = magnification;
        getStyleClass().add("chart-picture");
        window.setClip(clip);
        window.setMouseTransparent(true);
        getChildren().setAll(left, window, right);
        getChildren().forEach(each -> each.setManaged(false));
        plot.setManaged(false);
    }

    /** What makes the chart, called on another thread; null: there is none. */
    void setMaker(@Nullable Supplier<Charted> newMaker) {
        maker = newMaker;
        if (newMaker == null) {
            shown = null;
            for (ImageView view : new ImageView[] {left, plot, right}) {
                view.setImage(null);
            }
            onShown.run();
        }
        refresh();
    }

    /** Whether times stand below the plot, and faults are named in it. */
    void setLabels(boolean times, boolean faults) {
        hasTimeLabels = times;
        namesFaults = faults;
        refresh();
    }

    /** Whether it can be seen: what cannot is not painted. */
    void setActive(boolean active) {
        if (active != isActive) {
            isActive = active;
            requestLayout();
        }
    }

    /** What it shows has changed. */
    void refresh() {
        isStale = true;
        requestLayout();
    }

    /** What is shown; null: nothing yet. */
    @Nullable
    Charted chart() {
        return shown == null ? null : shown.chart();
    }

    /** Where the plot of the picture that is shown begins now, in pixels from the left edge. */
    double plotFrom() {
        return plot.getLayoutX();
    }

    /** Where it ends. */
    double plotTo() {
        return plot.getLayoutX() + plot.getFitWidth();
    }

    /** How many pictures have been painted. */
    int painted() {
        return painted;
    }

    @Override
    protected void layoutChildren() {
        place();
        next();
    }

    private @Nullable Order wanted() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        if (width <= TimeScale.LEFT + TimeScale.RIGHT
                || height < 20
                || !(state.to().get() > state.from().get())) {
            return null;
        }
        double pixels = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
        return new Order(
                state.from().get(),
                state.to().get(),
                width,
                height,
                pixels * magnification,
                state.dark().get());
    }

    private void next() {
        Order order = wanted();
        Supplier<Charted> making = maker;
        Shown now = shown;
        if (order == null || making == null || isPainting || !isActive) {
            return;
        }
        boolean isRight = now != null && !isStale && now.order().equals(order);
        boolean onlyMoved = now != null
                && !isStale
                && !now.chart().isOverTime()
                && now.order()
                        .equals(new Order(
                                now.order().from(),
                                now.order().to(),
                                order.width(),
                                order.height(),
                                order.scale(),
                                order.dark()));
        if (isRight || onlyMoved) {
            return;
        }
        isStale = false;
        isPainting = true;
        boolean times = hasTimeLabels;
        boolean faults = namesFaults;
        studio.paint(() -> true, () -> paint(order, making, times, faults), this::show);
    }

    private Shown paint(Order order, Supplier<Charted> making, boolean times, boolean faults) {
        try {
            Charted made = making.get();
            Stretch stretch = new Stretch(
                    order.from(),
                    order.to(),
                    TimeScale.LEFT / magnification,
                    TimeScale.RIGHT / magnification,
                    times || !made.isOverTime(),
                    faults);
            ChartTheme theme = order.dark() ? ChartTheme.DARK : ChartTheme.LIGHT;
            BufferedImage image = ChartPainter.paint(
                    made, theme, stretch, order.width() / magnification, order.height() / magnification, order.scale());
            return new Shown(order, made, image);
        } catch (RuntimeException failure) {
            Platform.runLater(() -> isPainting = false);
            throw failure;
        }
    }

    private void show(Shown result) {
        isPainting = false;
        if (maker == null) {
            return;
        }
        shown = result;
        painted++;
        Image image = Pixels.image(result.image());
        double pixels = result.order().scale() / magnification;
        double wide = image.getWidth();
        double tall = image.getHeight();
        double from = TimeScale.LEFT * pixels;
        double to = result.order().width() * pixels - TimeScale.RIGHT * pixels;
        view(left, image, new Rectangle2D(0, 0, from, tall));
        view(plot, image, new Rectangle2D(from, 0, to - from, tall));
        view(right, image, new Rectangle2D(to, 0, wide - to, tall));
        onShown.run();
        requestLayout();
    }

    private static void view(ImageView view, Image image, Rectangle2D part) {
        view.setImage(image);
        view.setViewport(part);
    }

    /** Puts the picture's plot where its times are now. */
    private void place() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        double width = getWidth();
        double height = now.order().height();
        TimeScale scale = TimeScale.of(state, width);
        boolean moves = now.chart().isOverTime();
        double from = moves ? scale.x(now.order().from()) : TimeScale.LEFT;
        double to = moves ? scale.x(now.order().to()) : TimeScale.LEFT + scale.span();
        clip.setX(TimeScale.LEFT);
        clip.setWidth(scale.span());
        clip.setHeight(height);
        window.resizeRelocate(0, 0, width, height);
        put(left, 0, TimeScale.LEFT, height);
        put(right, width - TimeScale.RIGHT, TimeScale.RIGHT, height);
        put(plot, from, Math.max(1, to - from), height);
    }

    private static void put(ImageView view, double x, double width, double height) {
        view.relocate(x, 0);
        view.setFitWidth(width);
        view.setFitHeight(height);
    }
}
