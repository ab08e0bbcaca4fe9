package dev.blastradius.ui.matrix;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.MatrixMap;
import dev.blastradius.chart.Names;
import dev.blastradius.editor.Breaking.Way;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What lies behind one cell of the matrix, and what can be done with it. */
final class CellCard extends VBox {

    private static final double WIDTH = 330;

    private final Label title = new Label();
    private final Label loss = new Label();
    private final GridPane parts = new GridPane();
    private final Label after = new Label();
    private final Label others = new Label();
    private final Button show = new Button("Show this outage");
    private final Button add = new Button("Add as scenario");
    private final Label hint = new Label("A click on a cell, or Enter, runs that outage and shows it on the drawing.");

    /**
     * An empty card.
     *
     * @param onShow runs the outage that the card tells of
     * @param onAdd adds it to the model
     */
    CellCard(Runnable onShow, Runnable onAdd) {
        getStyleClass().add("cell-card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        title.getStyleClass().add("cell-title");
        loss.getStyleClass().add("cell-loss");
        hint.getStyleClass().add("study-note");
        others.getStyleClass().add("study-note");
        for (Label label : List.of(title, loss, after, others, hint)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        parts.getStyleClass().add("cell-parts");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        parts.getColumnConstraints().setAll(words, new ColumnConstraints());
        show.setId("matrix-show");
        show.setOnAction(event -> onShow.run());
        add.setId("matrix-add");
        add.setOnAction(event -> onAdd.run());
        show.setMaxWidth(Double.MAX_VALUE);
        add.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(title, loss, parts, after, others, show, add, hint);
    }

    /**
     * Tells of a cell.
     *
     * @param column a client's place; the number of clients: all of them
     * @param way how what fails fails
     * @param obstacle why it cannot be shown now; empty where it can
     */
    void show(DamageMatrix matrix, Names names, Row row, int column, Way way, String obstacle) {
        Failure failure = row.failure();
        title.setText(MatrixMap.name(names, failure) + " " + way.title());
        boolean isAll = column >= matrix.clients().size();
        String client = isAll ? "" : matrix.clients().get(column);
        String who = isAll ? "All clients" : names.component(client);
        Interval lost = MatrixMap.lost(matrix, row, column);
        String spread = Figures.spread(lost, Figures.PER_CENT);
        loss.setText(who + ": " + Figures.share(lost.mean()) + (spread.isEmpty() ? "" : " " + spread)
                + " of the requests lost");
        BlastRadius radius = row.run().blastRadius();
        Damage damage =
                radius == null ? null : isAll ? radius.all() : radius.clients().get(client);
        parts.getChildren().clear();
        if (damage != null) {
            parts(damage);
        }
        after.setText(radius == null ? "" : after(radius));
        others.setText(also(failure));
        others.setManaged(!others.getText().isEmpty());
        show.setDisable(!obstacle.isEmpty());
        add.setDisable(false);
        hint.setText(
                obstacle.isEmpty()
                        ? "A click on a cell, or Enter, runs that outage and shows it on the drawing."
                        : obstacle + ": the outage can be shown when it has ended.");
    }

    private void parts(Damage damage) {
        Map<String, Interval> shares = new java.util.LinkedHashMap<>();
        shares.put("Failed more", damage.failed());
        shares.put("Abandoned more", damage.abandoned());
        shares.put("Late more", damage.late());
        shares.put("Wrong more", damage.wrong());
        shares.put("Degraded more", damage.degraded());
        shares.put("Affected in any way", damage.affected());
        int row = 0;
        for (Map.Entry<String, Interval> each : shares.entrySet()) {
            Label value = new Label(Figures.share(each.getValue().mean()));
            value.setMinWidth(USE_PREF_SIZE);
            parts.addRow(row++, new Label(each.getKey()), value);
        }
    }

    /** What came after the outage, and what it did to the load. */
    private static String after(BlastRadius radius) {
        Proportion recovered = radius.recovered();
        StringBuilder words = new StringBuilder();
        if (recovered == null) {
            words.append("It lasts to the end of the run, so that nothing is known of recovering.");
        } else if (recovered.successes() == 0) {
            words.append("The pipeline recovered in none of ")
                    .append(recovered.of())
                    .append(" replications.");
        } else {
            words.append("The pipeline recovered in ")
                    .append(recovered.successes() == recovered.of() ? "all" : String.valueOf(recovered.successes()))
                    .append(recovered.successes() == recovered.of() ? " " : " of ")
                    .append(recovered.of())
                    .append(recovered.of() == 1 ? " replication, " : " replications, ")
                    .append(Figures.time(radius.timeToRecover().mean()))
                    .append(" after the outage.");
        }
        double load = radius.loadAmplification().mean();
        if (!Double.isNaN(load)) {
            words.append(" It multiplies the attempts on all arrows by ")
                    .append(Figures.number(load))
                    .append('.');
        }
        return words.toString();
    }

    private static String also(Failure failure) {
        if (failure.also().isEmpty()) {
            return "";
        }
        return "The same as "
                + String.join(", ", failure.also().stream().map(MatrixMap::tag).toList()) + ".";
    }
}
