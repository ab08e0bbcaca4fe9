package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.Names;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.chart.cascade.CascadeCharts;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.results.Studio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The charts of what is looked at, kept up to date, with the values at the moment under the mouse or else at the cursor. */
final class ChartBoard {

    private final CascadeState state;
    private final ChartColumn column;
    private final ChartGestures gestures;
    private final List<ChartTile> tiles = new ArrayList<>();
    /** The charts that there is something for, by their keys. */
    private final Map<String, ChartTile> possible = new LinkedHashMap<>();

    private final Runnable onPossible;
    private Predicate<CascadeChart> wanted = kind -> true;
    private @Nullable Playback shown;
    private double hover = Double.NaN;
    private @Nullable ChartTile hovered;

    /**
     * A board of what is looked at.
     *
     * @param magnification how large letters and lines are: 1 is usual
     * @param isFilled whether each chart takes the whole height
     * @param onPossible called when other charts can be drawn than before
     */
    ChartBoard(CascadeState state, double magnification, boolean isFilled, Runnable onPossible) {
        this.state = state;
        this.onPossible = onPossible;
        column = new ChartColumn(state, isFilled);
        gestures = new ChartGestures(state, column, this);
        Studio studio = new Studio();
        for (CascadeChart kind : CascadeCharts.ALL) {
            ChartTile tile = new ChartTile(kind, state, studio, magnification);
            tile.picture().setLabels(isFilled, isFilled);
            tile.setOnHeight(column::requestLayout);
            tile.focusedProperty().addListener((property, before, now) -> {
                if (now) {
                    column.reveal(tile);
                }
            });
            tiles.add(tile);
        }
        state.playback().addListener((property, before, now) -> show());
        state.growth().addListener((property, before, now) -> grow());
        state.dark().addListener((property, before, now) -> move());
        state.from().addListener((property, before, now) -> move());
        state.to().addListener((property, before, now) -> move());
        state.cursor().addListener((property, before, now) -> {
            column.placeLines();
            tell();
        });
        state.focus().addListener((property, before, now) -> possible.values().forEach(tile -> tile.follow(now)));
    }

    ChartColumn column() {
        return column;
    }

    ChartGestures gestures() {
        return gestures;
    }

    /** All charts, those that there is nothing for too. */
    List<ChartTile> tiles() {
        return tiles;
    }

    /** Whether nothing is looked at. */
    boolean isEmpty() {
        return shown == null;
    }

    /** Whether there is something for a chart. */
    boolean isPossible(CascadeChart kind) {
        return possible.containsKey(kind.key());
    }

    /** Shows only some of the charts. */
    void choose(Predicate<CascadeChart> newWanted) {
        wanted = newWanted;
        arrange();
    }

    /** The moment under the mouse, else the one that is looked at, in seconds; NaN: none. */
    double moment() {
        boolean isUnderMouse = hovered != null && hovered.isOverTime() && !Double.isNaN(hover);
        return isUnderMouse ? hover : state.cursor().get();
    }

    /** The mouse is over a moment, or over a latency in a chart of those, in seconds; NaN: over neither. */
    void hover(double seconds, @Nullable ChartTile tile) {
        hover = seconds;
        hovered = tile;
        column.hover(tile != null && tile.isOverTime() ? seconds : Double.NaN);
        tell();
    }

    /** Shows what is looked at now; a replication that has only grown keeps its subjects. */
    void show() {
        Playback now = state.playback().get();
        Playback before = shown;
        shown = now;
        possible.clear();
        if (now == null) {
            tiles.forEach(ChartTile::clear);
        } else {
            Names names = new Names(now.spec().pipeline());
            boolean isSame = before != null && before.chronicle() == now.chronicle();
            for (ChartTile tile : tiles) {
                if (tile.show(now, names, isSame)) {
                    possible.put(tile.kind().key(), tile);
                }
            }
        }
        arrange();
        tell();
        onPossible.run();
    }

    private void arrange() {
        List<ChartTile> seen = possible.values().stream()
                .filter(tile -> wanted.test(tile.kind()))
                .toList();
        if (!seen.equals(column.tiles())) {
            column.show(seen);
        }
        column.note(whyNot());
        tell();
    }

    /** Which charts there is nothing for, and why. */
    private String whyNot() {
        if (shown == null) {
            return "Record a replication, or start a live one, to see its charts.";
        }
        List<String> reasons = new ArrayList<>();
        for (ChartTile tile : tiles) {
            if (!isPossible(tile.kind()) && wanted.test(tile.kind())) {
                reasons.add(tile.kind().heading() + " (" + tile.kind().absence() + ")");
            }
        }
        return reasons.isEmpty() ? "" : "Not shown: " + String.join(", ", reasons) + ".";
    }

    /** More has been recorded. */
    private void grow() {
        if (shown != null) {
            boolean isMore = tiles.stream().anyMatch(tile -> !isPossible(tile.kind()) && tile.isNowPossible(shown));
            if (isMore) {
                show();
            }
            possible.values().forEach(tile -> tile.picture().refresh());
        }
    }

    private void move() {
        possible.values().forEach(tile -> tile.picture().requestLayout());
        column.requestLayout();
    }

    private void tell() {
        double moment = moment();
        for (ChartTile tile : column.tiles()) {
            tile.tell(tile.isOverTime() ? moment : tile == hovered ? hover : Double.NaN);
        }
    }
}
