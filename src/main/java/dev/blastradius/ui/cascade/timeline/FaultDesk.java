package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.pattern.Pattern;
import dev.blastradius.editor.scenario.pattern.Pattern.Proposal;
import dev.blastradius.editor.scenario.pattern.RealIncidents;
import dev.blastradius.editor.scenario.pattern.RealIncidents.Drawn;
import dev.blastradius.editor.scenario.pattern.RealIncidents.Provider;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the timeline and the pane of the selected fault share: which scenario is edited, which of its faults is selected, and what is to
 * be said about the last action. On the screen's thread only.
 */
public final class FaultDesk {

    /**
     * Something said about the last action.
     *
     * @param words empty: nothing
     * @param refusal whether it says why something was not done
     * @param offer what can be done about it, in a few words; empty: nothing
     * @param accepted does that
     */
    public record Message(String words, boolean refusal, String offer, Runnable accepted) {

        static final Message NONE = new Message("", false, "", () -> {});

        static Message refused(String why) {
            return why.isEmpty() ? NONE : new Message("Not done: " + why, true, "", () -> {});
        }
    }

    /** Where new faults begin when the cursor is nowhere: so much of the run has passed, or the warm-up if that is longer. */
    private static final double USUAL_BEGIN = 0.2;

    private final CascadeState state;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Runnable> asked = new ArrayList<>();
    private @Nullable ScenarioEditor scenario;
    private Message message = Message.NONE;
    private long draws;
    private @Nullable Drawn lastDrawn;

    /** A desk for what a page's state has open. */
    public FaultDesk(CascadeState state) {
        this.state = state;
        state.editor().addListener((observable, was, is) -> open(is));
        state.scenario().addListener((observable, was, is) -> follow());
        state.live().addListener((observable, was, is) -> tell());
        state.playback().addListener((observable, was, is) -> tell());
        state.growth().addListener((observable, was, is) -> tell());
        open(state.editor().get());
    }

    private void open(@Nullable Editor editor) {
        message = Message.NONE;
        lastDrawn = null;
        if (editor == null) {
            scenario = null;
        } else {
            ScenarioEditor opened = new ScenarioEditor(editor);
            scenario = opened;
            opened.choose(state.scenario().get());
            editor.onChange(() -> {
                if (scenario == opened) {
                    tell();
                }
            });
        }
        tell();
    }

    /** Another scenario was chosen on the page. */
    private void follow() {
        ScenarioEditor current = scenario;
        if (current != null && !current.scenario().equals(state.scenario().get())) {
            current.choose(state.scenario().get());
            message = Message.NONE;
            tell();
        }
    }

    /** What the page's parts share. */
    public CascadeState state() {
        return state;
    }

    /** Edits the chosen scenario; null: no model is open. */
    public @Nullable ScenarioEditor scenario() {
        return scenario;
    }

    /** Whether the scenario can be edited now: a model is open, and no replication is live. */
    public boolean isEditable() {
        return scenario != null && !state.live().get();
    }

    /** The selected fault; null: none. */
    public @Nullable Fault selectedFault() {
        return scenario == null ? null : scenario.selectedFault();
    }

    /** The selected fault's place in the scenario; {@link ScenarioEditor#NONE}: none. */
    public int selected() {
        return scenario == null ? ScenarioEditor.NONE : scenario.selected();
    }

    /** Selects a fault by its place, or none. */
    public void select(int index) {
        ScenarioEditor current = scenario;
        if (current != null && current.selected() != index) {
            current.editor().finishTyping();
            current.select(index);
            current.settle();
            tell();
        }
    }

    /** What is to be said. */
    public Message message() {
        return message;
    }

    /** Says something. */
    public void say(Message words) {
        message = words;
        tell();
    }

    /** Is called when the scenario, the selection or the message is another. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Is called when the user has asked for the selected fault's fields, by clicking its bar or making it. */
    public void onAsked(Runnable listener) {
        asked.add(listener);
    }

