package dev.blastradius.editor.drawing;

import java.util.Arrays;

/**
 * Steps of a search that are still to be taken, the most promising first: a binary heap in arrays of primitives, for drawing takes most of its
 * time here where boxes lie close together.
 */
final class Frontier {

    private int[] states = new int[256];
    private double[] costs = new double[256];
    private double[] estimates = new double[256];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The state of the most promising step; of two with the same estimate the one with the lower number. */
    int state() {
        return states[0];
    }

    /** What the most promising step has cost so far. */
    double cost() {
        return costs[0];
    }

    void add(int state, double cost, double estimate) {
        if (size == states.length) {
            states = Arrays.copyOf(states, 2 * size);
            costs = Arrays.copyOf(costs, 2 * size);
            estimates = Arrays.copyOf(estimates, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!isBefore(estimate, state, parent)) {
                break;
            }
            copy(parent, at);
            at = parent;
        }
        put(at, state, cost, estimate);
    }

    /** Takes the most promising step away. */
    void remove() {
        size--;
        int state = states[size];
        double cost = costs[size];
        double estimate = estimates[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(estimates[child + 1], states[child + 1], child)) {
                child++;
            }
            if (!isBefore(estimates[child], states[child], estimate, state)) {
                break;
            }
            copy(child, at);
            at = child;
        }
        put(at, state, cost, estimate);
    }

    private boolean isBefore(double estimate, int state, int other) {
        return isBefore(estimate, state, estimates[other], states[other]);
    }

    private static boolean isBefore(double estimate, int state, double otherEstimate, int otherState) {
        return estimate < otherEstimate || estimate == otherEstimate && state < otherState;
    }

    private void copy(int from, int to) {
        put(to, states[from], costs[from], estimates[from]);
    }

    private void put(int at, int state, double cost, double estimate) {
        states[at] = state;
        costs[at] = cost;
        estimates[at] = estimate;
    }
}
