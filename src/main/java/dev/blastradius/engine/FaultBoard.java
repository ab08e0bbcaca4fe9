package dev.blastradius.engine;

import dev.blastradius.fault.Effect;
import dev.blastradius.fault.FaultWindow;
import java.util.Arrays;
import java.util.List;

/**
 * What is broken at the moment: which faults act on which component and dependency, and what they add up to. Values are made
 * when asked for, so that a ramp needs no events; asking about something that no fault befalls costs one look into an array.
 */
final class FaultBoard {

    private final List<FaultWindow> faults;
    private final boolean[] active;
    private final int[][] faultsOfComponent;
    private final int[][] faultsOfDependency;
    private final int[] activeOnComponent;
    private final int[] activeOnDependency;

    FaultBoard(List<FaultWindow> faults, int components, int dependencies) {
        this.faults = faults;
        this.active = new boolean[faults.size()];
        this.activeOnComponent = new int[components];
        this.activeOnDependency = new int[dependencies];
        this.faultsOfComponent = new int[components][0];
        this.faultsOfDependency = new int[dependencies][0];
        for (int number = 0; number < faults.size(); number++) {
            FaultWindow fault = faults.get(number);
            for (int i = 0; i < fault.componentCount(); i++) {
                append(faultsOfComponent, fault.component(i), number);
            }
            for (int i = 0; i < fault.dependencyCount(); i++) {
                append(faultsOfDependency, fault.dependency(i), number);
            }
        }
    }

    private static void append(int[][] lists, int at, int number) {
        lists[at] = Arrays.copyOf(lists[at], lists[at].length + 1);
        lists[at][lists[at].length - 1] = number;
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
        int change = acts ? 1 : -1;
        for (int i = 0; i < fault.componentCount(); i++) {
            activeOnComponent[fault.component(i)] += change;
        }
        for (int i = 0; i < fault.dependencyCount(); i++) {
            activeOnDependency[fault.dependency(i)] += change;
        }
    }

    /** Whether any fault acts on a component. */
    boolean befalls(int component) {
        return activeOnComponent[component] > 0;
    }

    /** Whether any fault acts on a dependency. */
    boolean befallsDependency(int dependency) {
        return activeOnDependency[dependency] > 0;
    }

    /** What the faults on a component add up to for one effect. */
    double onComponent(Effect<?> effect, int component, long now) {
        return compose(effect, faultsOfComponent[component], now);
    }

    /** The most that the faults which act on a component can add up to for a factor, at their full strength; 1 or more. */
    double mostOnComponent(Effect<?> factor, int component) {
        double most = 1;
        for (int number : faultsOfComponent[component]) {
            if (active[number]) {
                most *= Math.max(1, faults.get(number).value(factor, Long.MAX_VALUE));
            }
        }
        return most;
    }

    /** What the faults on a dependency add up to for one effect. */
    double onDependency(Effect<?> effect, int dependency, long now) {
        return compose(effect, faultsOfDependency[dependency], now);
    }

    private double compose(Effect<?> effect, int[] numbers, long now) {
        double value = effect.composition().none();
        for (int number : numbers) {
            if (active[number]) {
                value = effect.composition().compose(value, faults.get(number).value(effect, now));
            }
        }
        return value;
    }
}
