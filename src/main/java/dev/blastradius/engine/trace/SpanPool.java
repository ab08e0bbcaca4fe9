package dev.blastradius.engine.trace;

import java.util.Arrays;

/**
 * The spans of requests under way, in one array of words; each request has a chain of chunks of it, which it gives back at its end. Holds
 * {@value #MOST_SPANS} spans at the most: 32 MB.
 *
 * <p>A span is known by an int: where it stands, and in the lowest bits its number in its request.
 */
final class SpanPool {

    /** Nothing: no span, no chunk. */
    static final int NONE = -1;

    /**
     * Words of a span: when it began; when it ended, below 0 where it has not; what it is, see {@link #head}; and of work the dollars billed for it,
     * of an attempt its tokens.
     */
    static final int WORDS = 4;

    static final int FROM = 0;
    static final int TO = 1;
    static final int HEAD = 2;
    static final int DETAIL = 3;

    /** In place of the end of a span that has not ended; other numbers below 0 say the same. */
    static final long OPEN = -1;

    static final int MOST_SPANS = 1 << 20;

    /** More spans a request cannot have. */
    static final int MOST_IN_REQUEST = 1 << 8;

    /** More results there cannot be. */
    static final int MOST_RESULTS = 1 << 5;

    static final int HEDGE = 1;
    static final int FALLBACK = 2;

    private static final int CHUNK_BITS = 3;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MOST_CHUNKS = MOST_SPANS / CHUNK;

    private static final int NUMBER_BITS = 8;
    private static final int RESULT_SHIFT = 3;
    private static final int FLAGS_SHIFT = 8;
    private static final int PARENT_SHIFT = 10;
    private static final int ATTEMPT_SHIFT = 18;
    private static final int WHERE_SHIFT = 34;
    private static final int MOST_ATTEMPTS = (1 << WHERE_SHIFT - ATTEMPT_SHIFT) - 1;
    private static final long WHERE_MASK = -1L << WHERE_SHIFT;

    /** Open to the package, for speed. */
    long[] words = new long[0];

    /** By chunk: the next one of the same request, or of those that are free. */
    private int[] next = new int[0];

    private int free = NONE;
    private int taken;

    /** What a span is, in a word. */
    static long head(int kind, int parent, int where, int attempt, int flags) {
        return kind
                | (long) flags << FLAGS_SHIFT
                | (long) (parent & MOST_IN_REQUEST - 1) << PARENT_SHIFT
                | (long) Math.min(attempt, MOST_ATTEMPTS) << ATTEMPT_SHIFT
                | (long) where << WHERE_SHIFT;
    }

    static int kind(long head) {
        return (int) head & 7;
    }

    static int result(long head) {
        return (int) (head >>> RESULT_SHIFT) & MOST_RESULTS - 1;
    }

    static int flags(long head) {
        return (int) (head >>> FLAGS_SHIFT) & 3;
    }

    static int parent(long head) {
        return (int) (head >>> PARENT_SHIFT) & MOST_IN_REQUEST - 1;
    }

    static int attempt(long head) {
        return (int) (head >>> ATTEMPT_SHIFT) & MOST_ATTEMPTS;
    }

    static int where(long head) {
        return (int) (head >>> WHERE_SHIFT);
    }

    /** The bits of a result: to be added where there is none yet. */
    static long result(int result) {
        return (long) result << RESULT_SHIFT;
    }

    static long withWhere(long head, int where) {
        return head & ~WHERE_MASK | (long) where << WHERE_SHIFT;
    }

    /** Where a span's words begin. */
    static int word(int span) {
        return (span >>> NUMBER_BITS) * WORDS;
    }

    /** How much of it is taken, by eighths. */
    int eighthsTaken() {
        return taken / (MOST_CHUNKS / 8);
    }

    /**
     * Takes a chunk.
     *
     * @param after the last one of the same request; NONE: it is the first
     * @return NONE where there is none left
     */
    int take(int after) {
        if (free == NONE) {
            if (next.length == MOST_CHUNKS) {
                return NONE;
            }
            grow();
        }
        int chunk = free;
        free = next[chunk];
        taken++;
        if (after != NONE) {
            next[after] = chunk;
        }
        return chunk;
    }

    /** Gives a request's chunks back, linked from the first to the last. */
    void release(int first, int last, int spans) {
        next[last] = free;
        free = first;
        taken -= (spans + CHUNK - 1) >> CHUNK_BITS;
    }

    /** The span that has this number in its request and is in this chunk. */
    static int span(int chunk, int number) {
        return (chunk << CHUNK_BITS | number & CHUNK - 1) << NUMBER_BITS | number;
    }

    /** Whether a request that has so many spans has filled its last chunk. */
    static boolean isFull(int spans) {
        return (spans & CHUNK - 1) == 0;
    }

    /** The words of a request's spans, in their order. */
    long[] copy(int first, int spans) {
        long[] copy = new long[spans * WORDS];
        int chunk = first;
        for (int number = 0; number < spans; number += CHUNK) {
            int count = Math.min(CHUNK, spans - number) * WORDS;
            System.arraycopy(words, (chunk << CHUNK_BITS) * WORDS, copy, number * WORDS, count);
            chunk = next[chunk];
        }
        return copy;
    }

    private void grow() {
        int old = next.length;
        int size = Math.max(64, old * 2);
        words = Arrays.copyOf(words, size * CHUNK * WORDS);
        next = Arrays.copyOf(next, size);
        for (int chunk = size - 1; chunk >= old; chunk--) {
            next[chunk] = free;
            free = chunk;
        }
    }
}
