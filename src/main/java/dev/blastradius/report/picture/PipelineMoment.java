package dev.blastradius.report.picture;

import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.editor.stage.Marks;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Playback;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a pipeline looks at a moment.
 *
 * @param seconds when, from the run's beginning
 * @param stepSeconds over how long its numbers are taken
 * @param boxes by component
 * @param arrows by dependency
 * @param marks what had crossed its limits by then, by component or dependency
 */
record PipelineMoment(
        double seconds,
        double stepSeconds,
        Map<String, BoxLook> boxes,
        Map<String, ArrowLook> arrows,
        Map<String, List<Onset>> marks) {

    static PipelineMoment of(Playback playback, Cascade cascade, double seconds) {
        Chronicle chronicle = playback.chronicle();
        int last = Math.max(0, chronicle.recorded() - 1);
        int step = (int) Math.max(0, Math.min(last, Math.floor(seconds / chronicle.stepSeconds())));
        Moment moment = Moment.of(chronicle, step);
        Map<String, BoxLook> boxes = new LinkedHashMap<>();
        moment.boxes().forEach((id, box) -> boxes.put(id, BoxLook.of(box)));
        Map<String, ArrowLook> arrows = new LinkedHashMap<>();
        moment.arrows().forEach((key, arrow) -> arrows.put(key, ArrowLook.of(arrow)));
        double end = moment.seconds() + chronicle.stepSeconds();
        List<Onset> begun =
                cascade.onsets().stream().filter(onset -> onset.seconds() < end).toList();
        return new PipelineMoment(
                moment.seconds(),
                chronicle.stepSeconds(),
                Collections.unmodifiableMap(boxes),
                Collections.unmodifiableMap(arrows),
                Marks.of(begun));
    }
}
