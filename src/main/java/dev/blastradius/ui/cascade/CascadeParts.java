package dev.blastradius.ui.cascade;

import dev.blastradius.ui.cascade.chain.ChainView;
import dev.blastradius.ui.cascade.charts.ChartStack;
import dev.blastradius.ui.cascade.charts.SingleChart;
import dev.blastradius.ui.cascade.present.PresentationView;
import dev.blastradius.ui.cascade.requests.RequestsView;
import dev.blastradius.ui.cascade.stage.StageView;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.timeline.FaultDesk;
import dev.blastradius.ui.cascade.timeline.FaultPane;
import dev.blastradius.ui.cascade.timeline.TimelineView;
import dev.blastradius.ui.cascade.transport.TransportBar;
import dev.blastradius.ui.study.StudyHost;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Makes the page's parts, which share nothing but the state. A part that is null is not there, and the frame leaves no gap for it.
 *
 * @param state what the parts share
 * @param host the window around the page
 * @param faults what the timeline and the pane of its selected fault share
 */
record CascadeParts(CascadeState state, StudyHost host, FaultDesk faults) {

    CascadeParts(CascadeState state, StudyHost host) {
        this(state, host, new FaultDesk(state));
    }

    /** The drawing with the moment on it: above, at the left. */
    @Nullable
    Node stage() {
        return new StageView(state);
    }

    /** What crossed its limits first, second, third: the side's first tab. */
    Node chain() {
        return new ChainView(state);
    }

    /** The effects of the fault that is selected in the timeline: the side's second tab. */
    Node fault() {
        return new FaultPane(faults);
    }

    /** Play, pause, step, speed, and the moment: one line between the stage and what is below it. */
    @Nullable
    Node transport() {
        return new TransportBar(state);
    }

    /** The scenario's faults as bars: below, first tab, above the charts. */
    Node timeline() {
        return new TimelineView(state, faults);
    }

    /** The charts on the timeline's axis: below, first tab. It scrolls by itself. */
    Node charts() {
        return new ChartStack(state);
    }

    /** The sampled requests: below, second tab. */
    Node requests() {
        return new RequestsView(state);
    }

    /** All that a room full of people sees: it takes the stage and the transport into itself. */
    PresentationView presentation() {
        return new PresentationView(state, new SingleChart(state, 2));
    }
}
