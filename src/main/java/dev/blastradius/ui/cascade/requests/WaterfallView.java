package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.editor.requests.Waterfall;
import dev.blastradius.editor.requests.Waterfall.Row;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What one request went through: a row for each span, with bars on a time axis. */
final class WaterfallView extends VBox implements SpanCell.Owner {

    /** The width of the scroll bar beside the rows, in pixels. */
    static final double SCROLL_BAR = 14;

    private static final double ZOOM = 1.25;
    /** Rows above the one that is scrolled to. */
    private static final int ABOVE = 3;

    private final CascadeState state;
    private final Lens lens = new Lens();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ListView<Row> rows = new ListView<>();
    private final ScrollBar sideways = new ScrollBar();
    private final Legend legend = new Legend();
    private @Nullable Waterfall waterfall;
    private boolean isPlacing;

    /** A view of no request. */
    WaterfallView(CascadeState state) {
        this.state = state;
        setId("cascade-waterfall");
        getStyleClass().add("waterfall");
        SpanAxis axis = new SpanAxis(lens);
        axis.setOnScroll(event -> scroll(event, true));
        rows.setId("cascade-spans");
        rows.getStyleClass().add("waterfall-rows");
        rows.setFixedCellSize(SpanCell.HEIGHT);
        rows.setAccessibleText("What the request went through");
        rows.setCellFactory(list -> new SpanCell(lens, this));
        rows.setPlaceholder(new Label("Choose a request to see what it went through."));
        rows.getSelectionModel().selectedItemProperty().addListener((observable, was, is) -> chosen(is));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        rows.addEventFilter(ScrollEvent.SCROLL, event -> scroll(event, event.isControlDown()));
        VBox.setVgrow(rows, Priority.ALWAYS);
        sideways.setAccessibleText("Which part of the request's time is seen");
        sideways.valueProperty().addListener((observable, was, is) -> scrollTo(is.doubleValue()));
        lens.changes().addListener((observable, was, is) -> placeBar());
        detail.setId("cascade-span-detail");
        detail.getStyleClass().add("waterfall-detail");
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.setWrapText(true);
        getChildren().addAll(head(), axis, rows, sideways, detail, legend);
        state.dark().addListener((observable, was, is) -> paint());
        hint();
        paint();
        placeBar();
    }

