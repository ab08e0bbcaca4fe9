package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.cascade.Playback;
import java.util.List;

/** A kind of chart of one replication: one class each, listed in {@link CascadeCharts#ALL}. */
public interface CascadeChart {

    /** The subject that stands for everything together; no component has this id. */
    String ALL = "";

    /** Its name in the program, such as {@code "latency"}; unique. */
    String key();

    /** What it shows, in a few words, without its subject: {@code "Latency"}. */
    String heading();

    /** What it shows and how to read it, in a sentence or two. */
    String meaning();

    /** Why it cannot be drawn where there is no subject: {@code "no circuit breaker in the model"}. */
    String absence();

    /** Whether its horizontal axis is the run's time; else it has one of its own. */
    default boolean isOverTime() {
        return true;
    }

    /** What it can be drawn of, in the model file's order; empty where there can be nothing to show. */
    List<Subject> subjects(Playback playback, Names names);

    /** The id of the subject that shows the most; {@link #ALL} where there is none. */
    default String mostTelling(Playback playback, Names names) {
        List<Subject> subjects = subjects(playback, names);
        return subjects.isEmpty() ? ALL : subjects.get(0).id();
    }

    /**
     * The chart of a subject, as far as the replication is recorded. May be called by any thread.
     *
     * @param subject the id of one of {@link #subjects}; any other gives an empty chart
     */
    Charted chart(Playback playback, Names names, String subject);
}
