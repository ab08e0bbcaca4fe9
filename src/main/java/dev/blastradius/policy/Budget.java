package dev.blastradius.policy;

/**
 * Bounds the retries of one caller's replica at one dependency. Made for one run by {@link RetryBudget#open}; nothing is allocated
 * after that. All times are nanoseconds since the run's beginning and never go back.
 */
public interface Budget {

    /** A call begins with its first attempt. */
    void firstTry(long now);

    /**
     * Whether a retry may be made; if so, it is paid for.
     *
     * @param afterTimeout whether the attempt before it has timed out
     */
    boolean mayRetry(long now, boolean afterTimeout);

    /** An attempt has failed in a way that could be retried; told before {@link #mayRetry}. */
    void failed(long now);

    /**
     * A call has ended well.
     *
     * @param retries how often it was retried, from 0
     * @param lastRetryAfterTimeout whether the last retry came after a time-out
     */
    void succeeded(long now, int retries, boolean lastRetryAfterTimeout);

    /**
     * How much of it is left: 1 where as many retries could be made as ever, 0 where none would be allowed. Asking changes nothing that a
     * later answer depends on.
     */
    double left(long now);
}
