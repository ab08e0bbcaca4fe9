package dev.blastradius.ui.cascade.live;

import dev.blastradius.editor.stage.Dots;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.live.Action;
import dev.blastradius.experiment.live.Flights;
import dev.blastradius.experiment.live.LiveSession;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * The replication that goes on: begins and ends it, and has the page follow it a few times a second. All methods are called, and all
 * properties change, on the screen's thread.
 */
public final class LiveControl {

    /** Begins sessions. */
    @FunctionalInterface
    public interface Sessions {

        /** As {@link LiveSession}'s constructor does it. */
        LiveSession begin(Map<String, RunSpec> strategies, String first, RunSettings settings, int replication);
    }

    /** How fast it goes at first: fast enough that something happens, slow enough to see it. */
    private static final double FIRST_SPEED = 10;

    /** The page follows so often, in nanoseconds: four times a second. */
    private static final long FOLLOWS = 250_000_000L;

    /** What is seen of the time axis at first, in seconds. */
    private static final double FIRST_STRETCH = 120;

    private static final double FULL = 0.92;
    private static final double WIDER = 1.6;

    private final CascadeState state;
    private final Sessions sessions;
    private final LongSupplier nanoClock;
    private final Consumer<Throwable> failed;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(FIRST_SPEED);
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper atNow = new ReadOnlyBooleanWrapper(true);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick();
        }
    };

    private @Nullable LiveSession session;
    private long followed;
    private boolean moving;
    private double shownTo = Double.NaN;
    private long requests;
    private int counted;

    /**
     * A control of no session.
     *
     * @param sessions begins them
     * @param nanoClock the time, in nanoseconds
     * @param failed hears why a session has ended that should not have
     */
    public LiveControl(CascadeState state, Sessions sessions, LongSupplier nanoClock, Consumer<Throwable> failed) {
        this.state = state;
        this.sessions = sessions;
        this.nanoClock = nanoClock;
        this.failed = failed;
        paused.addListener((observable, was, is) -> withSession(each -> each.setPaused(is)));
        speed.addListener((observable, was, is) -> withSession(each -> each.setSpeed(is.doubleValue())));
        state.cursor().addListener((observable, was, is) -> {
            if (!moving && isOn()) {
                atNow.set(false);
            }
        });
    }

    private void withSession(Consumer<LiveSession> action) {
        LiveSession present = session;
        if (present != null) {
            action.accept(present);
        }
    }

    /** Whether a session goes on, or is paused. */
    public boolean isOn() {
        return on.get();
    }

    /** The same as a property. */
    ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    /** The newest that is known of the session, the last one's too after its end; null: there was none, or it was left. */
    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** Whether the session stands still. */
    public BooleanProperty paused() {
        return paused;
    }

    /** How many simulated seconds pass in a second at most; infinite: as many as can. */
    public DoubleProperty speed() {
        return speed;
    }

    /** Whether the cursor goes along with the session. */
    public ReadOnlyBooleanProperty atNow() {
        return atNow.getReadOnlyProperty();
    }

    /** How many requests were sent so far. */
    public long requests() {
        return requests;
    }

    /** Begins a session and lets it go on. One that went on is ended. */
    public void start(Map<String, RunSpec> strategies, String first, RunSettings settings, int replication) {
        leave();
        LiveSession fresh = sessions.begin(strategies, first, settings, replication);
        session = fresh;
        on.set(true);
        requests = 0;
        counted = 0;
        paused.set(false);
        atNow.set(true);
        fresh.setSpeed(speed.get());
        state.playback().set(null);
        state.duration().set(settings.duration().seconds());
        state.show(0, FIRST_STRETCH);
        shownTo = state.to().get();
        state.live().set(true);
        state.flights().set(dots -> fly(fresh.takeFlights(), dots));
        follow(fresh.snapshot());
        fresh.setPaused(false);
        timer.start();
    }

    /** Ends the session; what it has been through stays to be looked at. */
    public void stop() {
        LiveSession ended = session;
        if (ended != null) {
            ended.setPaused(true);
            timer.stop();
            session = null;
            on.set(false);
            follow(ended.snapshot());
            ended.close();
            state.flights().set(null);
            state.live().set(false);
        }
    }

    /** Ends the session and forgets it. */
    public void leave() {
        stop();
        snapshot.set(null);
    }

    /** Does something to the session; nothing where none goes on. */
    public void act(Action action) {
        withSession(each -> each.act(action));
    }

    /** Has the cursor go along with the session from here on. */
    public void goToNow() {
        atNow.set(true);
        Snapshot newest = snapshot.get();
        if (newest != null) {
            move(newest);
        }
    }

    /** Looks at a moment, in seconds, while the session goes on without the cursor. */
    public void goTo(double seconds) {
        atNow.set(false);
        state.cursor().set(seconds);
    }

    private void tick() {
        LiveSession present = session;
        if (present == null) {
            return;
        }
        Snapshot newest = present.snapshot();
        Throwable failure = newest.failure();
        if (failure != null) {
            stop();
            failed.accept(failure);
        } else if (newest.over()) {
            stop();
        } else if (nanoClock.getAsLong() - followed >= FOLLOWS) {
            follow(newest);
        }
    }

    private static void fly(Flights flights, Dots dots) {
        for (int i = 0; i < flights.size(); i++) {
            Dots.Kind what = switch (flights.kind(i)) {
                case SENT -> Dots.Kind.SENT;
                case ANSWERED -> Dots.Kind.ANSWERED;
                case FAILED -> Dots.Kind.FAILED;
                case TIMED_OUT -> Dots.Kind.TIMED_OUT;
                case REFUSED -> Dots.Kind.REFUSED;
            };
            dots.add(flights.dependency(i), what, flights.weight());
        }
    }

    private void follow(Snapshot newest) {
        followed = nanoClock.getAsLong();
        count(newest.playback().chronicle());
        state.playback().set(newest.playback());
        state.growth().set(state.growth().get() + 1);
        snapshot.set(newest);
        if (atNow.get()) {
            move(newest);
        }
        widen(newest.now());
    }

    private void move(Snapshot newest) {
        moving = true;
        state.cursor().set(newest.now());
        moving = false;
    }

    /** Shows more of the time axis when what is shown is full, as long as the user has not chosen what to see. */
    private void widen(double now) {
        boolean untouched = state.from().get() == 0 && state.to().get() == shownTo;
        if (untouched && now > FULL * shownTo) {
            state.show(0, Math.max(now, shownTo) * WIDER);
            shownTo = state.to().get();
        }
    }

    private void count(Chronicle chronicle) {
        int recorded = chronicle.recorded();
        for (; counted < recorded; counted++) {
            for (int client = 0; client < chronicle.clients().size(); client++) {
                requests += Math.round(chronicle.get(ClientSeries.ARRIVED, client, counted));
            }
        }
    }
}
