package dev.blastradius.ui.cascade;

import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.study.StudyHost;
import dev.blastradius.ui.study.StudyPage;
import javafx.scene.Node;

/** One replication looked at moment by moment: where damage began, how it spread, what helped and what made it worse. */
public final class CascadePage implements StudyPage {

    private final CascadeState state = new CascadeState();
    private final CascadeFrame frame;

    /** A page of no model, in a window. */
    public CascadePage(StudyHost host) {
        frame = new CascadeFrame(new CascadeParts(state, host));
    }

    @Override
    public String key() {
        return "cascade";
    }

    @Override
    public String title() {
        return "Cascade";
    }

    @Override
    public String words() {
        return "timeline faults charts live requests traces chain time machine replay spread record";
    }

    @Override
    public String task() {
        return "Record";
    }

    @Override
    public String obstacle() {
        return "Nothing can be recorded yet";
    }

    @Override
    public void start() {}

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void open(Editor editor) {
        forget();
        state.editor().set(editor);
        state.scenario()
                .set(editor.drawn().scenariosOrNone().keySet().stream()
                        .findFirst()
                        .orElse(""));
        state.duration()
                .set(RunSettings.of(editor.drawn().settings()).duration().seconds());
        state.showAll();
    }

    @Override
    public void close() {
        forget();
        state.editor().set(null);
    }

    private void forget() {
        state.playback().set(null);
        state.cascade().set(Cascade.NONE);
        state.cursor().set(Double.NaN);
        state.focus().set("");
    }

    @Override
    public void modelChanged() {}

    @Override
    public void setDark(boolean dark) {
        state.dark().set(dark);
    }
}
