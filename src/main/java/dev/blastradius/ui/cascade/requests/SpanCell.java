package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.requests.Waterfall.Row;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.ui.look.Tips;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A row of the waterfall: what it is at the left, how long it was at the right. */
final class SpanCell extends ListCell<Row> {

    static final double HEIGHT = 20;
    private static final double INDENT = 11;
    private static final double FOLD = 14;
    private static final double LEAST_BAR = 2;
    private static final double GAP = 5;
    private static final double THIN = 5;
    /** Room for a length of time behind a bar that ends with the request. */
    private static final double VALUE = 66;

    private static final PseudoClass CAUSE = PseudoClass.getPseudoClass("cause");

    private final Lens lens;
    private final Owner owner;
    private final Label fold = new Label();
    private final Label label = new Label();
    private final Region bar = new Region();
    private final Label value = new Label();
    private final Tooltip tip;
    private final Strip strip = new Strip();

    /** What the rows are part of. */
    interface Owner {
        /** What a row's bar is filled with, as style sheets write it. */
        String fill(Row row);

        /** A row's parts are to be hidden or shown. */
        void fold(Row row, boolean close);

        /** The pointer has come upon a row; null: it has left one. */
        void hover(@Nullable Row row);

        /** A row's begin is to be looked at. */
        void jump(Row row);
    }

    SpanCell(Lens lens, Owner owner) {
        this.lens = lens;
        this.owner = owner;
        tip = Tips.tip(this, "");
        getStyleClass().add("span-cell");
        fold.getStyleClass().add("span-fold");
        label.getStyleClass().add("span-label");
        bar.getStyleClass().add("span-bar");
        value.getStyleClass().add("span-value");
        strip.getChildren().addAll(fold, label, bar, value);
        fold.setOnMouseClicked(event -> {
            Row row = getItem();
            if (row != null) {
                owner.fold(row, !row.isClosed());
                event.consume();
            }
        });
        setOnMouseEntered(event -> owner.hover(getItem()));
        setOnMouseExited(event -> owner.hover(null));
        setOnMouseClicked(event -> {
            Row row = getItem();
            if (row != null && event.getClickCount() == 2) {
                owner.jump(row);
            }
        });
        lens.changes().addListener((observable, was, is) -> strip.requestLayout());
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            pseudoClassStateChanged(CAUSE, false);
            return;
        }
        TraceSpan span = row.span();
        fold.setText(row.hasParts() ? row.isClosed() ? "▸" : "▾" : "");
        label.setText(span.isCause() ? "✗ the cause: " + row.label() : row.label());
        value.setText(span.kind() == Kind.REFUSAL ? "" : Figures.time(span.seconds()));
        bar.setStyle("-fx-background-color: " + owner.fill(row) + ";");
        pseudoClassStateChanged(CAUSE, span.isCause());
        tip.setText(row.detail());
        setTooltip(tip);
        setAccessibleText(row.detail());
        setGraphic(strip);
        strip.requestLayout();
    }

    /** Where the bars begin, in a row of a width. */
    static double barsFrom(double width) {
        return Math.min(320, Math.max(150, width * 0.36));
    }

    /** How wide a row has them. */
    static double barsWidth(double width) {
        return Math.max(10, width - barsFrom(width) - VALUE);
    }

    /** The row's parts, placed by the lens. */
    private final class Strip extends Pane {

        private final Rectangle clip = new Rectangle();

        Strip() {
            setPrefHeight(HEIGHT);
            setMinWidth(0);
            setClip(clip);
        }

        @Override
        protected double computePrefWidth(double height) {
            // As wide as the list, so that it never scrolls sideways.
            return Math.max(10, SpanCell.this.getListView().getWidth() - WaterfallView.SCROLL_BAR - 2);
        }

        @Override
        protected void layoutChildren() {
            Row row = getItem();
            if (row == null) {
                return;
            }
            double width = getWidth();
            double height = getHeight();
            clip.setWidth(width);
            clip.setHeight(height);
            double indent = row.depth() * INDENT;
            double left = barsFrom(width);
            double span = barsWidth(width);
            fold.resizeRelocate(indent, 0, FOLD, height);
            label.resizeRelocate(indent + FOLD, 0, Math.max(20, left - indent - FOLD - GAP), height);
            double from = lens.x(row.span().from(), span);
            double to = lens.x(row.span().to(), span);
            boolean seen = to >= 0 && from <= span;
            bar.setVisible(seen);
            value.setVisible(seen);
            double start = left + Math.max(0, from);
            double end = Math.max(start + LEAST_BAR, left + Math.min(span, to));
            double thick = row.span().kind() == Kind.CALL && !row.span().isCause() ? THIN : height - 7;
            bar.resizeRelocate(start, Math.floor((height - thick) / 2), end - start, thick);
            value.resizeRelocate(end + GAP, 0, value.prefWidth(-1), height);
        }
    }
}
