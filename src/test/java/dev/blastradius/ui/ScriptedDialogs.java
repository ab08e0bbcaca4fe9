package dev.blastradius.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers what the test has set, and remembers what was asked. */
final class ScriptedDialogs implements Dialogs {

    Path open;
    Path save;
    Unsaved unsaved = Unsaved.CANCEL;
    final List<String> asked = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<FaultReport> faults = new ArrayList<>();

    @Override
    public Path chooseOpen() {
        return open;
    }

    @Override
    public Path chooseSave(String suggested) {
        asked.add(suggested);
        return save;
    }

    @Override
    public Unsaved askUnsaved(String name) {
        asked.add(name);
        return unsaved;
    }

    @Override
    public void tell(String title, String words) {
        told.add(title + ": " + words);
    }

    @Override
    public void tellFault(FaultReport report) {
        faults.add(report);
    }
}
