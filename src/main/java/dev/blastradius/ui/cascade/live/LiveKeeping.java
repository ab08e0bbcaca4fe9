package dev.blastradius.ui.cascade.live;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.VariantActions;
import dev.blastradius.editor.live.SavedRun;
import dev.blastradius.engine.EngineLimits;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.experiment.cascade.Reproduction;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.study.StudyController.Work;
import dev.blastradius.ui.study.StudyHost;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps what was done in a live run as a scenario of the model, and then runs it to see whether it goes through the same. */
public final class LiveKeeping {

    private static final String TITLE = "What was done live cannot be kept";

    private final StudyHost host;
    private final BiConsumer<String, Boolean> said;

    /**
     * Keeps for a window.
     *
     * @param said hears what came of it, and whether that is a warning
     */
    public LiveKeeping(StudyHost host, BiConsumer<String, Boolean> said) {
        this.host = host;
        this.said = said;
    }

    /**
     * Adds a scenario, and a strategy where the strategy was flipped, in one edit; chooses both; and runs them in the background up to
     * the same moment.
     *
     * @param snapshot the live run as it was when it was to be kept
     */
    public void keep(Editor editor, Snapshot snapshot, String name) {
        int steps = snapshot.playback().chronicle().recorded();
        SavedRun saved = SavedRun.of(editor.drawn(), snapshot.script(), snapshot.deeds(), name);
        if (!new VariantActions(editor).addRun(saved)) {
            return;
        }
        host.scenario().set(saved.scenarioId());
        String busy = host.controller().obstacle();
        if (!busy.isEmpty()) {
            said.accept("Saved as “" + name + "”; not checked, for something else is going on", true);
            return;
        }
        said.accept("Saved as “" + name + "”; checking that it goes through the same…", false);
        host.controller().start("Check", new Checking(editor.model(), saved, snapshot, steps, name));
    }

    /** Runs what was kept, and compares it with the live run. */
    private final class Checking implements Work<String> {

        private final Model model;
        private final SavedRun saved;
        private final Snapshot snapshot;
        private final int steps;
        private final String name;

        Checking(Model model, SavedRun saved, Snapshot snapshot, int steps, String name) {
            this.model = model;
            this.saved = saved;
            this.snapshot = snapshot;
            this.steps = steps;
            this.name = name;
        }

        @Override
        public List<Problem> problems() {
            return Strategies.apply(model.pipeline(), saved.strategyId()).problems().stream()
                    .filter(Problem::isError)
                    .toList();
        }

        /** The first difference, in words; empty where there is none; null where it was cancelled. */
        @Override
        public @Nullable String make(RunProgress progress) throws EngineLimits.Exceeded {
            Playback live = snapshot.playback();
            Playback again = Recorder.record(
                    Strategies.runSpec(model, saved.scenarioId(), saved.strategyId()),
                    live.settings(),
                    live.replication(),
                    progress);
            return again == null ? null : Reproduction.difference(live.chronicle(), again.chronicle(), steps);
        }

        @Override
        public void done(@Nullable String difference) {
            String saved = "Saved as “" + name + "”";
            if (difference == null) {
                said.accept(saved + "; the check was cancelled", true);
            } else if (difference.isEmpty()) {
                said.accept(
                        saved + " · verified: run by itself it goes through the same up to "
                                + Clock.text(snapshot.now()),
                        false);
            } else {
                said.accept(saved + ", but run by itself it goes another way: " + difference, true);
                host.failed(
                        TITLE,
                        new IllegalStateException("the saved run differs: " + difference),
                        snapshot.playback().settings().seed());
            }
        }

        @Override
        public void refused(List<Problem> problems) {
            host.refused(TITLE, problems);
        }

        @Override
        public void failed(Throwable fault) {
            host.failed(TITLE, fault, snapshot.playback().settings().seed());
        }
    }
}
