package dev.blastradius.editor.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Time, and a second pair of hands: what keeps work safe must neither hold up who edits nor be held up by them. */
public interface Clockwork {

    /** What time it is. */
    Instant now();

    /** Does something on the editor's thread, after a while. */
    void after(Duration delay, Runnable action);

    /**
     * Does some work beside the editor, one after the other in the order in which it was given, and tells on the editor's thread what
     * came of it.
     *
     * @param done gets the result
     * @param failed gets what was thrown instead
     */
    <T> void work(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);
}
