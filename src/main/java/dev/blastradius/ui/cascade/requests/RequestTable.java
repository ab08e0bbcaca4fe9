package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.editor.requests.RequestFilter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The sampled requests that a filter lists, to be sorted by any column. */
final class RequestTable extends TableView<ListedRequest> {

    private static final double ROW = 22;

    private final ObservableList<ListedRequest> all = FXCollections.observableArrayList();
    private final FilteredList<ListedRequest> listed = new FilteredList<>(all);
    private final Supplier<ChartTheme> theme;

    /** A table of nothing. */
    RequestTable(Supplier<ChartTheme> theme) {
        this.theme = theme;
        setId("cascade-requests-table");
        getStyleClass().add("request-table");
        setAccessibleText("Sampled requests");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        Label none = new Label("No sampled request is like that.");
        none.getStyleClass().add("request-words");
        setPlaceholder(none);
        getColumns()
                .setAll(List.of(
                        number("Sent", 74, each -> each.trace().sent(), ListedRequest::sent),
                        words("Client", 90, ListedRequest::client),
                        outcome(),
                        number("Took", 66, each -> each.trace().latency(), ListedRequest::took),
                        number("Tries", 54, ListedRequest::attempts, each -> Figures.count(each.attempts())),
                        number("Cost", 84, each -> each.trace().dollars(), ListedRequest::cost),
                        words("Failed of", 120, ListedRequest::cause)));
        SortedList<ListedRequest> sorted = new SortedList<>(listed);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    /** All of them, listed or not. */
    List<ListedRequest> all() {
        return List.copyOf(all);
    }

    /** Those that are listed, in the order in which they are. */
    List<ListedRequest> listed() {
        return List.copyOf(getItems());
    }

    /** Shows other requests; what was chosen stays so where it is still there. */
    void show(List<ListedRequest> requests) {
        long chosen = chosen();
        all.setAll(requests);
        choose(chosen);
    }

    /** Lists only some of them; what was chosen stays so where it is still listed. */
    void filter(RequestFilter filter) {
        long chosen = chosen();
        listed.setPredicate(filter.test());
        choose(chosen);
    }

    private long chosen() {
        ListedRequest chosen = getSelectionModel().getSelectedItem();
        return chosen == null ? -1 : chosen.trace().number();
    }

    /** Chooses the request of a number; where it is not listed, none is. */
    void choose(long number) {
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).trace().number() == number) {
                getSelectionModel().select(i);
                return;
            }
        }
    }

    private static TableColumn<ListedRequest, ListedRequest> column(
            String title, double width, Comparator<ListedRequest> order, Function<ListedRequest, String> text) {
        TableColumn<ListedRequest, ListedRequest> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 46));
        column.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(each.getValue()));
        column.setComparator(order);
        column.setCellFactory(of -> new Cell(text));
        return column;
    }

    private static TableColumn<ListedRequest, ListedRequest> number(
            String title, double width, ToDoubleFunction<ListedRequest> value, Function<ListedRequest, String> text) {
        TableColumn<ListedRequest, ListedRequest> column =
                column(title, width, Comparator.comparingDouble(value), text);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<ListedRequest, ListedRequest> words(
            String title, double width, Function<ListedRequest, String> text) {
        return column(title, width, Comparator.comparing(text), text);
    }

    private TableColumn<ListedRequest, ListedRequest> outcome() {
        TableColumn<ListedRequest, ListedRequest> column = words("Outcome", 106, ListedRequest::outcome);
        column.setCellFactory(of -> new Cell(ListedRequest::outcome) {
            @Override
            protected void updateItem(@Nullable ListedRequest request, boolean empty) {
                super.updateItem(request, empty);
                setGraphic(
                        empty || request == null
                                ? null
                                : dot(theme.get().web(Ink.of(request.trace().outcome()))));
            }
        });
        return column;
    }

    /** A dot of a colour. */
    static Region dot(String color) {
        Region dot = new Region();
        dot.getStyleClass().add("request-dot");
        dot.setStyle("-fx-background-color: " + color + ";");
        return dot;
    }

    /** A cell that says something of its request. */
    private static class Cell extends TableCell<ListedRequest, ListedRequest> {

        private final Function<ListedRequest, String> text;

        Cell(Function<ListedRequest, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable ListedRequest request, boolean empty) {
            super.updateItem(request, empty);
            setText(empty || request == null ? null : text.apply(request));
        }
    }
}
