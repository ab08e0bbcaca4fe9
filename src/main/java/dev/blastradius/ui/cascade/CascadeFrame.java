package dev.blastradius.ui.cascade;

import atlantafx.base.theme.Styles;
import dev.blastradius.ui.cascade.frames.FilmChart;
import dev.blastradius.ui.cascade.frames.SaveAnimation;
import dev.blastradius.ui.cascade.present.PresentationView;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.timeline.TimelineView;
import dev.blastradius.ui.cascade.transport.TransportBar;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Where the page's parts are: the stage above with tabs beside it; the transport, and tabs with all that has a time axis, below. Each
 * of the three can be folded away, and comes back as wide or high as it was.
 */
final class CascadeFrame extends BorderPane {

    /** What the height is given to. */
    enum Room {
        BOTH,
        STAGE,
        CHARTS
    }

    private static final String AXIS = "cascade-axis-view";
    private static final String REQUESTS = "cascade-requests-view";
    private static final String FAULT = "Fault";
    private static final double STAGE_HEIGHT = 0.46;
    private static final double STAGE_WIDTH = 0.73;
    private static final double TIMELINE_HEIGHT = 0.26;

    /** From this width on, in pixels, the line below the stage has room for the words of the timeline's tools. */
    private static final double ROOM_FOR_WORDS = 1350;

    private final CascadeState state;
    private final @Nullable Node stage;
    private final @Nullable Node transport;
    private final CascadeParts parts;
    private @Nullable PresentationView presentation;
    private final TabPane side;
    private final @Nullable Region tools;
    private final ViewTabs views;
    private final HBox line = new HBox();
    private final SplitPane upper = new SplitPane();
    private final SplitPane whole = new SplitPane();
    private final VBox lower = new VBox();
    private final ToggleGroup rooms = new ToggleGroup();
    private final ToggleButton sideToggle;
    private final HBox toggles;
    private @Nullable Region bar;
    private Room room = Room.BOTH;
    private double stageHeight = STAGE_HEIGHT;
    private double stageWidth = STAGE_WIDTH;

