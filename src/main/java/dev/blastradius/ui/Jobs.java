package dev.blastradius.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Work in the background for which the window shows itself busy. */
final class Jobs {

    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int running;

    Jobs(Background background) {
        this.background = background;
    }

    /** Whether any of it is still to be done. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Does some work, and tells what came of it on the window's thread.
     *
     * @param done gets the result
     * @param failed gets what was thrown instead
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        running++;
        busy.set(true);
        background.run(
                work,
                result -> {
                    ended();
                    done.accept(result);
                },
                problem -> {
                    ended();
                    failed.accept(problem);
                });
    }

    private void ended() {
        running--;
        busy.set(running > 0);
    }
}
