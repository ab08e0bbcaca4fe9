package dev.blastradius.ui.start;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does what takes time away from the window's thread. */
@FunctionalInterface
public interface Work {

    /**
     * Does some work, and tells what came of it on the window's thread.
     *
     * @param done gets the result
     * @param failed gets what was thrown instead
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);
}
