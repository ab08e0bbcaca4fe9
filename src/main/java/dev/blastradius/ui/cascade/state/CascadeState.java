package dev.blastradius.ui.cascade.state;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.stage.FlightSource;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the cascade page share: what is looked at, at which moment, and which stretch of time is seen. Each part watches what
 * it shows and sets what the user does in it; no part knows another. On the screen's thread only.
 */
public final class CascadeState {

    private final ObjectProperty<@Nullable Editor> editor = new SimpleObjectProperty<>();
    private final StringProperty scenario = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Playback> playback = new SimpleObjectProperty<>();
    private final ObjectProperty<Cascade> cascade = new SimpleObjectProperty<>(Cascade.NONE);
    private final DoubleProperty duration = new SimpleDoubleProperty(1);
    private final DoubleProperty from = new SimpleDoubleProperty(0);
    private final DoubleProperty to = new SimpleDoubleProperty(1);
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final StringProperty focus = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Clicked> clicked = new SimpleObjectProperty<>();
    private final BooleanProperty live = new SimpleBooleanProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final DoubleProperty askedRequests = new SimpleDoubleProperty(Double.NaN);
    private final LongProperty growth = new SimpleLongProperty();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(10);
    private final ObjectProperty<@Nullable FlightSource> flights = new SimpleObjectProperty<>();

    /** The open model; null: none. */
    public ObjectProperty<@Nullable Editor> editor() {
        return editor;
    }

    /** The chosen scenario's id; empty: no fault. */
    public StringProperty scenario() {
        return scenario;
    }

    /** What is looked at; null: nothing has been recorded yet. */
    public ObjectProperty<@Nullable Playback> playback() {
        return playback;
    }

    /** How damage spread in it. */
    public ObjectProperty<Cascade> cascade() {
        return cascade;
    }

    /** How long the run lasts, in seconds: the time axis goes from 0 to here. Above 0. */
    public DoubleProperty duration() {
        return duration;
    }

    /** Where the seen stretch of the time axis begins, in seconds. */
    public DoubleProperty from() {
        return from;
    }

    /** Where it ends, in seconds. */
    public DoubleProperty to() {
        return to;
    }

    /** The moment that is looked at, in seconds; NaN: none. The time machine's: set by charts, timeline, lists and the transport. */
    public DoubleProperty cursor() {
        return cursor;
    }

    /** The component or dependency that is looked at, by id or key; empty: none. */
    public StringProperty focus() {
        return focus;
    }

    /**
     * A box or an arrow that was pressed on the stage.
     *
     * @param part its id or key
     * @param screenX where on the screen, in pixels
     * @param screenY where on the screen
     */
    public record Clicked(String part, double screenX, double screenY) {}

    /** Set by the stage when a box or an arrow is clicked; whoever answers sets it back to null. */
    public ObjectProperty<@Nullable Clicked> clicked() {
        return clicked;
    }

    /** Whether what is looked at is a replication that still goes on. */
    public BooleanProperty live() {
        return live;
    }

    /** Whether colours are for a dark background. */
    public BooleanProperty dark() {
        return dark;
    }

    /** Whether everything but canvas, one chart and the controls is hidden. */
    public BooleanProperty presenting() {
        return presenting;
    }

    /** Set to a moment, in seconds, to have the requests of that moment listed; NaN: nobody has asked. */
    public DoubleProperty askedRequests() {
        return askedRequests;
    }

    /** Goes up when a replication that still goes on has recorded more steps: a few times a second. */
    public LongProperty growth() {
        return growth;
    }

    /** Whether the record is being played back: the cursor goes on by itself. */
    public BooleanProperty playing() {
        return playing;
    }

    /** How fast it is played, in simulated seconds for each of the watcher's. Above 0. */
    public DoubleProperty speed() {
        return speed;
    }

    /** Where moving requests come from while a replication goes on; null: nowhere. */
    public ObjectProperty<@Nullable FlightSource> flights() {
        return flights;
    }

    /** Shows a stretch of the time axis, kept within the run and at least five seconds or a thousandth of it wide. */
    public void show(double newFrom, double newTo) {
        double whole = duration.get();
        double least = Math.min(whole, Math.max(5, whole / 1000));
        double width = Math.max(least, Math.min(whole, newTo - newFrom));
        double start = Math.max(0, Math.min(whole - width, newFrom));
        from.set(start);
        to.set(start + width);
    }

    /** Shows a stretch wider or narrower by a factor (above 1: wider) with a moment staying where it is on the screen. */
    public void zoom(double factor, double around) {
        show(around - (around - from.get()) * factor, around + (to.get() - around) * factor);
    }

    /** The run lasts so long, in seconds: where that is new, all of it is shown. */
    public void lasts(double seconds) {
        if (seconds != duration.get()) {
            duration.set(seconds);
            showAll();
        }
    }

    /** Shows the whole run. */
    public void showAll() {
        show(0, duration.get());
    }
}
