package dev.blastradius.engine;

import dev.blastradius.model.RequestOutcome;

/** What became of a request, in the bits of a byte: its outcome, and the flags beside it. 0 stands for "there was no such request". */
final class Fate {

    static final int NONE = 0;
    static final int LATE = 1 << 3;
    static final int WRONG = 1 << 4;
    static final int MEASURED = 1 << 5;
    /** What a request is compared with that its twin does not have: it would not have been missed. */
    static final int GOOD = RequestOutcome.OK.ordinal() + 1;

    private static final int OUTCOME = 7;
    private static final int FAILED = RequestOutcome.FAILED.ordinal() + 1;
    private static final int ABANDONED = RequestOutcome.ABANDONED.ordinal() + 1;
    private static final int DEGRADED = RequestOutcome.DEGRADED.ordinal() + 1;

    private Fate() {}

    static int of(RequestOutcome outcome, boolean late, boolean wrong, boolean measured) {
        return outcome.ordinal() + 1 + (late ? LATE : 0) + (wrong ? WRONG : 0) + (measured ? MEASURED : 0);
    }

    /** Whether what the user got is another. */
    static boolean differ(int one, int other) {
        return ((one ^ other) & ~MEASURED) != 0;
    }

    static boolean isFailed(int fate) {
        return (fate & OUTCOME) == FAILED;
    }

    static boolean isAbandoned(int fate) {
        return (fate & OUTCOME) == ABANDONED;
    }

    static boolean isDegraded(int fate) {
        return (fate & OUTCOME) == DEGRADED;
    }

    static boolean isLate(int fate) {
        return (fate & LATE) != 0;
    }

    static boolean isWrong(int fate) {
        return (fate & WRONG) != 0;
    }

    static boolean isMeasured(int fate) {
        return (fate & MEASURED) != 0;
    }

    /** Whether it counts as goodput. */
    static boolean isGood(int fate) {
        return !isFailed(fate) && !isAbandoned(fate) && (fate & (LATE | WRONG)) == 0;
    }
}
