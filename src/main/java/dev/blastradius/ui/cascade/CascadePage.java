package dev.blastradius.ui.cascade;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.Editor;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Cascades;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.experiment.live.LiveSession;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.cascade.live.LiveControl;
import dev.blastradius.ui.cascade.live.LiveDesk;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyController.Work;
import dev.blastradius.ui.study.StudyHost;
import dev.blastradius.ui.study.StudyPage;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;

/** One replication looked at moment by moment: where damage began, how it spread, what helped and what made it worse. */
public final class CascadePage implements StudyPage {

    /** Makes recordings. */
    @FunctionalInterface
    interface Recording {

        /** As {@link Recorder#record} does it. */
        @Nullable
        Playback record(RunSpec spec, RunSettings settings, int replication, RunProgress progress);
    }

    private final StudyHost host;
    private final Recording recording;
    private final Function<Playback, Cascade> analysis;
    private final LongSupplier nanoClock;
    private final CascadeState state = new CascadeState();
    private final CascadeFrame frame;
    private final CascadeBar bar;
    private final LiveControl control;
    private final LiveDesk live;
    private @Nullable Made made;
    /** The recording that is being made; null: none. */
    private @Nullable Making making;

    /** The open model, whether or not it has been looked at here; null: none. */
    private @Nullable Editor opened;

    private int replication;
    /** Whether what is chosen is recorded unasked: until that was cancelled or refused, or turned out to take long. */
    private boolean unasked = true;
    /** Why nothing is recorded unasked. */
    private String whyNot = "";

    /** A page of no model, in a window. */
    public CascadePage(StudyHost host) {
        this(host, Recorder::record, LiveSession::new, Cascades::of, System::nanoTime);
    }

    /** The same with other ways to record, to run live and to analyse, and another clock, in nanoseconds. */
    CascadePage(
            StudyHost host,
            Recording recording,
            LiveControl.Sessions sessions,
            Function<Playback, Cascade> analysis,
            LongSupplier nanoClock) {
        this.host = host;
        this.recording = recording;
        this.analysis = analysis;
        this.nanoClock = nanoClock;
        frame = new CascadeFrame(new CascadeParts(state, host));
        control = new LiveControl(state, sessions, nanoClock, this::liveFailed);
        live = new LiveDesk(host, state, control, analysis);
        bar = new CascadeBar(
                this::chooseScenario,
                this::chooseStrategy,
                this::chooseReplication,
                this::start,
                this::toggleLive,
                frame.toggles());
        frame.setBars(bar, live.bar());
        frame.setOver(live.overlay());
        live.install(frame);
        state.scenario().bindBidirectional(host.scenario());
        state.scenario().addListener((observable, was, is) -> follow());
        control.snapshot().addListener((observable, was, is) -> liveChanged(was, is));
        state.live().addListener((observable, was, is) -> follow());
        state.askedRequests().addListener((observable, was, is) -> {
            if (!Double.isNaN(is.doubleValue())) {
                frame.showRequests();
            }
        });
        frame.visibleProperty().addListener((observable, was, is) -> {
            if (is) {
                wake();
            }
            follow();
        });
        host.controller().runningProperty().addListener((observable, was, is) -> describe());
    }

    @Override
    public String key() {
        return "cascade";
    }

    @Override
    public String title() {
        return "Cascade";
    }

    @Override
    public String words() {
        return "timeline faults charts live requests traces chain time machine replay spread record";
    }

    @Override
    public String task() {
        return "Record";
    }

