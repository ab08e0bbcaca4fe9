package dev.blastradius.ui.cascade.live;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.live.LiveMove;
import dev.blastradius.engine.EngineLimits;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.live.Action;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.CascadeState.Clicked;
import dev.blastradius.ui.results.RunProblems;
import dev.blastradius.ui.study.StudyHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The live run on the page: its line, the card of what a click can do, and the keys. */
public final class LiveDesk {

    private static final String TITLE = "This cannot run live";
    private static final KeyCombination MEND = KeyCombination.valueOf("M");
    private static final double CLEAR = 10;

    private final StudyHost host;
    private final CascadeState state;
    private final LiveControl control;
    private final LiveBar bar;
    private final LiveKeeping keeping;
    private final LiveCard card = new LiveCard(this::act, this::hideCard);
    private final Pane overlay = new Pane(card);
    private @Nullable Node before;

    /**
     * A desk without a live run.
     *
     * @param control begins and ends it
     * @param analysis finds how damage spread in what has been recorded so far; called on a thread of its own
     */
    public LiveDesk(StudyHost host, CascadeState state, LiveControl control, Function<Playback, Cascade> analysis) {
        this.host = host;
        this.state = state;
        this.control = control;
        bar = new LiveBar(control, this::keep);
        keeping = new LiveKeeping(host, bar::say);
        LiveInsight.follow(state, control, analysis);
        overlay.setPickOnBounds(false);
        overlay.setId("live-overlay");
        hideCard();
        state.clicked().addListener((observable, was, is) -> {
            if (is != null) {
                state.clicked().set(null);
                clicked(is);
            }
        });
        state.live().addListener((observable, was, is) -> hideCard());
    }

    /** Its line; hidden while there is no live run. */
    public LiveBar bar() {
        return bar;
    }

    /** What lies over the page's parts: lets clicks through where there is no card. */
    public Pane overlay() {
        return overlay;
    }

    /**
     * Begins a live run; where the model cannot be run, says why.
     *
     * @param scenario null: nothing goes wrong but what is done
     * @param strategy the one to begin with
     */
    public void start(Model model, @Nullable String scenario, String strategy, RunSettings settings, int replication) {
        List<Problem> problems = new ArrayList<>(RunProblems.unfit(model.pipeline(), scenario, strategy));
        if (problems.isEmpty()) {
            problems.addAll(UnreadRecordings.problems(Strategies.runSpec(model, scenario, strategy)));
        }
        if (!problems.isEmpty()) {
            host.refused(TITLE, problems);
            return;
        }
        Names names = new Names(model.pipeline());
        bar.name(names);
        try {
            control.start(strategies(model, scenario), strategy, settings, replication);
        } catch (EngineLimits.Exceeded limit) {
            control.leave();
            host.refused(TITLE, List.of(RunProblems.of(limit)));
        }
    }

    /** What each strategy builds that can be built. */
    private static Map<String, RunSpec> strategies(Model model, @Nullable String scenario) {
        List<String> ids = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        ids.addAll(model.pipeline().strategiesOrNone().keySet());
        Map<String, RunSpec> specs = new LinkedHashMap<>();
        for (String id : ids) {
            if (RunProblems.unfit(model.pipeline(), scenario, id).isEmpty()) {
                RunSpec spec = Strategies.runSpec(model, scenario, id);
                if (UnreadRecordings.problems(spec).isEmpty()) {
                    specs.put(id, spec);
                }
            }
        }
        return specs;
    }

    private void keep(String name) {
        Editor editor = state.editor().get();
        Snapshot present = snapshot();
        if (editor != null && present != null) {
            keeping.keep(editor, present, name);
        }
    }

