package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The chosen scenario on a timeline over the charts: faults as bars, steps of the runbook as flags, drawn and changed with the pointer or
 * with keys. While a replication is live it shows what was broken in it, and nothing is changed.
 */
public final class TimelineView extends BorderPane {

    private static final double USUAL_HEIGHT = 170;

    private final CascadeState state;
    private final FaultDesk desk;
    private final TrackPane tracks;
    private final TrackHands hands;
    private final TimelineTools tools;
    private final SaidLine said;

    /**
     * A timeline of what is open.
     *
     * @param desk what it shares with the pane of the selected fault
     */
    public TimelineView(CascadeState state, FaultDesk desk) {
        this.state = state;
        this.desk = desk;
        setId("timeline");
        getStyleClass().add("timeline");
        getStylesheets()
                .add(Objects.requireNonNull(TimelineView.class.getResource("timeline.css"))
                        .toExternalForm());
        tracks = new TrackPane(state, this::made);
        tracks.setId("timeline-tracks");
        tools = new TimelineTools(desk, this::refresh);
        said = new SaidLine(desk);
        hands = new TrackHands(desk, tracks, this::refresh);
        tools.getStylesheets().setAll(getStylesheets());
        setTop(tools);
        StackPane.setAlignment(said, Pos.BOTTOM_RIGHT);
        setCenter(new StackPane(tracks, said));
        setPrefHeight(USUAL_HEIGHT);
        setMinHeight(70);
        desk.onChange(this::refresh);
        InvalidationListener moved = any -> tracks.requestLayout();
        List.of(state.from(), state.to(), state.duration()).forEach(each -> each.addListener(moved));
        state.cursor().addListener(any -> tracks.placeCursor());
        refresh();
    }

    /**
     * Hands out the tools over the tracks, to be put where there is room for them.
     *
     * @param width how wide the place is that they share with others, in pixels
     * @param enough from which width on there is room for their words; else they are icons alone
     */
    public Region takeTools(ObservableDoubleValue width, double enough) {
        setTop(null);
        width.addListener(observable -> tools.setCompact(width.get() < enough));
        tools.setCompact(width.get() < enough);
        return tools;
    }

    private void made(BarNode bar) {
        bar.focusedProperty().addListener((observable, was, is) -> {
            if (is && !hands.isHolding()) {
                desk.select(bar.bar().index());
                tracks.reveal(bar.bar().index());
            }
        });
    }

    /** Shows the scenario as it is, or as a gesture would make it. */
    private void refresh() {
        ScenarioEditor scenario = desk.scenario();
        Playback playback = state.playback().get();
        tools.refresh();
        said.refresh();
        if (scenario == null) {
            tracks.showWindows(List.of(), 1);
            tracks.sayNothing("No model is open.");
        } else if (state.live().get() && playback != null) {
            tracks.showWindows(playback.windows(), playback.duration());
            tracks.sayNothing(playback.windows().isEmpty() ? "Nothing has been broken yet." : "");
        } else {
            tracks.show(hands.timeline(scenario), scenario.selected(), hands.drag());
            tracks.sayNothing(scenario.timeline().tracks().isEmpty() && hands.drag() == null ? nothing(scenario) : "");
        }
    }

    private static String nothing(ScenarioEditor scenario) {
        return (scenario.scenario().isEmpty() ? "No scenario is chosen. " : "Nothing fails in this scenario. ")
                + "“Patterns” breaks something in a usual way; “Add target” gives a component, an arrow or tags a track, on which you "
                + "draw a fault by dragging.";
    }

    /** The bar of a fault by its place in the scenario; null: none is shown. */
    @Nullable
    BarNode bar(int index) {
        return tracks.bar(index);
    }

    /** Its tracks. */
    TrackPane tracks() {
        return tracks;
    }
}