    private HBox head() {
        title.getStyleClass().add("waterfall-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button less = Icons.button(Feather.ZOOM_OUT, "See more of its time (−)");
        less.setOnAction(event -> zoom(ZOOM * ZOOM));
        Button more = Icons.button(Feather.ZOOM_IN, "See less of its time, and larger (+, or Ctrl and the wheel)");
        more.setOnAction(event -> zoom(1 / ZOOM / ZOOM));
        Button all = Icons.button(Feather.MAXIMIZE_2, "See all of its time (0)");
        all.setOnAction(event -> lens.show(lens.first(), lens.last()));
        HBox head = new HBox(2, title, less, more, all);
        head.getStyleClass().add("waterfall-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ChartTheme theme() {
        return state.dark().get() ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    private void paint() {
        legend.paint(theme());
        rows.refresh();
    }

    /** Shows another request; null: none. The same one again stays as it is looked at. */
    void show(@Nullable ListedRequest request, @Nullable Pipeline pipeline) {
        if (request == null || pipeline == null) {
            waterfall = null;
            title.setText("");
            rows.getItems().clear();
            hint();
            return;
        }
        if (waterfall != null && request.trace().equals(waterfall.trace())) {
            return;
        }
        Waterfall shown = new Waterfall(request.trace(), pipeline);
        waterfall = shown;
        title.setText(request.line());
        Icons.describe(title, request.line());
        lens.look(request.trace().sent(), shown.end());
        rows.getSelectionModel().clearSelection();
        rows.getItems().setAll(shown.rows());
        int cause = Math.max(0, at(shown.cause()) - ABOVE);
        rows.scrollTo(cause);
        // Rows that have not been laid out yet are not scrolled far enough.
        Platform.runLater(() -> rows.scrollTo(cause));
        hint();
    }

    /** Takes the keyboard, with a row chosen: the cause, or the first. */
    void take() {
        if (waterfall != null && rows.getSelectionModel().isEmpty()) {
            choose(Math.max(0, at(waterfall.cause())));
        }
        rows.requestFocus();
    }

    private void hint() {
        detail.setText("Point at a row for its exact values; double-click or Enter goes to its moment.");
    }

    private int at(int span) {
        List<Row> all = rows.getItems();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).span().number() == span) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String fill(Row row) {
        return waterfall == null ? "transparent" : SpanPaint.fill(row.span(), waterfall.trace(), theme());
    }

    @Override
    public void fold(Row row, boolean close) {
        Waterfall shown = waterfall;
        if (shown != null && row.hasParts()) {
            shown.setClosed(row.span().number(), close);
            rows.getItems().setAll(shown.rows());
            rows.getSelectionModel().select(at(row.span().number()));
        }
    }

    @Override
    public void hover(@Nullable Row row) {
        Row looked = row == null ? rows.getSelectionModel().getSelectedItem() : row;
        if (looked == null) {
            hint();
        } else {
            look(looked);
        }
    }

    private void chosen(@Nullable Row row) {
        if (row != null) {
            look(row);
        }
    }

    private void look(Row row) {
        detail.setText(row.detail());
        state.focus().set(row.span().where());
    }

    @Override
    public void jump(Row row) {
        state.cursor().set(row.span().from());
        state.focus().set(row.span().where());
    }

    private void press(KeyEvent event) {
        Row row = rows.getSelectionModel().getSelectedItem();
        switch (event.getCode()) {
            case LEFT -> goOut(row);
            case RIGHT -> goIn(row);
            case ENTER -> {
                if (row != null) {
                    jump(row);
                }
            }
            case PLUS, EQUALS, ADD -> zoom(1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(ZOOM);
            case DIGIT0, NUMPAD0 -> lens.show(lens.first(), lens.last());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void goOut(@Nullable Row row) {
        if (row != null && row.hasParts() && !row.isClosed()) {
            fold(row, true);
        } else if (row != null && row.span().parent() >= 0) {
            choose(at(row.span().parent()));
        }
    }

    private void goIn(@Nullable Row row) {
        if (row != null && row.isClosed()) {
            fold(row, false);
        } else if (row != null && row.hasParts()) {
            choose(rows.getSelectionModel().getSelectedIndex() + 1);
        }
    }

    private void choose(int index) {
        rows.getSelectionModel().select(index);
        rows.getFocusModel().focus(index);
        rows.scrollTo(Math.max(0, index - ABOVE));
    }

    /** Around the chosen span, where one is chosen and seen, else around the middle. */
    private void zoom(double factor) {
        Row row = rows.getSelectionModel().getSelectedItem();
        double around = row == null ? Double.NaN : row.span().from();
        lens.zoom(factor, around >= lens.from() && around <= lens.to() ? around : (lens.from() + lens.to()) / 2);
    }

    private void scroll(ScrollEvent event, boolean zooms) {
        double width = rows.getWidth() - SCROLL_BAR - 2;
        double bars = SpanCell.barsWidth(width);
        double by = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        if (zooms && event.getDeltaY() != 0) {
            double x = Math.max(0, event.getX() - SpanCell.barsFrom(width));
            lens.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, lens.seconds(x, bars));
            event.consume();
        } else if (by != 0 && (event.isShiftDown() || event.getDeltaX() != 0)) {
            lens.move(-by / bars);
            event.consume();
        }
    }

    private void placeBar() {
        isPlacing = true;
        double seen = lens.to() - lens.from();
        double hidden = Math.max(0, lens.last() - lens.first() - seen);
        sideways.setVisible(!lens.isWhole());
        sideways.setManaged(!lens.isWhole());
        sideways.setMin(0);
        sideways.setMax(hidden);
        sideways.setVisibleAmount(hidden * seen / (lens.last() - lens.first()));
        sideways.setBlockIncrement(seen);
        sideways.setUnitIncrement(seen / 10);
        sideways.setValue(lens.from() - lens.first());
        isPlacing = false;
    }

    private void scrollTo(double after) {
        if (!isPlacing) {
            double from = lens.first() + after;
            lens.show(from, from + lens.to() - lens.from());
        }
    }
}
