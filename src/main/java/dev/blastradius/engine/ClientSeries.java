package dev.blastradius.engine;

/** What a {@link Chronicle} keeps of each client, step by step. Counts are of all requests, measured or not. */
public enum ClientSeries {
    /** Requests that arrived in the step. */
    ARRIVED,
    /** Requests that ended in the step with a full answer. */
    OK,
    /** Requests that ended in the step with a degraded answer. */
    DEGRADED,
    /** Requests that ended in the step delivered by a queue. */
    DEFERRED,
    /** Requests that failed in the step. */
    FAILED,
    /** Requests whose user gave up in the step. */
    ABANDONED,
    /** Requests that ended in the step well, in time, and not wrongly. */
    GOODPUT,
    /** Requests that ended well in the step, but over the SLO's latency. */
    LATE,
    /** Requests that ended well in the step, but with a silent bad answer. */
    WRONG,
    /** Median latency of what was answered in the step's window, in seconds; NaN: nothing was. */
    P50,
    /** The 95th percentile likewise. */
    P95,
    /** The 99th percentile likewise. */
    P99
}
