package dev.blastradius.io;

import java.time.Duration;
import java.time.Instant;

/**
 * A run of the program: a process, told from a later one of the same number by the moment at which it was started.
 *
 * @param process the system's number of the process
 * @param started when it was started, in whole milliseconds
 */
public record Session(long process, Instant started) {

    /** A system tells a process's start anew each time, from clocks that are put right now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    public Session {
        started = Instant.ofEpochMilli(started.toEpochMilli());
    }

    /** This run of the program. */
    public static Session current() {
        ProcessHandle self = ProcessHandle.current();
        return new Session(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
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

    /** As part of a file's name: unlike that of any other run, and without letters that systems forbid. */
    public String key() {
        return process + "-" + Long.toString(started.toEpochMilli(), Character.MAX_RADIX);
    }
}
