package dev.blastradius.ui;

import dev.blastradius.ui.start.StartActions;
import java.nio.file.Path;
import java.util.List;

/** What the start page has done. */
final class FirstSteps implements StartActions {

    private final Documents documents;
    private final Remembered remembered;
    private final Runnable tour;

    /**
     * Steps from the start page.
     *
     * @param tour begins the guided tour
     */
    FirstSteps(Documents documents, Remembered remembered, Runnable tour) {
        this.documents = documents;
        this.remembered = remembered;
        this.tour = tour;
    }

    @Override
    public void create() {
        documents.create();
    }

    @Override
    public void choose() {
        documents.chooseAndOpen();
    }

    @Override
    public void openExample(String name) {
        documents.openExample(name);
    }

    @Override
    public void open(Path file) {
        documents.open(file);
    }

    @Override
    public List<Path> recent() {
        return remembered.recent();
    }

    @Override
    public void forget(Path file) {
        remembered.forgetRecent(file);
    }

    @Override
    public void tour() {
        tour.run();
    }
}
