package dev.blastradius.ui.plot;

import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.HeatMap.Cell;
import dev.blastradius.chart.HeatMap.Group;
import dev.blastradius.chart.HeatRamp;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A {@link HeatMap} in the window: its cells scroll, its heads stay where they are. The arrow keys go from cell to cell, Home and End
 * to the first and the last of a row, Page Up and Page Down by ten rows; Enter and Space do what a click does.
 */
public final class HeatGrid extends Region {

    /** Hears of a cell by its row, counted over all groups, and its column. */
    @FunctionalInterface
    public interface CellListener {
        void accept(int row, int column);
    }

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");
    private static final double ROW = 28;
    private static final double GROUP = 34;
    private static final double HEAD = 40;
    private static final double WIDEST_CELL = 190;
    private static final double LEAST_CELL = 74;
    private static final double LEAST_NAMES = 110;
    private static final double WIDEST_NAMES = 260;
    private static final double NAMES_SHARE = 0.4;
    /** What a name takes beside its letters. */
    private static final double NAME_MARGIN = 18;

    private static final double SCROLL_BAR = 14;
    private static final int PAGE = 10;

    private final Label corner = new Label();
    private final Pane heads = new Placed();
    private final Pane names = new Placed();
    private final Pane cells = new Placed();
    private final Region headsView = new Clipped(heads);
    private final Region namesView = new Clipped(names);
    private final ScrollPane scroll = new ScrollPane(cells);
    private final List<List<Label>> grid = new ArrayList<>();
    private final List<Label> rowNames = new ArrayList<>();
    private final List<Label> groupNames = new ArrayList<>();

    private HeatRamp ramp = HeatRamp.LIGHT;
    private @Nullable HeatMap map;
    private CellListener onFocus = (row, column) -> {};
    private CellListener onChoose = (row, column) -> {};
    private IntConsumer onHead = column -> {};
    private boolean hasHeadAction;
    private int focusRow;
    private int focusColumn;
    private double nameWidth = LEAST_NAMES;
    private double cellWidth = LEAST_CELL;

    /** A grid of nothing. */
    public HeatGrid() {
        getStyleClass().add("heat-grid");
        corner.getStyleClass().add("heat-corner");
        scroll.getStyleClass().add("heat-scroll");
        scroll.setFocusTraversable(false);
        getChildren().setAll(corner, headsView, namesView, scroll);
        scroll.hvalueProperty().addListener((property, was, is) -> follow());
        scroll.vvalueProperty().addListener((property, was, is) -> follow());
        scroll.viewportBoundsProperty().addListener((property, was, is) -> follow());
        namesView.setOnScroll(event -> scroll.setVvalue(
                scroll.getVvalue() - event.getDeltaY() / Math.max(1, cells.getPrefHeight() - viewHeight())));
        cells.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        PictureMenu.on(this, () -> map == null || map.isEmpty() ? null : Shown.of(map));
    }

    /** Hears which cell is looked at: it has the keyboard, or the pointer is over it. */
    public void onFocus(CellListener listener) {
        onFocus = listener;
    }

    /** Hears of clicks, Enter and Space. */
    public void onChoose(CellListener listener) {
        onChoose = listener;
    }

    /** Makes the columns' heads buttons, and hears of them; -1: the head of the rows' names. */
    public void onHead(IntConsumer listener) {
        onHead = listener;
        hasHeadAction = true;
    }

    /** Chooses the colours: on dark, or on light. */
    public void setDark(boolean dark) {
        ramp = dark ? HeatRamp.DARK : HeatRamp.LIGHT;
        HeatMap shown = map;
        if (shown != null) {
            colour(shown);
        }
    }

    /**
     * Shows a heat map.
     *
     * @param newMap null: nothing
     * @param sortedBy the column by which rows are sorted, and so marked; -1: none
     */
    public void show(@Nullable HeatMap newMap, int sortedBy) {
        boolean hadKeyboard = focused() != null && focused().isFocused();
        map = newMap;
        grid.clear();
        rowNames.clear();
        groupNames.clear();
        cells.getChildren().clear();
        names.getChildren().clear();
        heads.getChildren().clear();
        corner.setText(newMap == null ? "" : newMap.down());
        if (newMap != null) {
            fill(newMap, sortedBy);
            colour(newMap);
            focusRow = Math.min(focusRow, Math.max(0, grid.size() - 1));
            focusColumn = Math.min(focusColumn, Math.max(0, newMap.columns().size() - 1));
            stop(focusRow, focusColumn);
            if (hadKeyboard && focused() != null) {
                focused().requestFocus();
            }
        }
        requestLayout();
    }

