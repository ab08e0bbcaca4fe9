package dev.blastradius.fault;

/** HTTP 500 and its kin. */
final class ErrorRate extends FailedWork {

    ErrorRate() {
        super("errorRate", "Share of requests answered with an error, after the component's own work");
    }
}
