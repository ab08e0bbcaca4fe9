package dev.blastradius.engine;

import dev.blastradius.fault.CutAnswers;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.fault.FailedWork;
import dev.blastradius.fault.FaultWindow;
import dev.blastradius.fault.Halt;
import dev.blastradius.fault.Loss;
import dev.blastradius.fault.OwnTime;
import dev.blastradius.fault.Refusal;
import dev.blastradius.fault.Scaling;
import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.fault.SpoiltAnswers;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is broken at the moment: which faults act on which component and on the network of which dependency, and what they add up to.
 * For each point at which effects act there is one question, which goes through all effects of that type. Values are made when asked
 * for, so that a ramp needs no events; asking about something that no fault befalls costs one look into an array.
 *
 * <p>Whatever a fault can befall is a place, numbered as the owners of causes are: components first, then dependencies.
 */
final class FaultBoard {

    private static final Effect<?>[] EFFECTS = Effects.ALL.toArray(Effect<?>[]::new);
    private static final int[] REFUSALS = Effects.numbers(Refusal.class::isInstance);
    private static final int[] LOSSES = Effects.numbers(Loss.class::isInstance);
    private static final int[] OWN_TIMES = Effects.numbers(OwnTime.class::isInstance);
    private static final int[] FAILED_WORK = Effects.numbers(FailedWork.class::isInstance);
    private static final int[] CUT_ANSWERS = Effects.numbers(CutAnswers.class::isInstance);
    private static final int[] SPOILT_ANSWERS = Effects.numbers(SpoiltAnswers.class::isInstance);
    private static final int[] HALTS = Effects.numbers(Halt.class::isInstance);
    private static final int[][] SCALINGS = scalings();
    /** By effect: what keys the draws whether it strikes. */
    private static final long[] PURPOSES = Arrays.stream(EFFECTS)
            .mapToLong(effect -> RandomStream.key(effect.key()))
            .toArray();

    private List<FaultWindow> faults;
    private final int components;
    private boolean[] active;
    /** By place: the faults that can befall it. */
    private final int[][] faultsOf;
    /** By place: a bit for the number of each effect that acts there now. */
    private final long[] acting;

    FaultBoard(List<FaultWindow> faults, int components, int dependencies) {
        this.faults = faults;
        this.components = components;
        this.active = new boolean[faults.size()];
        this.faultsOf = new int[components + dependencies][0];
        this.acting = new long[components + dependencies];
        enter();
    }

    private void enter() {
        for (int number = 0; number < faults.size(); number++) {
            enter(number);
        }
    }

    private void enter(int number) {
        FaultWindow fault = faults.get(number);
        for (int i = 0; i < fault.componentCount(); i++) {
            append(fault.component(i), number);
        }
        for (int i = 0; i < fault.dependencyCount(); i++) {
            append(place(fault.dependency(i)), number);
        }
    }

    /**
     * The same faults befall others from now on, for the pipeline has changed.
     *
     * @return by place: whether other faults can befall it
     */
    boolean[] retarget(List<FaultWindow> anew) {
        faults = anew;
        int[][] before = faultsOf.clone();
        Arrays.fill(faultsOf, new int[0]);
        enter();
        boolean[] changed = new boolean[before.length];
        for (int place = 0; place < changed.length; place++) {
            changed[place] = !Arrays.equals(before[place], faultsOf[place]);
            look(place);
        }
        return changed;
    }

    /**
     * A further fault, which does not act yet.
     *
     * @return its number
     */
    int add(FaultWindow fault) {
        int number = faults.size();
        List<FaultWindow> more = new ArrayList<>(faults);
        more.add(fault);
        faults = List.copyOf(more);
        active = Arrays.copyOf(active, number + 1);
        enter(number);
        return number;
    }

    /** A fault has another window than was known; it befalls the same. */
    void replace(int number, FaultWindow fault) {
        List<FaultWindow> others = new ArrayList<>(faults);
        others.set(number, fault);
        faults = List.copyOf(others);
    }

    private static int[][] scalings() {
        int[][] numbers = new int[Scaled.values().length][];
        for (Scaled scaled : Scaled.values()) {
            numbers[scaled.ordinal()] =
                    Effects.numbers(effect -> effect instanceof Scaling scaling && scaling.scaled() == scaled);
        }
        return numbers;
    }

    private void append(int place, int number) {
        faultsOf[place] = Arrays.copyOf(faultsOf[place], faultsOf[place].length + 1);
        faultsOf[place][faultsOf[place].length - 1] = number;
    }

