package dev.blastradius.engine;

/** What a {@link Chronicle} keeps of each dependency, step by step. Counts are of all calls and attempts, measured or not. */
public enum DependencySeries {
    /** Calls that began in the step, those as a fallback included. */
    CALLS,
    /** Attempts sent in the step: first ones, retries and hedges. */
    ATTEMPTS,
    /** Of these, retries. */
    RETRIES,
    /** Of these, hedges. */
    HEDGES,
    /** Attempts that failed in the step, those that a policy refused included. */
    FAILED,
    /** Of these, time-outs. */
    TIMEOUTS,
    /** Calls that it took over as a fallback in the step. */
    FALLBACKS,
    /** Attempts that the circuit breakers did not let through in the step. */
    SHORT_CIRCUITED,
    /** Attempts that any other policy did not let through in the step. */
    REFUSED,
    /** Retries that the retry budgets did not allow in the step. */
    BUDGET_DENIED,
    /** Attempts sent and not ended at the step's end. */
    UNDER_WAY,
    /** Share of the caller's replicas whose circuit breaker is open at the step's end; NaN: there is none. */
    OPEN,
    /** Share of the caller's replicas whose circuit breaker is half open at the step's end; NaN: there is none. */
    HALF_OPEN,
    /** Mean share of the retry budgets that is left at the step's end, 0 to 1; NaN: there is none. */
    BUDGET_LEFT,
    /** 1 where a fault acted on the way at the step's end, else 0. */
    FAULTED
}
