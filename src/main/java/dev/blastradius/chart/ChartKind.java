package dev.blastradius.chart;

import dev.blastradius.experiment.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of chart: one class each, listed in {@link Charts#ALL}. */
public interface ChartKind {

    /** Its name in settings and file names, such as {@code "latency"}. */
    String key();

    /** The title up to the subject: {@code "Latency of"}. */
    String heading();

    /** What it can be drawn of, in the model file's order; empty where the result has nothing for it. */
    List<Subject> subjects(RunResult result, Names names);

    /** The id of the subject that shows the most; null where there is none. */
    @Nullable
    String mostTelling(RunResult result);

    /**
     * The chart of a subject.
     *
     * @param subject the id of one of {@link #subjects}; any other gives an empty chart
     */
    ChartSpec chart(RunResult result, Names names, String subject);

    /**
     * What a chart is drawn of.
     *
     * @param id a component's id, a dependency's key, or empty for all clients together
     * @param name what people call it
     */
    record Subject(String id, String name) {}
}
