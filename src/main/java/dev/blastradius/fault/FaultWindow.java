package dev.blastradius.fault;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Flap;

/**
 * When and how strongly one fault acts: its window, ramp and flapping on the clock of a run, in nanoseconds. Immutable.
 *
 * <p>A fault that flaps begins with its {@code on} time; a ramp counts from the fault's beginning, whether or not it flaps. At
 * the moment {@code from} a fault is there, at the moment {@code to} it is gone.
 */
public final class FaultWindow {

    private final long from;
    private final long to;
    private final double rampNanos;
    private final long onNanos;
    private final long cycleNanos;
    /** By the effects' numbers: their values at full strength, and a bit for each that the fault has. */
    private final double[] full = new double[Effects.ALL.size()];

    private final long effects;
    private final int[] components;
    private final int[] dependencies;

    /**
     * A fault's window.
     *
     * @param fault the fault
     * @param end when the run ends at the latest, for a fault without end, in nanoseconds
     * @param components the numbers of the components that it befalls; copied
     * @param dependencies the numbers of the dependencies that it befalls; copied
     */
    public FaultWindow(Fault fault, long end, int[] components, int[] dependencies) {
        this.from = fault.at().nanos();
        this.to = fault.lasting() == null ? end : from + fault.lasting().nanos();
        this.rampNanos = fault.ramp() == null ? 0 : fault.ramp().nanos();
        Flap flap = fault.flap();
        this.onNanos = flap == null ? Long.MAX_VALUE : flap.on().nanos();
        this.cycleNanos =
                flap == null ? Long.MAX_VALUE : flap.on().nanos() + flap.off().nanos();
        this.effects = read(fault);
        this.components = components.clone();
        this.dependencies = dependencies.clone();
    }

    private long read(Fault fault) {
        long bits = 0;
        for (int number = 0; number < full.length; number++) {
            Effect<?> effect = Effects.ALL.get(number);
            Object value = fault.effects().get(effect.key());
            full[number] = value == null ? effect.composition().none() : Effects.number(value);
            bits |= value == null ? 0 : 1L << number;
        }
        return bits;
    }

    /** When it begins, in nanoseconds. */
    public long from() {
        return from;
    }

    /** When it is over, in nanoseconds. */
    public long to() {
        return to;
    }

    /** Whether it acts at a moment. */
    public boolean isActive(long now) {
        return now >= from && now < to && (now - from) % cycleNanos < onNanos;
    }

    /** The next moment after {@code now} at which it begins or ceases to act; {@code Long.MAX_VALUE} when it never does again. */
    public long nextChange(long now) {
        if (now < from) {
            return from;
        }
        if (now >= to) {
            return Long.MAX_VALUE;
        }
        long inCycle = (now - from) % cycleNanos;
        long cycleStart = now - inCycle;
        long wait = inCycle < onNanos ? onNanos : cycleNanos;
        long change = wait == Long.MAX_VALUE ? to : cycleStart + wait;
        return Math.min(change, to);
    }

    /** Its strength while it acts: 0 at the beginning of its ramp, 1 at full strength. */
    public double strength(long now) {
        return rampNanos == 0 ? 1 : Math.min(1, (now - from) / rampNanos);
    }

    /** The effects that it has: a bit for each one's number, so there may be 64 of them. */
    public long effects() {
        return effects;
    }

    /**
     * The value of an effect at a moment at which the fault acts: full, or on its way there along the ramp.
     *
     * @param effect its number: the place in {@link Effects#ALL}
     */
    public double value(int effect, long now) {
        Composition composition = Effects.ALL.get(effect).composition();
        if (composition == Composition.ANY) {
            return full[effect];
        }
        double none = composition.none();
        return none + (full[effect] - none) * strength(now);
    }

    /** How many components it befalls. */
    public int componentCount() {
        return components.length;
    }

    /** The number of one of the components that it befalls. */
    public int component(int index) {
        return components[index];
    }

    /** How many dependencies it befalls. */
    public int dependencyCount() {
        return dependencies.length;
    }

    /** The number of one of the dependencies that it befalls. */
    public int dependency(int index) {
        return dependencies[index];
    }
}
