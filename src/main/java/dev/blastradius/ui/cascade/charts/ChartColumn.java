package dev.blastradius.ui.cascade.charts;

import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Charts under each other, as many as there is room for; the others are scrolled to. Over them run the lines of the cursor and of
 * the mouse, and the stretch that is being chosen: what moves is drawn over the pictures and never into them. The scroll bar lies in the
 * gutter at the right, so that the charts keep the whole width, like the timeline above them.
 */
final class ChartColumn extends Pane {

    private static final double LOWEST = 104;
    private static final double HIGHEST = 190;
    private static final double SEEN_AT_ONCE = 3.2;
    private static final double NOTE_MARGIN = 8;

    private final CascadeState state;
    private final boolean isFilled;
    private final Pane charts = new Pane();
    private final Rectangle chosen = new Rectangle();
    private final Label leftOut = new Label();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private List<ChartTile> tiles = List.of();
    private double hover = Double.NaN;
    private double chosenFrom = Double.NaN;
    private double chosenTo = Double.NaN;
    /** How high all of it is. */
    private double whole;

    /**
     * A column of no charts.
     *
     * @param isFilled whether each chart takes the whole height
     */
    ChartColumn(CascadeState state, boolean isFilled) {
        this.state = state;
        this.isFilled = isFilled;
        getStyleClass().add("chart-column");
        setMinSize(TimeScale.LEFT + TimeScale.RIGHT + 60, 40);
        setPrefSize(800, 240);
        setClip(clip);
        chosen.getStyleClass().add("stack-chosen");
        leftOut.getStyleClass().add("stack-left-out");
        leftOut.setWrapText(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setAccessibleText("Scroll the charts");
        bar.valueProperty().addListener((property, before, now) -> requestLayout());
        chosen.setManaged(false);
        chosen.setMouseTransparent(true);
        charts.setManaged(false);
        leftOut.setManaged(false);
        bar.setManaged(false);
        getChildren().setAll(charts, leftOut, chosen, bar);
    }

    /** Shows these charts. */
    void show(List<ChartTile> newTiles) {
        tiles = List.copyOf(newTiles);
        charts.getChildren().setAll(newTiles);
        requestLayout();
    }

    /** Says below the charts which were left out, and why. */
    void note(String whichNot) {
        leftOut.setText(whichNot);
        requestLayout();
    }

    List<ChartTile> tiles() {
        return tiles;
    }

    String leftOut() {
        return leftOut.getText();
    }

    /** Draws the line under the mouse at a moment, in seconds; NaN: nowhere. */
    void hover(double seconds) {
        hover = seconds;
        placeLines();
    }

    /** Marks a stretch that is being chosen, in seconds; NaN: none is. */
    void choose(double from, double to) {
        chosenFrom = from;
        chosenTo = to;
        placeLines();
    }

    /** Scrolls by so many pixels, downwards above 0. */
    void scrollBy(double pixels) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + pixels)));
    }

    /** Scrolls so that a chart is seen as a whole. */
    void reveal(ChartTile tile) {
        double top = tile.getLayoutY();
        double bottom = top + tile.getHeight();
        if (top < 0) {
            scrollBy(top);
        } else if (bottom > getHeight()) {
            scrollBy(Math.min(top, bottom - getHeight()));
        }
    }

    /** The chart at a height; null: none. */
    @Nullable
    ChartTile at(double y) {
        return tiles.stream()
                .filter(tile -> y >= tile.getLayoutY() && y < tile.getLayoutY() + tile.getHeight())
                .findFirst()
                .orElse(null);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        charts.resizeRelocate(0, 0, width, height);
        double usual = isFilled ? height : Math.rint(Math.max(LOWEST, Math.min(HIGHEST, height / SEEN_AT_ONCE)));
        double noteWidth = Math.max(100, width - TimeScale.RIGHT - 2 * NOTE_MARGIN);
        boolean hasNote = !leftOut.getText().isEmpty();
        double noteHeight = hasNote ? leftOut.prefHeight(noteWidth) + 2 * NOTE_MARGIN : 0;
        whole = noteHeight;
        for (ChartTile tile : tiles) {
            whole += tile.height(usual);
        }
        scroll(width, height);
        double y = -Math.rint(bar.getValue());
        for (ChartTile tile : tiles) {
            double tall = tile.height(usual);
            boolean isSeen = y < height && y + tall > 0;
            tile.resizeRelocate(0, y, width, tall);
            tile.setVisible(isSeen);
            tile.picture().setActive(isSeen);
            y += tall;
        }
        leftOut.setVisible(hasNote);
        leftOut.resizeRelocate(NOTE_MARGIN, y + NOTE_MARGIN, noteWidth, Math.max(0, noteHeight - 2 * NOTE_MARGIN));
        placeLines();
    }

    private void scroll(double width, double height) {
        double hidden = Math.max(0, whole - height);
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        if (bar.getValue() > hidden) {
            bar.setValue(hidden);
        }
        bar.setVisibleAmount(whole <= 0 ? hidden : hidden * height / whole);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(height * 0.8);
        double wide = bar.prefWidth(-1);
        bar.resizeRelocate(width - wide, 0, wide, height);
    }

    /** Puts the lines where their moments are, over all charts that are on the time axis. */
    void placeLines() {
        double bottom = 0;
        for (ChartTile tile : tiles) {
            if (tile.isVisible()) {
                tile.placeLines(state.cursor().get(), hover);
            }
            if (tile.isOverTime()) {
                bottom = Math.max(bottom, tile.getLayoutY() + tile.getHeight());
            }
        }
        TimeScale scale = TimeScale.of(state, getWidth());
        bottom = Math.min(bottom, getHeight());
        boolean isChoosing = !Double.isNaN(chosenFrom);
        chosen.setVisible(isChoosing);
        if (isChoosing) {
            double left = Math.max(TimeScale.LEFT, scale.x(Math.min(chosenFrom, chosenTo)));
            double right = Math.min(getWidth() - TimeScale.RIGHT, scale.x(Math.max(chosenFrom, chosenTo)));
            chosen.setX(left);
            chosen.setWidth(Math.max(0, right - left));
            chosen.setHeight(Math.max(0, bottom));
        }
    }
}
