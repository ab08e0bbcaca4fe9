package dev.blastradius.ui.cascade.chain;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.chain.OriginTable;
import dev.blastradius.ui.look.Tips;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where failures began, by row, against where they surfaced, by column: counts, each over a bar. */
final class OriginGrid extends VBox {

    private static final double NARROWEST = 64;

    private final GridPane grid = new GridPane();
    private final Consumer<String> look;

    /**
     * @param look hears of the place that is chosen, by id or key
     */
    OriginGrid(Consumer<String> look) {
        this.look = look;
        Label title = new Label("Where failures began → where they surfaced");
        title.getStyleClass().add("chain-title");
        title.setWrapText(true);
        grid.setId("cascade-origins");
        grid.getStyleClass().add("chain-origins");
        getChildren().addAll(title, grid);
    }

    void show(OriginTable table) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(90);
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        for (int client = 0; client < table.clients().size(); client++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(NARROWEST);
            column.setPrefWidth(NARROWEST + 20);
            column.setHgrow(Priority.SOMETIMES);
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            Label head = new Label(table.clients().get(client));
            head.getStyleClass().add("chain-client");
            Tips.install(head, "Requests of " + table.clients().get(client) + " that failed of it");
            grid.add(head, client + 1, 0);
        }
        for (int line = 0; line < table.rows().size(); line++) {
            OriginTable.Row row = table.rows().get(line);
            Hyperlink name = new Hyperlink(row.name() + ": " + row.failure());
            name.getStyleClass().add("chain-origin");
            name.setMinWidth(0);
            name.setOnAction(event -> {
                name.setVisited(false);
                look.accept(row.where());
            });
            Tips.install(name, "Failures that began at " + row.name() + ". Click: look at it.");
            grid.add(name, 0, line + 1);
            for (int client = 0; client < row.counts().size(); client++) {
                grid.add(cell(table, row, client), client + 1, line + 1);
            }
        }
    }

    private static StackPane cell(OriginTable table, OriginTable.Row row, int client) {
        long count = row.counts().get(client);
        Label number = new Label(count == 0 ? Figures.NONE : Figures.count(count));
        number.getStyleClass().add("chain-count");
        Region bar = new Region();
        bar.getStyleClass().add("chain-bar");
        StackPane cell = new StackPane(bar, number);
        bar.maxWidthProperty().bind(cell.widthProperty().multiply((double) count / Math.max(1, table.most())));
        bar.setVisible(count > 0);
        StackPane.setAlignment(bar, Pos.CENTER_RIGHT);
        StackPane.setAlignment(number, Pos.CENTER_RIGHT);
        cell.getStyleClass().add("chain-cell");
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(Figures.count(count) + " requests of "
                + table.clients().get(client) + " failed of " + row.name() + ": " + row.failure());
        return cell;
    }
}