    /** A frame around parts, each made once. */
    CascadeFrame(CascadeParts parts) {
        this.parts = parts;
        state = parts.state();
        setId("page-cascade");
        getStyleClass().addAll("study-page", "cascade");
        getStylesheets()
                .add(Objects.requireNonNull(CascadeFrame.class.getResource("cascade.css"))
                        .toExternalForm());
        stage = parts.stage();
        transport = parts.transport();
        if (transport instanceof TransportBar keys) {
            keys.listen(this);
            keys.onSave(() -> new SaveAnimation(state, getScene(), FilmChart::new).show());
        }
        side = tabs("cascade-side", tab("What happened", parts.chain()), tab(FAULT, parts.fault()));
        Node timeline = parts.timeline();
        Node axis = above(timeline, parts.charts());
        tools = timeline instanceof TimelineView its ? its.takeTools(line.widthProperty(), ROOM_FOR_WORDS) : null;
        if (tools != null && axis != null) {
            tools.visibleProperty().bind(axis.visibleProperty());
        }
        views = new ViewTabs(this::unfold)
                .add(AXIS, "Timeline and charts", axis)
                .add(REQUESTS, "Requests", parts.requests());
        line.getStyleClass().add("cascade-line");
        side.setMinWidth(220);
        parts.faults().onAsked(this::showFault);
        SplitPane.setResizableWithParent(side, false);
        whole.setOrientation(Orientation.VERTICAL);
        whole.setId("cascade-whole");
        upper.setId("cascade-upper");
        upper.setMinHeight(120);
        lower.setMinHeight(120);
        VBox.setVgrow(views, Priority.ALWAYS);
        setCenter(whole);
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> keepPlaces());
        whole.heightProperty().addListener((observable, was, is) -> part());
        sideToggle = sideToggle();
        toggles = new HBox(
                6,
                new HBox(
                        toggle(Room.STAGE, Feather.MONITOR, "Only the stage (Ctrl+Alt+S)", Styles.LEFT_PILL),
                        toggle(Room.BOTH, Feather.LAYOUT, "The stage and what is below it", Styles.CENTER_PILL),
                        toggle(
                                Room.CHARTS,
                                Feather.BAR_CHART_2,
                                "Only what is below the stage (Ctrl+Alt+C)",
                                Styles.RIGHT_PILL)),
                sideToggle);
        toggles.setMinWidth(Region.USE_PREF_SIZE);
        state.presenting().addListener((observable, was, is) -> arrange());
        arrange();
    }

    private ToggleButton toggle(Room which, Ikon icon, String words, String pill) {
        ToggleButton button = new ToggleButton(null, Icons.node(icon));
        button.setId("cascade-room-" + which.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().addAll(Styles.SMALL, pill, "cascade-room");
        button.setToggleGroup(rooms);
        button.setUserData(which);
        button.setSelected(which == room);
        button.setOnAction(event -> give(which));
        Icons.describe(button, words);
        return button;
    }

    private ToggleButton sideToggle() {
        ToggleButton button = new ToggleButton(null, Icons.node(Feather.SIDEBAR));
        button.setId("cascade-side-toggle");
        button.getStyleClass().addAll(Styles.SMALL, "cascade-room");
        button.setSelected(true);
        button.setOnAction(event -> arrange());
        button.setVisible(!side.getTabs().isEmpty());
        Icons.describe(button, "Show or hide what is beside the stage (Ctrl+Alt+B)");
        return button;
    }

    private static @Nullable Node above(@Nullable Node timeline, @Nullable Node charts) {
        if (timeline == null || charts == null) {
            return timeline == null ? charts : timeline;
        }
        SplitPane both = new SplitPane(timeline, charts);
        both.setId("cascade-axis");
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
        if (presenting) {
            present();
            return;
        }
        if (presentation != null) {
            presentation.giveBack();
        }
        List<Node> top = new ArrayList<>();
        if (stage != null) {
            top.add(stage);
        }
        if (sideToggle.isSelected() && !side.getTabs().isEmpty()) {
            top.add(side);
        }
        lower.getChildren().clear();
        fillLine();
        lower.getChildren().add(line);
        if (room != Room.STAGE && !views.isEmpty()) {
            lower.getChildren().add(views);
        }
        List<Node> rows = new ArrayList<>();
        if (room != Room.CHARTS && !top.isEmpty()) {
            rows.add(upper);
        }
        boolean isLineOnly = room == Room.STAGE;
        if (!isLineOnly && !lower.getChildren().isEmpty()) {
            rows.add(lower);
        }
        upper.getItems().setAll(top);
        whole.getItems().setAll(rows);
        setBottom(isLineOnly ? lower : null);
        lower.setMinHeight(isLineOnly ? Region.USE_PREF_SIZE : 120);
        showBar(true);
        part();
    }

    /** Gives each part its share: now, and once more when a change of the frame's own size has come to rest. */
    private void part() {
        upper.setDividerPositions(stageWidth);
        whole.setDividerPositions(stageHeight);
        Platform.runLater(() -> {
            upper.setDividerPositions(stageWidth);
            whole.setDividerPositions(stageHeight);
        });
    }

    /** The stage, one chart and the controls alone. */
    private void present() {
        PresentationView shown = presentation;
        if (shown == null) {
            shown = parts.presentation();
            presentation = shown;
        }
        upper.getItems().clear();
        lower.getChildren().clear();
        setBottom(null);
        shown.take(stage, transport);
        whole.getItems().setAll(shown);
        showBar(false);
    }

    private void showBar(boolean shown) {
        if (bar != null) {
            bar.setVisible(shown);
            bar.setManaged(shown);
        }
    }

    /** The transport, and beside it what the timeline is drawn with and what chooses the view below. */
    private void fillLine() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        line.getChildren().clear();
        if (transport != null) {
            HBox.setHgrow(transport, Priority.ALWAYS);
            line.getChildren().add(transport);
        }
        if (tools != null && room != Room.STAGE) {
            line.getChildren().add(tools);
        }
        line.getChildren().addAll(space, views.buttons());
    }

    /** Who chooses a view wants to see it. */
    private void unfold() {
        if (room == Room.STAGE) {
            give(Room.BOTH);
        }
    }

    /** What the user has dragged the bars between the parts to. */
    private void keepPlaces() {
        if (upper.getItems().size() == 2 && upper.getWidth() > 0) {
            stageWidth = upper.getDividerPositions()[0];
        }
        if (whole.getItems().size() == 2 && whole.getHeight() > 0) {
            stageHeight = whole.getDividerPositions()[0];
        }
    }

    /**
     * The bars above it all.
     *
     * @param choices what is chosen; hidden while presenting
     * @param live the live run's
     */
    void setBars(Region choices, Region live) {
        bar = choices;
        setTop(new VBox(choices, live));
        arrange();
    }

    /** What lies over the parts, and lets clicks through. */
    void setOver(Node over) {
        setCenter(new StackPane(whole, over));
    }

    /** What chooses the parts that are seen. */
    List<Node> toggles() {
        return List.of(toggles);
    }

    /** Gives the height to one of the two, or parts it between them. */
    void give(Room to) {
        room = to;
        rooms.getToggles().forEach(each -> each.setSelected(each.getUserData() == to));
        arrange();
    }

    /** Gives the height to one of the two, or parts it again where that one has it all. */
    void giveOrPart(Room to) {
        give(room == to ? Room.BOTH : to);
    }

    /** Shows or hides what is beside the stage. */
    void toggleSide() {
        sideToggle.setSelected(!sideToggle.isSelected());
        arrange();
    }

    /** Shows the requests. */
    void showRequests() {
        views.show(REQUESTS);
        unfold();
    }

    private void showFault() {
        side.getTabs().stream().filter(each -> each.getText().equals(FAULT)).forEach(side.getSelectionModel()::select);
    }
}
