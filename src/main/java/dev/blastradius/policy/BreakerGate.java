package dev.blastradius.policy;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.RandomStream;

/**
 * A circuit breaker at work, with the rules of Resilience4j's CircuitBreakerStateMachine:
 *
 * <ul>
 *   <li>closed: lets everything through, and opens when enough calls are in the window and a rate reaches its threshold; rates
 *       are looked at when a call ends, never in between;
 *   <li>open: refuses everything; what ends meanwhile counts nowhere. The first attempt strictly later than the wait makes it
 *       half-open and is its first probe;
 *   <li>half-open: lets so many probes through and counts whatever ends, calls from before included; when as many as are needed have ended, it
 *       closes or opens again. It opens again as well when that has taken too long, probes or no probes.
 * </ul>
 *
 * <p>What becomes due between two questions (the end of a half-open breaker's patience) is noticed at the next question and
 * happens at its own time.
 */
public final class BreakerGate implements Gate {

    private static final long NEVER = Long.MAX_VALUE;

    /** What a breaker is doing. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /** Is told of every change. */
    @FunctionalInterface
    public interface StateChange {

        /**
         * A breaker has changed.
         *
         * @param at when, in nanoseconds; it may lie before the question at which it was noticed, never before the last change
         */
        void changed(long at, State from, State to);
    }

    private final CallWindow window;
    private final CallWindow probes;
    private final int minimumCalls;
    private final int minimumProbes;
    private final int permittedProbes;
    private final double failureRate;
    private final double slowCallRate;
    private final long slowNanos;
    private final ExponentialWait waitInOpen;
    private final long maxWaitInHalfOpen;
    private final boolean automatic;
    private final StateChange listener;

    private State state = State.CLOSED;
    /** How often it has opened since it was last closed. */
    private int openings;
    /** When the state ends by itself or may be left: the end of the wait, the end of patience. */
    private long until = NEVER;

    private int probesLeft;

    BreakerGate(CircuitBreaker policy, boolean automatic, StateChange listener) {
        int minimum = CircuitBreaker.MINIMUM_CALLS.in(policy).intValue();
        window = CallWindow.of(CircuitBreaker.SLIDING_WINDOW.in(policy));
        minimumCalls = window.needed(minimum);
        permittedProbes = CircuitBreaker.PERMITTED_CALLS.in(policy).intValue();
        probes = CallWindow.ofCalls(permittedProbes);
        minimumProbes = probes.needed(minimum);
        failureRate = CircuitBreaker.FAILURE_RATE.in(policy);
        slowCallRate = CircuitBreaker.SLOW_CALL_RATE.in(policy);
        slowNanos = CircuitBreaker.SLOW_CALL_DURATION.in(policy).nanos();
        waitInOpen = policy.waitsInOpen();
        maxWaitInHalfOpen = CircuitBreaker.MAX_WAIT_IN_HALF_OPEN.in(policy).nanos();
        this.automatic = automatic;
        this.listener = listener;
    }

    /** What the breaker is doing at a time. */
    public State state(long now) {
        notice(now);
        return state;
    }

    @Override
    public long admit(long now, int underWay, RandomStream stream) {
        notice(now);
        if (state == State.CLOSED) {
            return ADMITTED;
        }
        if (state == State.OPEN) {
            if (now <= until) {
                return REFUSED;
            }
            tryAgain(now);
        }
        if (probesLeft == 0) {
            return REFUSED;
        }
        probesLeft--;
        return ADMITTED;
    }

    @Override
    public boolean refuses(long now) {
        notice(now);
        return state == State.OPEN ? now <= until : state == State.HALF_OPEN && probesLeft == 0;
    }

    @Override
    public void ended(long now, long nanos, CallOutcome outcome) {
        notice(now);
        boolean failed = outcome != CallOutcome.OK;
        boolean slow = nanos > slowNanos;
        if (state == State.CLOSED) {
            window.add(now, failed, slow);
            if (window.calls() >= minimumCalls && reachesThreshold(window)) {
                open(now);
            }
        } else if (state == State.HALF_OPEN) {
            probes.add(now, failed, slow);
            if (probes.calls() >= minimumProbes) {
                if (reachesThreshold(probes)) {
                    open(now);
                } else {
                    close(now);
                }
            }
        }
    }

    /** A probe that was given up makes room for another; so does, in Resilience4j, a call from before the breaker was half-open. */
    @Override
    public void released(long now) {
        notice(now);
        if (state == State.HALF_OPEN) {
            probesLeft++;
        }
    }

    private boolean reachesThreshold(CallWindow calls) {
        return calls.failureRateReaches(failureRate) || calls.slowCallRateReaches(slowCallRate);
    }

    /** Lets happen what has become due, each at its own time. */
    private void notice(long now) {
        while (now >= until && (state == State.HALF_OPEN || automatic)) {
            if (state == State.HALF_OPEN) {
                open(until);
            } else {
                tryAgain(until);
            }
        }
    }

    private void open(long at) {
        change(at, State.OPEN);
        until = at + waitInOpen.nanos(openings);
        openings++;
    }

    private void tryAgain(long at) {
        change(at, State.HALF_OPEN);
        probes.clear();
        probesLeft = permittedProbes;
        until = maxWaitInHalfOpen > 0 ? at + maxWaitInHalfOpen : NEVER;
    }

    private void close(long at) {
        change(at, State.CLOSED);
        window.clear();
        openings = 0;
        until = NEVER;
    }

    private void change(long at, State to) {
        State from = state;
        state = to;
        listener.changed(at, from, to);
    }
}
