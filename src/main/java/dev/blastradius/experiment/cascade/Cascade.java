package dev.blastradius.experiment.cascade;

import java.util.List;

/**
 * How damage spread in one replication.
 *
 * @param onsets what crossed its limits, in the order of time
 * @param origins where failures began against where they surfaced, most first
 */
public record Cascade(List<Onset> onsets, List<Origin> origins) {

    /** Nothing happened, or nothing is known. */
    public static final Cascade NONE = new Cascade(List.of(), List.of());

    public Cascade {
        onsets = List.copyOf(onsets);
        origins = List.copyOf(origins);
    }

    /**
     * Failures of one origin that surfaced at one client.
     *
     * @param origin the component's id or the dependency's key at which they began
     * @param failure how it failed there: {@code "error"}, {@code "timeout"}, …
     * @param client the client whose requests failed of it
     * @param requests how many
     */
    public record Origin(String origin, String failure, String client, long requests) {}
}
