package dev.blastradius.editor.board;

import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * What is added to the drawing: a component of a kind, or of a preset's.
 *
 * @param preset whose values it gets; null: harmless ones
 */
public record Placed(
        Kind<? extends Component> kind, @Nullable Preset preset) {

    /** A component of a kind. */
    public static Placed of(Kind<? extends Component> kind) {
        return new Placed(kind, null);
    }

    /**
     * A component with a preset's values.
     *
     * @throws IllegalArgumentException for a preset of a kind that there is not
     */
    public static Placed of(Preset preset) {
        return Kinds.ALL.stream()
                .filter(kind -> kind.key().equals(preset.kind()))
                .findFirst()
                .map(kind -> new Placed(kind, preset))
                .orElseThrow(() -> new IllegalArgumentException(preset.kind()));
    }

    /** What people call it. */
    public String name() {
        return preset == null ? kind.title() : preset.name();
    }

    /** The id that it would get. */
    String freeId(Pipeline pipeline) {
        return Edits.freeId(pipeline, kind);
    }

    /** With it in a pipeline. */
    Pipeline in(Pipeline pipeline, String id, Point corner) {
        return preset == null
                ? Edits.addComponent(pipeline, kind, id, corner)
                : Edits.addPreset(pipeline, preset, kind, id, corner);
    }
}