    /** A dependency's network as a place. */
    int place(int dependency) {
        return components + dependency;
    }

    int size() {
        return faults.size();
    }

    FaultWindow fault(int number) {
        return faults.get(number);
    }

    /** Looks anew whether a fault acts. */
    void update(int number, long now) {
        FaultWindow fault = faults.get(number);
        boolean acts = fault.isActive(now);
        if (acts == active[number]) {
            return;
        }
        active[number] = acts;
        for (int i = 0; i < fault.componentCount(); i++) {
            look(fault.component(i));
        }
        for (int i = 0; i < fault.dependencyCount(); i++) {
            look(place(fault.dependency(i)));
        }
    }

    private void look(int place) {
        long bits = 0;
        for (int number : faultsOf[place]) {
            bits |= active[number] ? faults.get(number).effects() : 0;
        }
        acting[place] = bits;
    }

    /** Whether any fault acts on a place. */
    boolean befalls(int place) {
        return acting[place] != 0;
    }

    /** What a request that comes there is refused with; null: it is not refused. */
    @Nullable
    CallOutcome refusal(int place, long now) {
        for (int effect : REFUSALS) {
            if (value(effect, place, now) > 0) {
                return ((Refusal) EFFECTS[effect]).outcome();
            }
        }
        return null;
    }

    /** The probability that a request that comes there is never answered. */
    double loss(int place, long now) {
        return share(LOSSES, place, now);
    }

    /** What a time becomes there, in seconds: that of own work, or that of the way. */
    double time(double seconds, int place, long now) {
        double time = seconds;
        for (int effect : OWN_TIMES) {
            if (acts(effect, place)) {
                time = ((OwnTime<?>) EFFECTS[effect]).applied(time, value(effect, place, now));
            }
        }
        return time;
    }

    /** The probability that own work ends in an error. */
    double failure(int place, long now) {
        return share(FAILED_WORK, place, now);
    }

    /** The probability that an answer breaks off. */
    double cut(int place, long now) {
        return share(CUT_ANSWERS, place, now);
    }

    /**
     * What spoils a finished answer; null: nothing does.
     *
     * @param key the random key of the work
     */
    @Nullable
    SpoiltAnswers spoilt(int place, long now, long key, RandomStream stream) {
        for (int effect : SPOILT_ANSWERS) {
            double share = value(effect, place, now);
            if (share > 0 && stream.start(key + PURPOSES[effect]).uniform() < share) {
                return (SpoiltAnswers) EFFECTS[effect];
            }
        }
        return null;
    }

    /** Whether it stands still. */
    boolean halts(int place, long now) {
        for (int effect : HALTS) {
            if (value(effect, place, now) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The factor on something there. */
    double factor(Scaled scaled, int place, long now) {
        double factor = 1;
        for (int effect : SCALINGS[scaled.ordinal()]) {
            factor *= value(effect, place, now);
        }
        return factor;
    }

    /** Whether a fault scales something where it befalls. */
    boolean scales(Scaled scaled, int number) {
        for (int effect : SCALINGS[scaled.ordinal()]) {
            if ((faults.get(number).effects() >>> effect & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The most that the faults which act there now can make a factor, at their full strength; 1 or more. */
    double mostFactor(Scaled scaled, int place) {
        double most = 1;
        for (int effect : SCALINGS[scaled.ordinal()]) {
            for (int number : faultsOf[place]) {
                if (active[number]) {
                    most *= Math.max(1, faults.get(number).value(effect, Long.MAX_VALUE));
                }
            }
        }
        return most;
    }

    private boolean acts(int effect, int place) {
        return (acting[place] >>> effect & 1) != 0;
    }

    /** The probability that any of some effects, each a probability of its own, strikes. */
    private double share(int[] effects, int place, long now) {
        double share = 0;
        for (int effect : effects) {
            if (acts(effect, place)) {
                share = EFFECTS[effect].composition().compose(share, value(effect, place, now));
            }
        }
        return share;
    }

    /** What the faults that act there add up to for one effect. */
    private double value(int effect, int place, long now) {
        double value = EFFECTS[effect].composition().none();
        if (acts(effect, place)) {
            for (int number : faultsOf[place]) {
                if (active[number]) {
                    value = EFFECTS[effect]
                            .composition()
                            .compose(value, faults.get(number).value(effect, now));
                }
            }
        }
        return value;
    }
}
