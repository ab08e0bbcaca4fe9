package dev.blastradius.ui.compare;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Comparisons of the tests' model, really run. */
final class Comparisons {

    private Comparisons() {}

    static Model model() {
        return model("", "");
    }

    /** The tests' model with something else in its file. */
    static Model model(String what, String by) {
        try (InputStream in = Comparisons.class.getResourceAsStream("/dev/blastradius/ui/support.blast.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!text.contains(what)) {
                throw new IllegalArgumentException("the file has no " + what);
            }
            return Objects.requireNonNull(
                    ModelReader.read(text.replace(what, by), null).model());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Request request(Model model, int replications) {
        RunSettings settings = RunSettings.of(model.pipeline().settings()).withReplications(replications);
        return new Request(model, List.of("brownout", "outage"), List.of("as-drawn", "no-retry"), settings, null);
    }

    static Compared run(Request request) {
        List<Arm> arms = request.arms();
        StudyResult result = Study.run(arms, request.settings(), request.stopping(), true, RunProgress.NONE);
        return new Compared(request, arms, Objects.requireNonNull(result));
    }
}