    /** Gives the keyboard to the cell that had it last. */
    public void takeKeyboard() {
        Label cell = focused();
        if (cell != null) {
            cell.requestFocus();
        }
    }

    private void fill(HeatMap newMap, int sortedBy) {
        for (int column = 0; column < newMap.columns().size(); column++) {
            heads.getChildren().add(head(newMap.columns().get(column), column, column == sortedBy));
        }
        for (Group group : newMap.groups()) {
            Label groupName = new Label(group.name());
            groupName.getStyleClass().add("heat-group");
            groupNames.add(groupName);
            names.getChildren().add(groupName);
            for (HeatMap.Row row : group.rows()) {
                addRow(row);
            }
        }
    }

    private void addRow(HeatMap.Row row) {
        int number = grid.size();
        Label name = new Label(row.name());
        name.getStyleClass().add("heat-name");
        rowNames.add(name);
        names.getChildren().add(name);
        List<Label> line = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Label cell = cell(row.cells().get(column), number, column);
            line.add(cell);
            cells.getChildren().add(cell);
        }
        grid.add(line);
    }

    private Region head(String title, int column, boolean isSorted) {
        if (!hasHeadAction) {
            Label label = new Label(title);
            label.getStyleClass().add("heat-head");
            label.setAlignment(Pos.CENTER);
            return label;
        }
        Button button = new Button(isSorted ? title + " ↓" : title);
        button.setId("heat-head-" + column);
        button.getStyleClass().addAll("flat", "heat-head");
        button.setMnemonicParsing(false);
        button.pseudoClassStateChanged(SORTED, isSorted);
        button.setAccessibleText("Sort by " + title + (isSorted ? ", sorted" : ""));
        button.setOnAction(event -> onHead.accept(column));
        return button;
    }

    private Label cell(Cell cell, int row, int column) {
        Label label = new Label(cell.text());
        label.setId("heat-" + row + "-" + column);
        label.getStyleClass().add("heat-cell");
        label.setAlignment(Pos.CENTER);
        label.setAccessibleRole(AccessibleRole.BUTTON);
        label.setAccessibleText(cell.detail());
        label.pseudoClassStateChanged(MARKED, cell.marked());
        dev.blastradius.ui.look.Tips.install(label, cell.detail());
        label.focusedProperty().addListener((property, was, is) -> {
            if (is) {
                stop(row, column);
                onFocus.accept(row, column);
            }
        });
        // Not where a cell comes under a pointer that rests, as when the arrow keys scroll.
        label.setOnMouseMoved(event -> onFocus.accept(row, column));
        label.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                label.requestFocus();
                onChoose.accept(row, column);
            }
        });
        return label;
    }

    private void colour(HeatMap shown) {
        List<HeatMap.Row> rows = shown.rows();
        for (int row = 0; row < grid.size(); row++) {
            for (int column = 0; column < grid.get(row).size(); column++) {
                double value = rows.get(row).cells().get(column).value();
                Label label = grid.get(row).get(column);
                if (Double.isNaN(value)) {
                    label.setStyle("");
                    continue;
                }
                double strength = shown.scale().strength(value);
                label.setStyle("-fx-background-color: " + HeatRamp.web(ramp.color(strength)) + "; -fx-text-fill: "
                        + HeatRamp.web(ramp.textOn(strength)) + ";");
            }
        }
    }

    /** Makes a cell the one that the keyboard comes to. */
    private void stop(int row, int column) {
        Label before = focused();
        if (before != null) {
            before.setFocusTraversable(false);
        }
        focusRow = row;
        focusColumn = column;
        Label now = focused();
        if (now != null) {
            now.setFocusTraversable(true);
        }
    }

    private @Nullable Label focused() {
        return focusRow < grid.size() && focusColumn < grid.get(focusRow).size()
                ? grid.get(focusRow).get(focusColumn)
                : null;
    }

    private void pressed(KeyEvent event) {
        int row = focusRow;
        int column = focusColumn;
        switch (event.getCode()) {
            case UP -> row--;
            case DOWN -> row++;
            case LEFT -> column--;
            case RIGHT -> column++;
            case PAGE_UP -> row -= PAGE;
            case PAGE_DOWN -> row += PAGE;
            case HOME -> column = 0;
            case END -> column = Integer.MAX_VALUE;
            case ENTER, SPACE -> {
                if (event.isShortcutDown()) {
                    return;
                }
                onChoose.accept(row, column);
            }
            default -> {
                return;
            }
        }
        event.consume();
        go(row, column);
    }

    private void go(int row, int column) {
        if (map == null || grid.isEmpty()) {
            return;
        }
        int nextRow = Math.max(0, Math.min(grid.size() - 1, row));
        int nextColumn = Math.max(0, Math.min(map.columns().size() - 1, column));
        if (nextRow != focusRow || nextColumn != focusColumn) {
            Label cell = grid.get(nextRow).get(nextColumn);
            reveal(cell);
            cell.requestFocus();
        }
    }

    private void reveal(Label cell) {
        scroll.setVvalue(scrolled(scroll.getVvalue(), cell.getLayoutY(), ROW, cells.getPrefHeight(), viewHeight()));
        scroll.setHvalue(scrolled(
                scroll.getHvalue(),
                cell.getLayoutX(),
                cellWidth,
                cells.getPrefWidth(),
                scroll.getViewportBounds().getWidth()));
    }

    /** How far to scroll, 0 to 1, so that something is seen, and no farther than need be. */
    static double scrolled(double now, double from, double length, double all, double seen) {
        double hidden = all - seen;
        if (hidden <= 0) {
            return 0;
        }
        double start = now * hidden;
        if (from < start) {
            return Math.max(0, from / hidden);
        }
        return from + length > start + seen ? Math.min(1, (from + length - seen) / hidden) : now;
    }

    private double viewHeight() {
        return scroll.getViewportBounds().getHeight();
    }

    private void follow() {
        double hidden = Math.max(0, cells.getPrefHeight() - viewHeight());
        names.setTranslateY(-Math.rint(hidden * scroll.getVvalue()));
        double beside =
                Math.max(0, cells.getPrefWidth() - scroll.getViewportBounds().getWidth());
        heads.setTranslateX(-Math.rint(beside * scroll.getHvalue()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + contentHeight() + SCROLL_BAR;
    }

    private double contentHeight() {
        HeatMap shown = map;
        if (shown == null) {
            return 0;
        }
        double height = 0;
        for (Group group : shown.groups()) {
            height += (group.name().isEmpty() ? 0 : GROUP) + ROW * group.rows().size();
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        HeatMap shown = map;
        int columns = shown == null ? 0 : shown.columns().size();
        double wanted = rowNames.stream()
                .mapToDouble(name -> Math.ceil(name.prefWidth(-1)))
                .max()
                .orElse(0);
        double widest = Math.max(LEAST_NAMES, Math.min(WIDEST_NAMES, getWidth() * NAMES_SHARE));
        nameWidth = Math.max(LEAST_NAMES, Math.min(widest, wanted + NAME_MARGIN));
        double room = Math.max(0, getWidth() - nameWidth - SCROLL_BAR);
        cellWidth = Math.floor(Math.max(LEAST_CELL, Math.min(WIDEST_CELL, room / Math.max(1, columns))));
        double viewWidth = Math.min(getWidth() - nameWidth, columns * cellWidth + SCROLL_BAR);
        double height = Math.max(0, getHeight() - HEAD);
        corner.resizeRelocate(0, 0, nameWidth, HEAD);
        headsView.resizeRelocate(nameWidth, 0, Math.max(0, viewWidth - SCROLL_BAR), HEAD);
        for (int column = 0; column < heads.getChildren().size(); column++) {
            heads.getChildren().get(column).resizeRelocate(column * cellWidth, 0, cellWidth - 2, HEAD);
        }
        placeRows(shown);
        cells.setPrefSize(columns * cellWidth, contentHeight());
        scroll.resizeRelocate(nameWidth, HEAD, viewWidth, height);
        namesView.resizeRelocate(0, HEAD, nameWidth, height);
        scroll.layout();
        follow();
    }

    private void placeRows(@Nullable HeatMap shown) {
        if (shown == null) {
            return;
        }
        double y = 0;
        int row = 0;
        for (int number = 0; number < shown.groups().size(); number++) {
            Group group = shown.groups().get(number);
            Label name = groupNames.get(number);
            name.setVisible(!group.name().isEmpty());
            if (name.isVisible()) {
                name.resizeRelocate(0, y, nameWidth, GROUP);
                y += GROUP;
            }
            for (int i = 0; i < group.rows().size(); i++, row++) {
                rowNames.get(row).resizeRelocate(0, y, nameWidth - 8, ROW);
                List<Label> line = grid.get(row);
                for (int column = 0; column < line.size(); column++) {
                    line.get(column).resizeRelocate(column * cellWidth, y, cellWidth - 2, ROW - 2);
                }
                y += ROW;
            }
        }
    }

    /** Leaves its children where the grid has put them, and as large. */
    private static final class Placed extends Pane {
        @Override
        protected void layoutChildren() {
            // The grid has done it.
        }
    }

    /** Shows only as much of its content as lies within it. */
    private static final class Clipped extends Region {
        Clipped(Pane content) {
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(widthProperty());
            clip.heightProperty().bind(heightProperty());
            setClip(clip);
            getChildren().setAll(content);
        }
    }
}
