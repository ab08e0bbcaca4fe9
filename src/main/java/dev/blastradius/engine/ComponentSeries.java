package dev.blastradius.engine;

/** What a {@link Chronicle} keeps of each component, step by step. Counts are of all attempts, measured or not. */
public enum ComponentSeries {
    /** Attempts that reached it in the step. */
    ARRIVED,
    /** Attempts whose caller got an answer from it in the step, good or bad, those included that it refused. */
    ANSWERED,
    /** Attempts whose caller got a failure from it in the step, and items that it lost. */
    FAILED,
    /** Mean busy servers of all replicas over the step. */
    BUSY,
    /** Servers of all replicas at the step's end; infinite: unlimited; NaN: it has none. */
    SERVERS,
    /** Mean jobs waiting at all replicas over the step. */
    QUEUE,
    /** Room in the queues of all replicas at the step's end; infinite: unbounded. */
    ROOM,
    /** Mean time from arrival to departure of what departed in the step, in seconds; NaN: nothing did. */
    RESPONSE,
    /** The fullest of its provider's quotas at the step's end: the share used up, 0 to 1; NaN: it has none. */
    QUOTA_USED,
    /** Billed in the step, in US dollars. */
    DOLLARS,
    /** 1 where a fault acted on it at the step's end, else 0. */
    FAULTED
}