    /** Says why a live run has ended that should not have: for want of room, or through a fault of the program's own. */
    public void failed(Throwable failure) {
        String title = "The live run has ended";
        Snapshot last = snapshot();
        if (failure instanceof EngineLimits.Exceeded limit) {
            host.refused(title, List.of(RunProblems.of(limit)));
        } else if (failure instanceof OutOfMemoryError full) {
            host.refused(title, List.of(RunProblems.of(full)));
        } else if (last != null) {
            host.failed(title, failure, last.playback().settings().seed());
        }
    }

    private @Nullable Snapshot snapshot() {
        return control.snapshot().get();
    }

    private void act(Action action) {
        control.act(action);
        control.paused().set(false);
        control.goToNow();
    }

    private void clicked(Clicked at) {
        Snapshot present = snapshot();
        if (present == null || !control.isOn() || overlay.getScene() == null) {
            return;
        }
        Pipeline pipeline = present.playback().spec().pipeline();
        List<LiveMove> fitting = LiveMove.fitting(pipeline, at.part());
        if (fitting.isEmpty()) {
            return;
        }
        Node owner = overlay.getScene().getFocusOwner();
        before = owner == null || isInCard(owner) ? before : owner;
        card.show(at.part(), new Names(pipeline), fitting, isHurt(present, at.part()));
        card.setVisible(true);
        card.applyCss();
        card.autosize();
        Point2D place = overlay.screenToLocal(at.screenX(), at.screenY());
        card.relocate(
                clamp(place.getX() + CLEAR, overlay.getWidth() - card.getWidth() - CLEAR),
                clamp(place.getY() + CLEAR, overlay.getHeight() - card.getHeight() - CLEAR));
        card.takeKeyboard();
    }

    private static double clamp(double value, double most) {
        return Math.max(CLEAR, Math.min(value, most));
    }

    private boolean isInCard(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == card) {
                return true;
            }
        }
        return false;
    }

    /** Whether any fault acts on a part at the newest moment. */
    private static boolean isHurt(Snapshot present, String part) {
        Component component = present.playback().spec().pipeline().components().get(part);
        for (Fault fault : present.script().faults()) {
            double from = fault.at().seconds();
            double to = fault.lasting() == null
                    ? Double.POSITIVE_INFINITY
                    : from + fault.lasting().seconds();
            Map<String, String> tags = fault.target().tags();
            boolean befalls = part.equals(fault.target().id())
                    || tags != null && component != null && component.about().hasTags(tags);
            if (befalls && from <= present.now() + 1 && present.now() < to) {
                return true;
            }
        }
        return false;
    }

    private void hideCard() {
        boolean had = card.isVisible() && overlay.getScene() != null && isInCardFocus();
        card.setVisible(false);
        Node back = before;
        before = null;
        if (had && back != null) {
            back.requestFocus();
        }
    }

    private boolean isInCardFocus() {
        Node owner = overlay.getScene().getFocusOwner();
        return owner != null && isInCard(owner);
    }

    /** Has a page heed the live run's keys, and a press beside the card close it. */
    public void install(Node page) {
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (card.isVisible() && event.getTarget() instanceof Node target && !isInCard(target)) {
                hideCard();
            }
        });
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        Snapshot present = snapshot();
        String part = card.isVisible() ? card.part() : state.focus().get();
        boolean isTyping = bar.isAsking() || event.getTarget() instanceof TextInputControl;
        if (present == null || !control.isOn() || part.isEmpty() || isTyping) {
            return;
        }
        if (MEND.match(event)) {
            event.consume();
            act(new Action.Mend(part));
            hideCard();
            return;
        }
        Pipeline pipeline = present.playback().spec().pipeline();
        for (LiveMove move : LiveMove.fitting(pipeline, part)) {
            if (KeyCombination.valueOf(move.key()).match(event)) {
                event.consume();
                act(move.on(part));
                hideCard();
                return;
            }
        }
    }

    /** Flips to another strategy. */
    public void flip(String strategy) {
        Snapshot present = snapshot();
        if (present != null && control.isOn() && !present.strategy().equals(strategy)) {
            act(new Action.Flip(strategy));
        }
    }
}
