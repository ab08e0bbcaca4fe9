package dev.blastradius.experiment.search;

/**
 * A parameter that is varied.
 *
 * @param path where it stands in the model file: {@code "scenarios.brownout.faults[0].errorRate"}, or {@code "load"}
 * @param title what people call it: {@code "Opus: error rate"}
 * @param unit of its values: {@code "s"}, {@code "requests a second"}; empty for a pure number
 */
public record Varied(String path, String title, String unit) {}
