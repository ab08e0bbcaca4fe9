package dev.blastradius.ui.cascade.live;

import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Finds how damage has spread so far in a live run, again and again while it goes on, each time on a thread of its own. */
final class LiveInsight {

    private final CascadeState state;
    private final LiveControl control;
    private final Function<Playback, Cascade> analysis;
    private boolean looking;
    private boolean again;

    private LiveInsight(CascadeState state, LiveControl control, Function<Playback, Cascade> analysis) {
        this.state = state;
        this.control = control;
        this.analysis = analysis;
    }

    /** Has the state's cascade be that of a control's live run, whenever there is one. */
    static void follow(CascadeState state, LiveControl control, Function<Playback, Cascade> analysis) {
        LiveInsight insight = new LiveInsight(state, control, analysis);
        control.snapshot().addListener((observable, was, is) -> {
            if (is != null) {
                insight.look(is, was);
            }
        });
    }

    private void look(Snapshot present, @Nullable Snapshot before) {
        if (before == null) {
            state.cascade().set(Cascade.NONE);
        }
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        Playback playback = present.playback();
        Thread thread = new Thread(
                () -> {
                    Cascade found = analysis.apply(playback);
                    Platform.runLater(() -> show(playback, found));
                },
                "live insight");
        thread.setDaemon(true);
        thread.start();
    }

    private void show(Playback playback, Cascade found) {
        looking = false;
        Snapshot newest = control.snapshot().get();
        if (newest != null && newest.playback().chronicle() == playback.chronicle()) {
            state.cascade().set(found);
        }
        if (newest != null && again) {
            look(newest, newest);
        }
    }
}
