package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.Figures;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * What mouse and keys do in the charts. Over a plot the wheel zooms about the moment under it, elsewhere it scrolls; dragging moves time and
 * charts along, with Shift it chooses the stretch to zoom to; a click sets the moment, two show the whole run.
 */
final class ChartGestures {

    private static final double ZOOM_A_PIXEL = 0.004;
    private static final double ZOOM_A_KEY = 0.6;
    private static final double PAN_A_KEY = 0.1;
    private static final double SCROLL_A_KEY = 60;
    /** A mouse that moves no farther than this has clicked. */
    private static final double CLICK = 4;

    private enum Drag {
        NONE,
        PRESSED,
        MOVING,
        CHOOSING
    }

    private final CascadeState state;
    private final ChartColumn column;
    private final ChartBoard board;
    private final ContextMenu menu = new ContextMenu();

    private Drag drag = Drag.NONE;
    private double pressedX;
    private double lastX;
    private double lastY;

    ChartGestures(CascadeState state, ChartColumn column, ChartBoard board) {
        this.state = state;
        this.column = column;
        this.board = board;
        column.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        column.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        column.addEventHandler(MouseEvent.MOUSE_EXITED, event -> board.hover(Double.NaN, null));
        column.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        column.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        column.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        column.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
    }

    private TimeScale scale() {
        return TimeScale.of(state, column.getWidth());
    }

    /** Whether a place is in the plot of a chart on the time axis. */
    private boolean isOverTime(double x, double y) {
        ChartTile tile = column.at(y);
        return tile != null && tile.isOverTime() && isInPlot(x);
    }

    private boolean isInPlot(double x) {
        return x >= TimeScale.LEFT && x <= column.getWidth() - TimeScale.RIGHT;
    }

    private void hover(double x, double y) {
        ChartTile tile = column.at(y);
        board.hover(tile != null && isInPlot(x) ? tile.at(x) : Double.NaN, tile);
    }

    private void scroll(ScrollEvent event) {
        boolean isOverTime = isOverTime(event.getX(), event.getY());
        if (isOverTime && event.getDeltaX() != 0 && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            pan(-event.getDeltaX());
        } else if (isOverTime && !event.isAltDown()) {
            state.zoom(Math.exp(-event.getDeltaY() * ZOOM_A_PIXEL), scale().seconds(event.getX()));
        } else {
            column.scrollBy(-event.getDeltaY());
        }
        hover(event.getX(), event.getY());
        event.consume();
    }

    /** Moves the seen stretch by so many pixels: above 0 later. */
    private void pan(double pixels) {
        double seconds =
                pixels / scale().span() * (state.to().get() - state.from().get());
        state.show(state.from().get() + seconds, state.to().get() + seconds);
    }

    private void press(MouseEvent event) {
        menu.hide();
        ChartTile tile = column.at(event.getY());
        if (tile != null) {
            tile.requestFocus();
        }
        if (event.getButton() != MouseButton.PRIMARY || tile == null) {
            drag = Drag.NONE;
            return;
        }
        pressedX = event.getX();
        lastX = event.getX();
        lastY = event.getY();
        boolean choosing = event.isShiftDown() && isOverTime(event.getX(), event.getY());
        drag = choosing ? Drag.CHOOSING : Drag.PRESSED;
    }

    private void drag(MouseEvent event) {
        if (drag == Drag.NONE) {
            return;
        }
        if (drag == Drag.CHOOSING) {
            column.choose(scale().seconds(pressedX), scale().seconds(event.getX()));
            return;
        }
        if (drag == Drag.PRESSED && Math.hypot(event.getX() - lastX, event.getY() - lastY) <= CLICK) {
            return;
        }
        drag = Drag.MOVING;
        if (isInPlot(pressedX)) {
            pan(lastX - event.getX());
        }
        column.scrollBy(lastY - event.getY());
        lastX = event.getX();
        lastY = event.getY();
    }

