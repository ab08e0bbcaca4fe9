package dev.blastradius.ui.results;

import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Picture;
import dev.blastradius.ui.look.Pixels;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart at its own size. The chart is painted away from the screen's thread; until the new picture is there the old one
 * stays. Over it runs a cursor, which all charts share, with the values at its time.
 */
public final class ChartSurface extends Region {

    private final Studio studio;
    private final DoubleProperty cursor;
    private final ImageView view = new ImageView();
    private final Line line = new Line();
    private final CursorCard card = new CursorCard();
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>();
    /** Counts what was asked for, so that only the newest picture is painted and shown. */
    private final AtomicInteger asked = new AtomicInteger();

    private @Nullable ChartSpec spec;
    private ChartTheme theme = ChartTheme.LIGHT;
    private double paintedWidth;
    private double paintedHeight;

    /**
     * An empty surface.
     *
     * @param cursor the time of the cursor in seconds, shared by all charts; NaN: none
     */
    public ChartSurface(Studio studio, DoubleProperty cursor) {
        this.studio = studio;
        this.cursor = cursor;
        getStyleClass().add("chart-surface");
        line.getStyleClass().add("chart-cursor");
        view.setManaged(false);
        line.setManaged(false);
        card.setManaged(false);
        getChildren().setAll(view, line, card);
        setMinSize(80, 80);
        setOnMouseMoved(event -> pointTo(event.getX()));
        setOnMouseExited(event -> cursor.set(Double.NaN));
        cursor.addListener((property, before, now) -> placeCursor());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        PictureMenu.on(this, () -> spec == null || spec.isEmpty() ? null : Shown.of(spec));
        placeCursor();
    }

    /** Shows another chart; null: nothing. */
    public void setSpec(@Nullable ChartSpec newSpec) {
        spec = newSpec;
        setAccessibleText(newSpec == null ? null : newSpec.title());
        if (newSpec == null) {
            asked.incrementAndGet();
            picture.set(null);
            view.setImage(null);
        }
        repaint();
    }

    /** Chooses the colours. */
    public void setTheme(ChartTheme newTheme) {
        theme = newTheme;
        card.setTheme(newTheme);
        repaint();
    }

    /** What is shown; null: nothing yet. */
    public ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The chart that is shown, or is going to be; null: nothing. */
    public @Nullable ChartSpec spec() {
        return spec;
    }

    ChartTheme theme() {
        return theme;
    }

    /** The values at the cursor; hidden where there is none. */
    CursorCard card() {
        return card;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            repaint();
        }
        placeCursor();
    }

    private void repaint() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        ChartSpec painted = spec;
        if (painted == null || width < 1 || height < 1) {
            return;
        }
        paintedWidth = getWidth();
        paintedHeight = getHeight();
        ChartTheme look = theme;
        double scale = scale();
        int number = asked.incrementAndGet();
        studio.paint(
                () -> asked.get() == number,
                () -> ChartPainter.paint(painted, look, width, height, scale, false),
                result -> {
                    if (asked.get() == number) {
                        show(result, scale);
                    }
                });
    }

    private void show(Picture result, double scale) {
        BufferedImage image = result.image();
        view.setImage(Pixels.image(image));
        view.setFitWidth(image.getWidth() / scale);
        view.setFitHeight(image.getHeight() / scale);
        picture.set(result);
        placeCursor();
    }

    /** Pixels a unit, on the screen that the window is on. */
    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getRenderScaleX());
    }

    private void pointTo(double x) {
        Picture shown = picture.get();
        if (shown != null && spec != null && !spec.isEmpty()) {
            boolean inside = x >= shown.plot().getMinX() && x <= shown.plot().getMaxX();
            cursor.set(inside ? shown.timeAt(x) : Double.NaN);
        }
    }

    private void placeCursor() {
        Picture shown = picture.get();
        ChartSpec charted = spec;
        double seconds = cursor.get();
        boolean visible = shown != null && charted != null && !charted.isEmpty() && !Double.isNaN(seconds);
        line.setVisible(visible);
        card.setVisible(visible);
        if (shown == null || charted == null || !visible) {
            return;
        }
        double x = Math.rint(shown.xOf(seconds)) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(shown.plot().getMinY());
        line.setEndY(shown.plot().getMaxY());
        card.show(charted, seconds);
        // Its labels are new: without their style their sizes are not known.
        card.applyCss();
        card.autosize();
        double gap = 8;
        double right = x + gap + card.getWidth();
        double left = right <= getWidth() ? x + gap : Math.max(0, x - gap - card.getWidth());
        card.relocate(left, shown.plot().getMinY() + gap);
    }
}
