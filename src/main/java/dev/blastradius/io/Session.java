package dev.blastradius.io;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A window of a run of the program: a process, told from a later one of the same number by the moment at which it was started, and
 * the window's number in it.
 *
 * @param process the system's number of the process
 * @param started when it was started, in whole milliseconds
 * @param window from 0: each keeps its unsaved work for itself
 */
public record Session(long process, Instant started, long window) {

    private static final AtomicLong WINDOWS = new AtomicLong();

    /** A system tells a process's start anew each time, from clocks that are put right now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    public Session {
        started = Instant.ofEpochMilli(started.toEpochMilli());
    }

    /** The first window of a run of the program. */
    public Session(long process, Instant started) {
        this(process, started, 0);
    }

    /** A new window of this run of the program. */
    public static Session begin() {
        ProcessHandle self = ProcessHandle.current();
        return new Session(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), WINDOWS.getAndIncrement());
    }

    /** Whether that run of the program goes on, on this machine. */
    public boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(handle -> handle.info().startInstant().map(this::isStart).orElse(true))
                .orElse(false);
    }

    private boolean isStart(Instant start) {
        return Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0;
    }

    /** As part of a file's name: unlike that of any other window or run, and without letters that systems forbid. */
    public String key() {
        String run = process + "-" + Long.toString(started.toEpochMilli(), Character.MAX_RADIX);
        return window == 0 ? run : run + "-" + window;
    }
}
