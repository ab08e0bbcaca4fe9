package dev.blastradius.ui.cascade;

import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the page's parts are: the stage above with tabs beside it; the transport, and tabs with all that has a time axis, below. */
final class CascadeFrame extends BorderPane {

    private static final double STAGE_HEIGHT = 0.52;
    private static final double STAGE_WIDTH = 0.74;
    private static final double TIMELINE_HEIGHT = 0.38;

    private final CascadeState state;
    private final @Nullable Node stage;
    private final @Nullable Node transport;
    private final TabPane side;
    private final TabPane views;
    private final SplitPane upper = new SplitPane();
    private final SplitPane whole = new SplitPane();
    private final VBox lower = new VBox();

    /** A frame around parts, each made once. */
    CascadeFrame(CascadeParts parts) {
        state = parts.state();
        setId("page-cascade");
        getStyleClass().addAll("study-page", "cascade");
        getStylesheets()
                .add(Objects.requireNonNull(CascadeFrame.class.getResource("cascade.css"))
                        .toExternalForm());
        stage = parts.stage();
        transport = parts.transport();
        side = tabs("cascade-side", tab("What happened", parts.chain()), tab("Fault", parts.fault()));
        views = tabs(
                "cascade-views",
                tab("Timeline and charts", above(parts.timeline(), parts.charts())),
                tab("Requests", parts.requests()));
        SplitPane.setResizableWithParent(side, false);
        whole.setOrientation(Orientation.VERTICAL);
        VBox.setVgrow(views, Priority.ALWAYS);
        setCenter(whole);
        state.presenting().addListener((observable, was, is) -> arrange());
        arrange();
        upper.setDividerPositions(STAGE_WIDTH);
        whole.setDividerPositions(STAGE_HEIGHT);
    }

    private static @Nullable Node above(@Nullable Node timeline, @Nullable Node charts) {
        if (timeline == null || charts == null) {
            return timeline == null ? charts : timeline;
        }
        SplitPane both = new SplitPane(timeline, charts);
        both.setOrientation(Orientation.VERTICAL);
        both.setDividerPositions(TIMELINE_HEIGHT);
        SplitPane.setResizableWithParent(timeline, false);
        return both;
    }

    private static @Nullable Tab tab(String title, @Nullable Node content) {
        return content == null ? null : new Tab(title, content);
    }

    private static TabPane tabs(String id, @Nullable Tab... tabs) {
        TabPane pane = new TabPane();
        pane.setId(id);
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Tab each : tabs) {
            if (each != null) {
                pane.getTabs().add(each);
            }
        }
        return pane;
    }

    /** Puts in what there is, and what is wanted now. */
    private void arrange() {
        boolean presenting = state.presenting().get();
        List<Node> top = new ArrayList<>();
        if (stage != null) {
            top.add(stage);
        }
        if (!presenting && !side.getTabs().isEmpty()) {
            top.add(side);
        }
        upper.getItems().setAll(top);
        lower.getChildren().clear();
        if (transport != null) {
            lower.getChildren().add(transport);
        }
        if (!views.getTabs().isEmpty()) {
            lower.getChildren().add(views);
        }
        List<Node> rows = new ArrayList<>();
        if (!top.isEmpty()) {
            rows.add(upper);
        }
        if (!lower.getChildren().isEmpty()) {
            rows.add(lower);
        }
        whole.getItems().setAll(rows);
        if (getTop() instanceof Region bar) {
            bar.setVisible(!presenting);
            bar.setManaged(!presenting);
        }
    }

    /** The bar above it all. */
    void setBar(Region bar) {
        setTop(bar);
        arrange();
    }
}
