package dev.blastradius.ui;

import dev.blastradius.ui.report.ResultSaver;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers what the test has set, and remembers what was asked. */
final class ScriptedDialogs implements Dialogs {

    Path open;
    Path save;
    Path result;
    Unsaved unsaved = Unsaved.CANCEL;
    final Deque<NotSaved> notSaved = new ArrayDeque<>();
    Changed changed = Changed.CANCEL;
    boolean confirmed;
    final List<String> asked = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();
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
    public Path chooseResult(ResultSaver.Form form, Path suggested) {
        asked.add(String.valueOf(suggested.getFileName()));
        return result;
    }

    @Override
    public void open(Path place) {
        opened.add(place);
    }

    @Override
    public Unsaved askUnsaved(String name) {
        asked.add(name);
        return unsaved;
    }

    @Override
    public NotSaved tellNotSaved(String title, String words) {
        told.add(title + ": " + words);
        return notSaved.isEmpty() ? NotSaved.LATER : notSaved.remove();
    }

    @Override
    public Changed askChanged(String name) {
        asked.add(name);
        return changed;
    }

    @Override
    public boolean confirm(String title, String words, String yes) {
        asked.add(title);
        return confirmed;
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
