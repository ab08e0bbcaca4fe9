package dev.blastradius.engine.trace;

import dev.blastradius.model.RequestOutcome;

/** What is known of a request when it ends. One object is filled in again and again. Times are in nanoseconds. */
public final class Ending {

    /** Its random key: the same request has the same one under every strategy. */
    public long key;
    /** The number of its client among the components. */
    public int client;

    public long sent;
    public long ended;
    public RequestOutcome outcome = RequestOutcome.OK;
    public boolean late;
    public boolean wrong;
    /** Which of its user's attempts it is, from 1. */
    public int attempt;

    public double inputTokens;
    public double outputTokens;
    /** Of a failed one: the place that failed, and how, by {@link TraceNames}. */
    public int causeOwner;

    public int causeFailure;
}
