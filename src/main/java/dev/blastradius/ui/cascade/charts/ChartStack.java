package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.chart.cascade.CascadeCharts;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Icons;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * All charts of the replication that is looked at, under each other on the page's time axis. Which ones are shown can be chosen, and is
 * remembered as long as the window is open.
 */
public final class ChartStack extends BorderPane {

    private static final double RULER = 26;

    private final ChartBoard board;
    private final Map<String, CheckMenuItem> choices = new LinkedHashMap<>();
    private final TimeRuler ruler;

    /** Charts of whatever is looked at, from now on. */
    public ChartStack(CascadeState state) {
        setId("cascade-charts");
        getStyleClass().add("chart-stack");
        getStylesheets().addAll(sheet("/dev/blastradius/ui/results/results.css"), sheet("charts.css"));
        board = new ChartBoard(state, 1, false, this::offer);
        ruler = new TimeRuler(state);
        setCenter(board.column());
        setBottom(foot(state));
        addEventHandler(KeyEvent.KEY_PRESSED, board.gestures()::key);
        board.show();
    }

    static String sheet(String name) {
        return Objects.requireNonNull(ChartStack.class.getResource(name)).toExternalForm();
    }

    private BorderPane foot(CascadeState state) {
        MenuButton menu = new MenuButton("Charts");
        menu.getStyleClass().add("charts-menu");
        Icons.describe(menu, "Choose which charts are shown");
        for (CascadeChart kind : CascadeCharts.ALL) {
            CheckMenuItem item = new CheckMenuItem(kind.heading());
            item.setId("show-" + kind.key());
            item.setSelected(true);
            item.selectedProperty().addListener((property, before, now) -> arrange());
            choices.put(kind.key(), item);
            menu.getItems().add(item);
        }
        MenuItem all = new MenuItem("All of them");
        all.setOnAction(event -> choices.values().forEach(item -> item.setSelected(true)));
        menu.getItems().addAll(new SeparatorMenuItem(), all);
        HBox left = new HBox(
                menu,
                button(
                        Feather.ZOOM_OUT,
                        "Show a longer stretch of time (−)",
                        () -> board.gestures().zoom(false)),
                button(
                        Feather.ZOOM_IN,
                        "Show a shorter stretch of time (+)",
                        () -> board.gestures().zoom(true)));
        left.getStyleClass().add("stack-tools");
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(TimeScale.LEFT);
        left.setMaxWidth(TimeScale.LEFT);
        HBox right = new HBox(
                button(Feather.MAXIMIZE_2, "Show the whole run (0)", state::showAll),
                button(
                        Feather.LIST,
                        "List the requests of the moment that is looked at (R)",
                        () -> board.gestures().askForRequests()));
        right.getStyleClass().add("stack-tools");
        right.setAlignment(Pos.CENTER_RIGHT);
        BorderPane over = new BorderPane();
        over.setPickOnBounds(false);
        over.setLeft(left);
        over.setRight(right);
        BorderPane foot = new BorderPane(new javafx.scene.layout.StackPane(ruler, over));
        foot.getStyleClass().add("stack-foot");
        ruler.setMinHeight(RULER);
        ruler.setPrefHeight(RULER);
        return foot;
    }

    private static Button button(Ikon icon, String words, Runnable action) {
        Button button = Icons.button(icon, words);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void arrange() {
        board.choose(kind -> {
            CheckMenuItem item = choices.get(kind.key());
            return item == null || item.isSelected();
        });
    }

    /** A chart that there is nothing for cannot be chosen; the menu says why. */
    private void offer() {
        for (ChartTile tile : board.tiles()) {
            CascadeChart kind = tile.kind();
            CheckMenuItem item = choices.get(kind.key());
            if (item != null) {
                boolean isPossible = board.isPossible(kind);
                item.setDisable(!isPossible);
                item.setText(isPossible || board.isEmpty() ? kind.heading() : kind.heading() + ": " + kind.absence());
            }
        }
    }

    ChartBoard board() {
        return board;
    }
}