    @Override
    public String obstacle() {
        if (control.isOn()) {
            return "A live run goes on: stop it first";
        }
        return asked() == null ? "No model is open" : "";
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void open(Editor editor) {
        forget();
        replication = 0;
        state.editor().set(null);
        opened = editor;
        if (frame.isVisible()) {
            wake();
        }
        follow();
    }

    /** Nothing is made of a model, neither a stage nor a timeline, before somebody looks; then this gives it. */
    private @Nullable Editor wake() {
        if (opened != null && state.editor().get() != opened) {
            state.editor().set(opened);
            measure();
        }
        return opened;
    }

    @Override
    public void close() {
        forget();
        opened = null;
        state.editor().set(null);
    }

    private void forget() {
        dropRecording();
        control.leave();
        made = null;
        unasked = true;
        whyNot = "";
        state.playback().set(null);
        state.cascade().set(Cascade.NONE);
        state.cursor().set(Double.NaN);
        state.focus().set("");
    }

    private void dropRecording() {
        if (making != null) {
            making = null;
            host.controller().forget();
        }
    }

    @Override
    public void modelChanged() {
        if (made == null && !isLive()) {
            measure();
        }
        follow();
    }

    /** Without a recording the time axis is as long as a run of the model would be. */
    private void measure() {
        Editor editor = state.editor().get();
        if (editor != null) {
            state.lasts(Experiment.DURATION.in(editor.drawn().settings()).seconds());
        }
    }

    @Override
    public void setDark(boolean dark) {
        state.dark().set(dark);
    }

    private void chooseScenario(String id) {
        control.leave();
        state.scenario().set(id);
    }

    private void chooseStrategy(String id) {
        Editor editor = state.editor().get();
        if (control.isOn()) {
            live.flip(id);
        } else if (editor != null) {
            control.leave();
            editor.chooseStrategy(id);
        }
    }

    private void chooseReplication(int number) {
        control.leave();
        replication = number;
        follow();
    }

    /** Goes along with what is chosen and with the model, while the page is seen. */
    private void follow() {
        Editor editor = state.editor().get();
        Asked wanted = asked();
        if (editor == null || wanted == null || !frame.isVisible()) {
            return;
        }
        int replications = Math.max(wanted.settings().replications(), 1);
        replication = Math.min(replication, replications - 1);
        Snapshot snapshot = control.snapshot().get();
        String strategy = snapshot != null && control.isOn() ? snapshot.strategy() : editor.strategy();
        bar.show(editor.drawn(), state.scenario().get(), strategy, replication, replications, control.isOn());
        Made shown = made;
        boolean isAnother = shown == null || !shown.asked().hasSameChoice(wanted);
        if (isAnother && unasked && !isLive() && host.controller().obstacle().isEmpty()) {
            record(wanted, false);
        }
        describe();
    }

    private @Nullable Asked asked() {
        Editor editor = state.editor().get();
        if (editor == null) {
            return null;
        }
        String scenario = state.scenario().get();
        boolean isKnown = editor.drawn().scenariosOrNone().containsKey(scenario);
        return new Asked(
                editor.model(),
                isKnown ? scenario : null,
                editor.strategy(),
                RunSettings.of(editor.drawn().settings()),
                replication);
    }

    /** Says whether what is shown is what is chosen. */
    private void describe() {
        Asked wanted = asked();
        Made shown = made;
        boolean busy = !host.controller().obstacle().isEmpty();
        if (busy || control.isOn()) {
            bar.say("", false, "");
        } else if (isLive()) {
            bar.say("", false, "Record what is chosen");
        } else if (wanted == null || shown == null) {
            bar.say(("Record a run to watch what happens in it. " + whyNot).strip(), false, "");
        } else if (!shown.asked().hasSameChoice(wanted)) {
            Names names = new Names(shown.asked().model().pipeline());
            bar.say(
                    "Shown: " + names.scenario(shown.asked().scenario()) + " · "
                            + names.strategy(shown.asked().strategy()) + " · replication "
                            + (shown.asked().replication() + 1),
                    true,
                    "Record what is chosen");
        } else if (!shown.asked().wouldBeTheSame(wanted)) {
            bar.say("Recorded before the last change", true, "Record again");
        } else {
            bar.say("", false, "");
        }
        host.refresh();
    }

    @Override
    public void start() {
        Editor editor = wake();
        if (editor != null && !control.isOn()) {
            editor.finishTyping();
            Asked wanted = asked();
            if (wanted != null) {
                record(wanted, true);
            }
        }
    }

    /** Records what is chosen, and shows the page: for whoever has just seen a run of it. */
    public void watch() {
        control.leave();
        start();
    }

    private void stopRecordingUnasked(String why) {
        unasked = false;
        whyNot = why;
        describe();
    }

    private void record(Asked wanted, boolean isAskedFor) {
        Making present = making;
        if (present != null && isAskedFor && present.asked.hasSameChoice(wanted)) {
            present.isAskedFor = true;
        } else if (host.controller().obstacle().isEmpty()) {
            making = new Making(wanted, isAskedFor);
            host.controller().start("Record", making);
        }
    }

    private void show(Made result) {
        Made before = made;
        boolean wasLive = isLive();
        control.leave();
        made = result;
        Playback playback = result.playback();
        boolean sameOutage = before != null
                && !wasLive
                && before.playback().duration() == playback.duration()
                && before.asked().faults().equals(result.asked().faults());
        state.playback().set(null);
        state.duration().set(playback.duration());
        if (!sameOutage) {
            state.showAll();
        }
        state.cascade().set(result.cascade());
        state.playback().set(playback);
        if (!sameOutage) {
            state.cursor()
                    .set(playback.windows().stream()
                            .mapToDouble(Window::from)
                            .min()
                            .orElse(0));
        }
        follow();
    }

    /** Whether a live run is shown, which goes on or has ended. */
    private boolean isLive() {
        return control.isOn() || control.snapshot().get() != null;
    }

    /** Begins a live run of what is chosen, or ends the one that goes on. */
    public void toggleLive() {
        Editor editor = wake();
        if (control.isOn()) {
            control.stop();
        } else if (editor != null) {
            editor.finishTyping();
            Asked wanted = asked();
            if (wanted != null) {
                dropRecording(); // else it would take the live run's place when it is done
                live.start(
                        wanted.model(), wanted.scenario(), wanted.strategy(), wanted.settings(), wanted.replication());
            }
        }
    }

    /** Whether a live run goes on. */
    public boolean isLiveOn() {
        return control.isOn();
    }

    private void liveChanged(@Nullable Snapshot was, @Nullable Snapshot is) {
        if (was != null && is == null) {
            // What was looked at is gone: the recording from before comes back.
            Made shown = made;
            state.playback().set(shown == null ? null : shown.playback());
            state.cascade().set(shown == null ? Cascade.NONE : shown.cascade());
            if (shown != null) {
                state.duration().set(shown.playback().duration());
            }
            state.showAll();
        }
        if (was == null || is == null || !was.strategy().equals(is.strategy())) {
            follow();
        }
    }

    private void liveFailed(Throwable failure) {
        live.failed(failure);
    }

    /** Gives all the height to the stage, or parts it again. */
    public void toggleStage() {
        frame.giveOrPart(CascadeFrame.Room.STAGE);
    }

    /** Gives all the height to what is below the stage, or parts it again. */
    public void toggleCharts() {
        frame.giveOrPart(CascadeFrame.Room.CHARTS);
    }

    /** Shows or hides what is beside the stage. */
    public void toggleSide() {
        frame.toggleSide();
    }

    @Override
    public @Nullable Found found() {
        return isLive() ? null : made;
    }

    @Override
    public void offer(Supplier<MenuButton> menu) {
        bar.offer(menu.get());
    }

    @Override
    public BooleanProperty presenting() {
        return state.presenting();
    }

    CascadeState state() {
        return state;
    }

    LiveControl control() {
        return control;
    }

    /** A recording being made. */
    private final class Making implements Work<Made> {

        private final Asked asked;
        /** May become so while it is made. */
        private volatile boolean isAskedFor;

        private volatile @Nullable Patience patience;

        Making(Asked asked, boolean isAskedFor) {
            this.asked = asked;
            this.isAskedFor = isAskedFor;
        }

        @Override
        public List<Problem> problems() {
            return asked.problems();
        }

        @Override
        public @Nullable Made make(RunProgress progress) {
            Patience limited = new Patience(progress, () -> isAskedFor, nanoClock);
            patience = limited;
            Playback playback = recording.record(asked.spec(), asked.settings(), asked.replication(), limited);
            return playback == null ? null : new Made(asked, playback, analysis.apply(playback));
        }

        @Override
        public void done(@Nullable Made result) {
            making = null;
            Patience limited = patience;
            if (result != null) {
                unasked = true;
                whyNot = "";
                show(result);
                return;
            }
            stopRecordingUnasked(limited == null ? "" : limited.words());
        }

        @Override
        public void refused(List<Problem> problems) {
            making = null;
            if (isAskedFor) {
                host.refused("This cannot be recorded", problems);
            }
            stopRecordingUnasked("");
        }

        @Override
        public void failed(Throwable fault) {
            making = null;
            stopRecordingUnasked("");
            host.failed("The recording failed", fault, asked.settings().seed());
        }
    }
}
