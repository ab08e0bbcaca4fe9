package dev.blastradius.engine.trace;

import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.model.CallOutcome;

/**
 * Finds the span in which a failed request's cause arose: of those that are about it, and that are part of nothing that went well or was
 * given up, the last to end, and of those that ended together the innermost.
 */
final class CauseFinder {

    private static final Kind[] KINDS = Kind.values();
    private static final int CALL_OUTCOMES = CallOutcome.values().length;
    private static final int OK = Tracer.result(CallOutcome.OK.ordinal());
    private static final int REJECTED = CallOutcome.REJECTED.ordinal();
    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();

    private final KeptTrace kept;
    private final TraceNames names;
    private final int owner;
    private final int failure;
    private final boolean unanswered;
    private final boolean degraded;

    CauseFinder(KeptTrace kept, TraceNames names) {
        this.kept = kept;
        this.names = names;
        owner = kept.causeOwner;
        failure = kept.causeFailure;
        String name = names.failures().get(failure);
        unanswered = failure >= CALL_OUTCOMES && name.equals(TraceNames.UNANSWERED);
        degraded = failure >= CALL_OUTCOMES && name.equals(TraceNames.DEGRADED);
    }

    /** The number of the span; where none is about the cause, that of the innermost that failed. */
    int find() {
        int cause = SpanPool.NONE;
        int failed = 0;
        for (int number = 1; number < kept.spans(); number++) {
            if (isPartOfTheFailure(number)) {
                if (isAboutIt(number) && (cause == SpanPool.NONE || end(number) >= end(cause))) {
                    cause = number;
                }
                if (!isOpen(number) && isFailure(result(number)) && (failed == 0 || end(number) >= end(failed))) {
                    failed = number;
                }
            }
        }
        return cause == SpanPool.NONE ? failed : cause;
    }

    /** Whether nothing that a span is part of went well or was given up; what went well may still be what was not good enough. */
    private boolean isPartOfTheFailure(int number) {
        for (int each = parent(number); each > 0; each = parent(each)) {
            boolean fits = unanswered ? isOpen(each) : degraded || isFailure(result(each));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private boolean isAboutIt(int number) {
        int where = SpanPool.where(head(number));
        int result = result(number);
        Kind kind = KINDS[SpanPool.kind(head(number))];
        boolean here = where == owner || names.callee(where) == owner;
        if (unanswered) {
            return here && isOpen(number);
        }
        if (degraded) {
            return here && (kind == Kind.ATTEMPT || kind == Kind.CALL && isFailure(result));
        }
        return switch (kind) {
            case REQUEST, BACKOFF -> false;
            case GATE -> where == owner && failure == TIMED_OUT;
            case REFUSAL -> where == owner && failure == REJECTED && isByAPolicyThatRefusesAttempts(result);
            case WORK, QUEUE -> where == owner && result == Tracer.result(failure);
            case CALL, ATTEMPT -> here && result == Tracer.result(failure);
        };
    }

    /** A budget refuses retries: of that no attempt fails, for there was none. */
    private boolean isByAPolicyThatRefusesAttempts(int result) {
        int policy = result - Tracer.policy(0);
        return policy >= 0 && !names.policies().get(policy).equals(TraceNames.RETRY_BUDGET);
    }

    private static boolean isFailure(int result) {
        return result != Tracer.NO_RESULT && result != OK && result != Tracer.ABANDONED;
    }

    private long head(int number) {
        return kept.words[number * SpanPool.WORDS + SpanPool.HEAD];
    }

    private int result(int number) {
        return SpanPool.result(head(number));
    }

    private int parent(int number) {
        return SpanPool.parent(head(number));
    }

    private boolean isOpen(int number) {
        return kept.words[number * SpanPool.WORDS + SpanPool.TO] < 0;
    }

    private long end(int number) {
        long to = kept.words[number * SpanPool.WORDS + SpanPool.TO];
        return to < 0 ? kept.ended : to;
    }
}
