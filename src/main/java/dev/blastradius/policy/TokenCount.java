package dev.blastradius.policy;

/**
 * Tokens between 0 and a most, in whole millionths, so that ten deposits of a tenth buy exactly one retry for one token (gRPC
 * counts in whole thousandths for the same reason).
 */
final class TokenCount {

    private static final double MILLIONTHS = 1e6;

    private final long most;
    private long tokens;

    /** A full bucket of so many millionths. */
    TokenCount(long most) {
        this.most = most;
        this.tokens = most;
    }

    /** Tokens in millionths. */
    static long millionths(double tokens) {
        return Math.round(tokens * MILLIONTHS);
    }

    /** Adds so many millionths, as far as there is room. */
    void add(long amount) {
        tokens = Math.min(most, tokens + amount);
    }

    /** Takes so many millionths, or what there is of them. */
    void drain(long amount) {
        tokens = Math.max(0, tokens - amount);
    }

    /** Takes so many millionths if there are as many. */
    boolean pay(long amount) {
        if (tokens < amount) {
            return false;
        }
        tokens -= amount;
        return true;
    }

    boolean isMoreThanHalfFull() {
        return 2 * tokens > most;
    }

    /** Whether there are so many millionths. */
    boolean has(long amount) {
        return tokens >= amount;
    }

    /** The share of the tokens that is there, 0 to 1; of a bucket without room, 1. */
    double share() {
        return most == 0 ? 1 : (double) tokens / most;
    }
}
