package dev.blastradius.experiment.live;

/**
 * What was done in a live replication.
 *
 * @param at when it took effect, in seconds of simulated time
 * @param action what
 */
public record Deed(double at, Action action) {}
