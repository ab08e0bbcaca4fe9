package dev.blastradius.editor.scenario;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gesture on the timeline from where the pointer was pressed to where it is let go: meanwhile it shows what would become of the
 * scenario, and only at its end is the model edited, in one step. One that is given up has changed nothing. Times are in seconds.
 */
public final class Drag {

    /** What is held. */
    public enum Grip {
        /** The bar itself: it moves, to another track too. */
        BODY,
        /** Where it begins; its end stays. */
        BEGIN,
        /** Where it ends; beyond the run's end it becomes open-ended. */
        END,
        /** Where it has reached its full strength. */
        RAMP,
        /** A step of the runbook: here the index is the step's. */
        FLAG
    }

    /**
     * How a gesture is meant at the moment.
     *
     * @param step the distance of the moments to which it snaps, in seconds; above 0
     * @param free nothing snaps
     * @param sideways the bar goes to another track and keeps its times
     * @param copy a copy is moved, and the bar stays
     */
    public record Way(double step, boolean free, boolean sideways, boolean copy) {

        /** Snapping, and nothing else. */
        public static Way plain(double step) {
            return new Way(step, false, false, false);
        }
    }

    private final ScenarioEditor editor;
    private final Grip grip;
    private final int index;
    private final double pressed;
    private final Fault before;
    private final boolean anew;
    private final List<Target> order;
    private final double runEnds;
    private Fault now;
    private boolean copy;
    private double flagAt = Double.NaN;
    private @Nullable Target tried;
    private String obstacle = "";

    private Drag(ScenarioEditor editor, Grip grip, int index, double pressed, Fault before, boolean anew) {
        this.editor = editor;
        this.grip = grip;
        this.index = index;
        this.pressed = pressed;
        this.before = before;
        this.anew = anew;
        this.order = editor.order();
        this.runEnds = editor.timeline().duration();
        this.now = before;
    }

    static Drag of(ScenarioEditor editor, Grip grip, int index, double seconds) {
        // A flag is no fault: any stands in for it, and is left as it is.
        Fault fault = editor.faults().get(grip == Grip.FLAG ? 0 : index);
        if (grip != Grip.FLAG) {
            editor.select(index);
        }
        return new Drag(editor, grip, index, seconds, fault, false);
    }

    static Drag anew(ScenarioEditor editor, Target target, double seconds) {
        double at = Math.max(0, Math.min(editor.latest(), seconds));
        Fault fault = new Fault(target, TidyTime.of(at), null, null, null, Fits.usual(editor.pipeline(), target));
        return new Drag(editor, Grip.END, editor.faults().size(), at, fault, true);
    }

    /**
     * The pointer has moved.
     *
     * @param over the target of the track under the pointer; null where there is none
     */
    public void move(double seconds, @Nullable Target over, Way way) {
        copy = way.copy && grip == Grip.BODY;
        double at = before.at().seconds();
        double ramp = ScenarioEdits.ramp(before);
        Double lasting = ScenarioEdits.lasting(before);
        double end = lasting == null ? runEnds : at + lasting;
        switch (grip) {
            case BODY -> {
                double to = way.sideways ? at : bounded(snapped(at + seconds - pressed, way), 0, editor.latest());
                Fault moved = ScenarioEdits.timed(before, to, lasting, ramp);
                now = over == null ? moved : ScenarioEdits.aimed(moved, over);
            }
            case BEGIN -> {
                double to = bounded(snapped(seconds, way), 0, Math.min(editor.latest(), end - least(way)));
                now = ScenarioEdits.timed(before, to, lasting == null ? null : end - to, ramp);
            }
            case END -> now = anew ? drawn(seconds, way) : ended(snapped(seconds, way), at, ramp, way);
            case RAMP ->
                now = ScenarioEdits.timed(before, at, lasting, bounded(snapped(seconds - at, way), 0, end - at));
            case FLAG -> flagAt = Math.max(first(), snapped(seconds, way));
        }
        look();
    }

