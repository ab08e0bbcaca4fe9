package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.chart.cascade.CascadeCharts;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One chart of what is looked at, as large as there is room for, to be read from afar. Which one can be chosen in it. */
public final class SingleChart extends BorderPane {

    private final StringProperty key =
            new SimpleStringProperty(CascadeCharts.ALL.get(0).key());
    private final ComboBox<CascadeChart> choice = new ComboBox<>();
    private final ChartBoard board;

    /**
     * The first chart of whatever is looked at.
     *
     * @param magnification how large letters and lines are: 1 is usual, 2 can be read from a hall's last row
     */
    public SingleChart(CascadeState state, double magnification) {
        setId("cascade-single-chart");
        getStyleClass().addAll("chart-stack", "single-chart");
        getStylesheets()
                .addAll(ChartStack.sheet("/dev/blastradius/ui/results/results.css"), ChartStack.sheet("charts.css"));
        setStyle("-fx-font-size: " + Math.rint(12 * magnification) + "px");
        choice.setAccessibleText("Which chart is shown");
        choice.setConverter(new Headings());
        board = new ChartBoard(state, magnification, true, this::offer);
        setCenter(board.column());
        setTop(choice);
        choice.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                key.set(now.key());
            }
        });
        key.addListener((property, before, now) -> arrange());
        addEventHandler(KeyEvent.KEY_PRESSED, board.gestures()::key);
        arrange();
        board.show();
    }

    /** Which chart is shown: the key of one of {@link CascadeCharts#ALL}. */
    public StringProperty key() {
        return key;
    }

    private void arrange() {
        board.choose(kind -> kind.key().equals(key.get()));
        choice.getItems().stream()
                .filter(kind -> kind.key().equals(key.get()))
                .findFirst()
                .ifPresent(choice::setValue);
    }

    private void offer() {
        String wanted = key.get();
        List<CascadeChart> possible =
                CascadeCharts.ALL.stream().filter(board::isPossible).toList();
        if (!possible.equals(choice.getItems())) {
            choice.getItems().setAll(possible);
        }
        key.set(wanted);
        arrange();
    }

    ChartBoard board() {
        return board;
    }

    /** Kinds by their headings. */
    private static final class Headings extends StringConverter<CascadeChart> {

        @Override
        public String toString(@Nullable CascadeChart kind) {
            return kind == null ? "" : kind.heading();
        }

        @Override
        public @Nullable CascadeChart fromString(@Nullable String text) {
            return null;
        }
    }
}