    private void release(MouseEvent event) {
        Drag ended = drag;
        drag = Drag.NONE;
        column.choose(Double.NaN, Double.NaN);
        if (ended == Drag.CHOOSING && Math.abs(event.getX() - pressedX) > CLICK) {
            double one = scale().seconds(pressedX);
            double other = scale().seconds(event.getX());
            state.show(Math.min(one, other), Math.max(one, other));
        } else if (ended == Drag.PRESSED && isOverTime(event.getX(), event.getY())) {
            state.cursor().set(scale().seconds(event.getX()));
            if (event.getClickCount() == 2) {
                state.showAll();
            }
        }
    }

    private void offer(ContextMenuEvent event) {
        boolean inPlot = isOverTime(event.getX(), event.getY());
        double moment = event.isKeyboardTrigger() || !inPlot ? board.moment() : scale().seconds(event.getX());
        if (offer(column.at(event.getY()), moment, event.getScreenX(), event.getScreenY())) {
            event.consume();
        }
    }

    /**
     * Shows what can be done with a chart and with a moment.
     *
     * @param tile the chart; null: none
     * @param moment in seconds; NaN: none
     * @return whether there is anything
     */
    private boolean offer(@Nullable ChartTile tile, double moment, double screenX, double screenY) {
        menu.getItems().clear();
        if (!Double.isNaN(moment)) {
            menu.getItems()
                    .addAll(
                            item("Requests at " + Figures.moment(moment), () -> ask(moment)),
                            item("Look at this moment", () -> state.cursor().set(moment)),
                            item("Zoom in here", () -> state.zoom(ZOOM_A_KEY * ZOOM_A_KEY, moment)),
                            item("Show the whole run", state::showAll));
        }
        Shown shown = tile == null ? null : tile.shown();
        if (shown != null) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(PictureMenu.items(column, shown));
        }
        if (menu.getItems().isEmpty()) {
            return false;
        }
        menu.show(column, screenX, screenY);
        return true;
    }

    /** The menu of the chart that has the keyboard. */
    private boolean offerFocused() {
        if (!(column.getScene().getFocusOwner() instanceof ChartTile tile)) {
            return false;
        }
        Bounds place = tile.localToScreen(tile.getLayoutBounds());
        return place != null && offer(tile, board.moment(), place.getCenterX(), place.getCenterY());
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Asks for the requests of a moment, in seconds; also where they were asked for just before. */
    private void ask(double moment) {
        state.askedRequests().set(Double.NaN);
        state.askedRequests().set(moment);
    }

    /** Asks for the requests of the moment that is looked at. */
    void askForRequests() {
        double moment = board.moment();
        if (!Double.isNaN(moment)) {
            ask(moment);
        }
    }

    /** Zooms about the moment that is looked at, where it is seen, or about the middle. */
    void zoom(boolean in) {
        double moment = state.cursor().get();
        boolean isSeen = moment >= state.from().get() && moment <= state.to().get();
        double around = isSeen ? moment : (state.from().get() + state.to().get()) / 2;
        state.zoom(in ? ZOOM_A_KEY : 1 / ZOOM_A_KEY, around);
    }

    void key(KeyEvent event) {
        if (PictureMenu.isMenuKey(event) && offerFocused()) {
            event.consume();
            return;
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        Runnable action = action(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private @Nullable Runnable action(KeyCode code) {
        double page = column.getHeight() * 0.8;
        double width = scale().span() * PAN_A_KEY;
        return switch (code) {
            case PLUS, ADD, EQUALS -> () -> zoom(true);
            case MINUS, SUBTRACT -> () -> zoom(false);
            case DIGIT0, NUMPAD0 -> state::showAll;
            case LEFT -> () -> pan(-width);
            case RIGHT -> () -> pan(width);
            case UP -> () -> column.scrollBy(-SCROLL_A_KEY);
            case DOWN -> () -> column.scrollBy(SCROLL_A_KEY);
            case PAGE_UP -> () -> column.scrollBy(-page);
            case PAGE_DOWN -> () -> column.scrollBy(page);
            case R -> this::askForRequests;
            default -> null;
        };
    }
}
