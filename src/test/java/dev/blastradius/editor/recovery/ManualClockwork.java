package dev.blastradius.editor.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Time that passes when the test says so; work is done between two moments, in its order. */
final class ManualClockwork implements Clockwork {

    /** Something that is due. */
    private record Due(Instant at, Runnable action) {}

    private Instant now = Instant.parse("2026-01-05T14:02:00Z");
    private final List<Due> due = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable action) {
        due.add(new Due(now.plus(delay), action));
    }

    @Override
    public <T> void work(Callable<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        work.add(() -> {
            T result;
            try {
                result = task.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        });
    }

    /** Does all the work that is to be done now. */
    void settle() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Lets time pass, and does what becomes due, in its order. */
    void pass(Duration time) {
        settle();
        Instant until = now.plus(time);
        while (due.stream().anyMatch(each -> !each.at().isAfter(until))) {
            Due next = due.stream().min(Comparator.comparing(Due::at)).orElseThrow();
            due.remove(next);
            now = next.at().isAfter(now) ? next.at() : now;
            next.action().run();
            settle();
        }
        now = until;
    }
}
