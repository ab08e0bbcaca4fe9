package dev.blastradius.ui.limits;

import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.search.Trial;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.results.RunProblems;
import dev.blastradius.ui.study.StudyController.Work;
import dev.blastradius.ui.study.StudyHost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work of a tool.
 *
 * @param <T> what it gives
 */
abstract class LimitsWork<T> implements Work<T> {

    private final StudyHost host;
    private final Origin origin;
    private final String name;

    /**
     * Work that has not begun.
     *
     * @param name what it is, as the beginning of a sentence
     */
    LimitsWork(StudyHost host, Origin origin, String name) {
        this.host = host;
        this.origin = origin;
        this.name = name;
    }

    final Origin origin() {
        return origin;
    }

    /** What is wrong with the model at one of the values; empty where nothing is. */
    abstract List<Problem> problemsOfValues();

    /** Values at which it can be run. */
    abstract List<Double> anyValues();

    /** Shows what was found. */
    abstract void shown(T result);

    /** Says beside the fields what is wrong. */
    abstract void say(String words);

    @Override
    public final List<Problem> problems() {
        List<Problem> unfit = RunProblems.unfit(
                origin.runs().model().pipeline(),
                origin.runs().scenarioId(),
                origin.runs().strategyId());
        if (!unfit.isEmpty()) {
            return unfit;
        }
        List<Problem> idle = origin.runs().idle();
        if (!idle.isEmpty()) {
            return idle;
        }
        List<Problem> values = problemsOfValues();
        if (!values.isEmpty()) {
            return values;
        }
        Trial trial = origin.runs().at(anyValues());
        return UnreadRecordings.problems(trial.arm().twin());
    }

    @Override
    public final void done(@Nullable T result) {
        if (result != null) {
            shown(result);
        }
    }

    @Override
    public final void refused(List<Problem> problems) {
        say(ParameterField.words(problems.get(0)));
        if (problems.size() > 1) {
            host.refused(name + " cannot be made", problems);
        }
    }

    @Override
    public final void failed(Throwable fault) {
        host.failed(name + " failed", fault, origin.settings().seed());
    }
}