    /** Has the selected fault's fields shown. */
    void ask() {
        if (selected() != ScenarioEditor.NONE) {
            List.copyOf(asked).forEach(Runnable::run);
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Does something to the scenario, and says why not where it was not done. */
    public void act(Function<ScenarioEditor, String> action) {
        ScenarioEditor current = scenario;
        if (current != null && isEditable()) {
            say(Message.refused(action.apply(current)));
            state.scenario().set(current.scenario());
        }
    }

    /** When something new begins, in seconds: at the cursor where that is in measured time, else at a usual moment. */
    public double begin() {
        ScenarioEditor current = scenario;
        if (current == null) {
            return 0;
        }
        double run = runLength(current.editor().pipeline());
        double warmup =
                Experiment.WARMUP.in(current.editor().pipeline().settings()).seconds();
        double cursor = state.cursor().get();
        boolean measured = cursor >= warmup && cursor < run * 0.99;
        return rounded(measured ? cursor : Math.max(warmup, run * USUAL_BEGIN), run);
    }

    private static double rounded(double seconds, double run) {
        double step = run >= 1_800 ? 60 : 1;
        return Math.floor(seconds / step) * step;
    }

    /**
     * What a pattern would do now.
     *
     * @param target what it is to befall; null: what it usually befalls
     */
    Proposal proposal(Pattern pattern, @Nullable Target target) {
        ScenarioEditor current = scenario;
        if (current == null) {
            return new Proposal(List.of(), "no model is open");
        }
        Pipeline pipeline = current.editor().pipeline();
        double run = runLength(pipeline);
        return target == null ? pattern.at(pipeline, begin(), run) : pattern.at(pipeline, target, begin(), run);
    }

    private static double runLength(Pipeline pipeline) {
        return Experiment.DURATION.in(pipeline.settings()).seconds();
    }

    /** Adds the faults of a pattern for a target, or for what it usually befalls where that is null. */
    void add(Pattern pattern, @Nullable Target target) {
        Proposal proposal = proposal(pattern, target);
        act(editing -> proposal.obstacle().isEmpty()
                ? editing.add("Add " + pattern.label(), pattern.label(), proposal.faults())
                : proposal.obstacle());
        ask();
    }

    /** Draws an incident as long as a real one: in place of the one drawn before it, where that is selected and as it was. */
    void draw(Provider provider) {
        ScenarioEditor current = scenario;
        if (current == null || !isEditable()) {
            return;
        }
        Pipeline pipeline = current.editor().pipeline();
        Fault before = current.selectedFault();
        Drawn last = lastDrawn;
        boolean again = last != null
                && last.provider().equals(provider)
                && last.faults().stream().anyMatch(fault -> fault.equals(before));
        draws++;
        double begin = again && before != null ? before.at().seconds() : begin();
        Drawn drawn = RealIncidents.draw(pipeline, provider, draws, begin, runLength(pipeline));
        if (!drawn.obstacle().isEmpty()) {
            say(Message.refused(drawn.obstacle()));
            return;
        }
        String label = "Draw an incident of " + provider.title();
        act(editing -> again
                ? editing.replace(label, drawn.faults().get(0))
                : editing.add(label, provider.title() + ": an incident", drawn.faults()));
        if (message.words().isEmpty()) {
            lastDrawn = drawn;
            ask();
            say(new Message(drawn.note(), false, drawn.isCut() ? "Lengthen the run" : "", () -> lengthen(drawn)));
        }
    }

    /** Has the run last as long as a drawn incident asks for, and the incident last to its own end. */
    private void lengthen(Drawn drawn) {
        act(editing -> {
            Drawn whole = RealIncidents.draw(
                    editing.editor().pipeline(), drawn.provider(), drawn.number(), drawn.begin(), drawn.wholeRun());
            boolean stillThere = drawn.faults().get(0).equals(editing.selectedFault());
            lastDrawn = whole;
            return editing.lengthenRun(drawn.wholeRun(), stillThere ? whole.faults() : List.of());
        });
    }
}
