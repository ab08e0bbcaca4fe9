package dev.blastradius.editor.stage;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Pipeline;

/** How the pipeline was built at a moment: people change it in an outage, by the runbook. */
public final class BuiltThen {

    private BuiltThen() {}

    /** The pipeline that ran at a moment; as at the beginning where that is not known. */
    public static Pipeline of(Playback playback, double seconds) {
        Pipeline built = playback.spec().pipeline();
        double begun =
                playback.windows().stream().mapToDouble(Window::from).min().orElse(Double.POSITIVE_INFINITY);
        for (RunSpec.Phase phase : playback.spec().phases()) {
            if (seconds >= begun + phase.after().seconds()) {
                built = phase.pipeline();
            }
        }
        return built;
    }
}