    /** A new fault, between where the pointer was pressed and where it is, in whichever order. */
    private Fault drawn(double seconds, Way way) {
        double one = snapped(pressed, way);
        double other = bounded(snapped(seconds, way), 0, runEnds);
        double from = bounded(Math.min(one, other), 0, editor.latest());
        double length = Math.max(least(way), Math.max(one, other) - from);
        return ScenarioEdits.timed(before, from, Math.min(length, Math.max(least(way), runEnds - from)), 0);
    }

    private Fault ended(double to, double at, double ramp, Way way) {
        return ScenarioEdits.timed(before, at, to > runEnds ? null : Math.max(least(way), to - at), ramp);
    }

    private static double least(Way way) {
        return way.free ? 0.1 : way.step;
    }

    private double snapped(double seconds, Way way) {
        return way.free ? seconds : TidyTime.snapped(seconds, way.step);
    }

    private static double bounded(double value, double least, double most) {
        return Math.max(least, Math.min(Math.max(least, most), value));
    }

    private double first() {
        return Timeline.firstFault(editor.faults());
    }

    /** Whether the fault can befall what it is over now is looked up when that changes, for it takes a look at the whole model. */
    private void look() {
        if (!now.target().equals(tried)) {
            tried = now.target();
            obstacle =
                    now.target().equals(before.target()) && !anew ? "" : Fits.obstacle(editor.pipeline(), List.of(now));
        }
    }

    /** What is held. */
    public Grip grip() {
        return grip;
    }

    /** The place in the scenario of the bar that the pointer holds; of a copy or a new fault, the place that it will have. */
    public int index() {
        return copy ? editor.faults().size() : index;
    }

    /** The fault as it would be. */
    public Fault fault() {
        return now;
    }

    /** When the flag would be, in seconds; NaN where no flag is held, or it has not been moved. */
    public double flagAt() {
        return flagAt;
    }

    /** Why the fault could not stay as it is now; empty where it could. */
    public String obstacle() {
        return obstacle;
    }

    /** The scenario as it would be, with the tracks that it had when the gesture began. */
    public Timeline timeline() {
        return Timeline.of(
                after(editor.pipeline()), editor.scenario(), editor.editor().strategy(), order);
    }

    private Pipeline after(Pipeline it) {
        String scenario = editor.scenario();
        if (grip == Grip.FLAG) {
            return Double.isNaN(flagAt)
                    ? it
                    : ScenarioEdits.stepAfter(it, editor.editor().strategy(), index, after());
        }
        if (!it.scenariosOrNone().containsKey(scenario)) {
            return ScenarioEdits.put(it, scenario, new Scenario(null, null, List.of(now)));
        }
        return anew || copy
                ? ScenarioEdits.add(it, scenario, List.of(now))
                : ScenarioEdits.replace(it, scenario, index, now);
    }

    private Duration after() {
        return TidyTime.of(flagAt - first());
    }

    /** Ends it: what is shown becomes so, unless the model could not be run then, which is said. */
    public String drop() {
        if (anew || copy) {
            String label = anew ? "New fault" : "Duplicate fault";
            return obstacle.isEmpty() ? editor.add(label, "", List.of(now)) : obstacle;
        }
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        if (grip == Grip.FLAG) {
            return Double.isNaN(flagAt) ? "" : editor.edit("Move step of the runbook", null, this::after);
        }
        boolean elsewhere = !now.target().equals(before.target());
        if (elsewhere) {
            editor.addTrack(before.target());
        }
        String label = switch (grip) {
            case RAMP -> "Ramp fault";
            case BEGIN, END -> "Stretch fault";
            case BODY, FLAG ->
                elsewhere ? "Move fault to " + Targets.name(editor.pipeline(), now.target()) : "Move fault";
        };
        return now.equals(before) ? "" : editor.edit(label, null, this::after);
    }
}
