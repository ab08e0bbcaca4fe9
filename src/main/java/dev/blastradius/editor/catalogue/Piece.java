package dev.blastradius.editor.catalogue;

import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;

/** Something to build a model of: a bare kind of component, or one with published values. */
public sealed interface Piece {

    /** The kind of component that it becomes. */
    Kind<? extends Component> kind();

    /** What the palette calls it. */
    String title();

    /** What it is, in one line. */
    String line();

    /** What tells it from all the others: letters, digits and dashes. */
    String key();

    /** A pipeline with one more component of this piece. */
    Pipeline addTo(Pipeline pipeline, String id, Point corner);

    /**
     * A kind at harmless values.
     *
     * @param kind one of the kinds there are
     */
    record OfKind(Kind<? extends Component> kind) implements Piece {

        private static final int LONGEST = 45;

        @Override
        public String title() {
            return kind.title();
        }

        /** The kind's meaning up to a pause: the rest is for those who stop to read. */
        @Override
        public String line() {
            String clause = kind.meaning().split("[:;]", 2)[0];
            int pause = clause.length() <= LONGEST ? -1 : clause.lastIndexOf(',', LONGEST);
            return pause < 0 ? clause : clause.substring(0, pause);
        }

        @Override
        public String key() {
            return kind.key();
        }

        @Override
        public Pipeline addTo(Pipeline pipeline, String id, Point corner) {
            return Edits.addComponent(pipeline, kind, id, corner);
        }
    }

    /**
     * A kind with the values of a preset, and under its name.
     *
     * @param kind the kind that the preset is for
     */
    record OfPreset(Preset preset, Kind<? extends Component> kind) implements Piece {

        @Override
        public String title() {
            return preset.name();
        }

        @Override
        public String line() {
            return preset.says();
        }

        @Override
        public String key() {
            return "preset-" + preset.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }

        @Override
        public Pipeline addTo(Pipeline pipeline, String id, Point corner) {
            return Edits.addPreset(pipeline, preset, kind, id, corner);
        }
    }
}
