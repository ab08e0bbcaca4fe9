package dev.blastradius.ui.results;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/**
 * A table of numbers: each row has an id and what was measured, each column sorts by value and shows it for people.
 *
 * @param <T> what was measured
 */
final class FigureTable<T> extends TableView<Map.Entry<String, T>> {

    FigureTable(String id, String nothing) {
        setId(id);
        getStyleClass().addAll("figure-table", "dense");
        setPlaceholder(new Label(nothing));
    }

    /** A column of names. */
    void names(String title, Function<String, String> name) {
        TableColumn<Map.Entry<String, T>, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(name.apply(row.getValue().getKey())));
        column.setPrefWidth(180);
        getColumns().add(column);
    }

    /**
     * A column of numbers.
     *
     * @param meaning shown when the pointer rests on the title
     */
    void figures(String title, String meaning, ToDoubleFunction<T> value, Function<T, String> text) {
        TableColumn<Map.Entry<String, T>, Figure> column = new TableColumn<>();
        Label head = new Label(title);
        head.setTooltip(new Tooltip(meaning));
        column.setGraphic(head);
        column.setCellValueFactory(row -> {
            T measured = row.getValue().getValue();
            return new ReadOnlyObjectWrapper<>(new Figure(value.applyAsDouble(measured), text.apply(measured)));
        });
        column.getStyleClass().add("figure");
        column.setPrefWidth(Math.max(68, 40 + 6.0 * title.length()));
        getColumns().add(column);
    }

    /** A number and how it is written; sorts by the number. */
    record Figure(double value, String text) implements Comparable<Figure> {

        @Override
        public int compareTo(Figure other) {
            return Double.compare(value, other.value);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
