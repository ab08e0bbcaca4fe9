package dev.blastradius.engine.trace;

import java.util.Arrays;

/**
 * The spans of requests under way, in one array of words; each request has a chain of chunks of it, which it gives back at its end.
 * A span is known by where it stands. Holds {@value #MOST_SPANS} spans at the most, some 50 MB.
 */
final class SpanPool {

    /** Nothing: no span, no chunk. */
    static final int NONE = -1;

    /** Words of a span: when it began; when it ended, below 0 where it has not; {@link #head}; its parent; and two numbers. */
    static final int WORDS = 6;

    static final int FROM = 0;
    static final int TO = 1;
    static final int HEAD = 2;
    static final int PARENT = 3;
    /** Of an attempt: its input tokens. Of work: what was billed for it, in US dollars. */
    static final int FIRST = 4;
    /** Of an attempt: the output tokens that it was answered with, as far as billed. */
    static final int SECOND = 5;

    /** In place of the end of a span that has not ended. */
    static final long OPEN = -1;

    static final int MOST_SPANS = 1 << 20;

    static final int HEDGE = 1;
    static final int FALLBACK = 2;

    private static final int CHUNK_BITS = 3;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MOST_CHUNKS = MOST_SPANS / CHUNK;

    private static final int RESULT_SHIFT = 3;
    private static final int FLAGS_SHIFT = 11;
    private static final int ATTEMPT_SHIFT = 13;
    private static final int WHERE_SHIFT = 33;
    private static final int MOST_ATTEMPTS = (1 << WHERE_SHIFT - ATTEMPT_SHIFT) - 1;
    private static final long RESULT_MASK = 0xffL << RESULT_SHIFT;
    private static final long WHERE_MASK = -1L << WHERE_SHIFT;

    /** Public to the package for speed: a span's words begin at its number times {@link #WORDS}. */
    long[] words = new long[0];

    /** By chunk: the next one of the same request, or of those that are free. */
    private int[] next = new int[0];
    /** By chunk: the number that its first span has in its request. */
    private int[] base = new int[0];

    private int free = NONE;
    private int taken;

    /** What a span is, in a word. */
    static long head(int kind, int where, int attempt, int flags) {
        return kind
                | (long) flags << FLAGS_SHIFT
                | (long) Math.min(attempt, MOST_ATTEMPTS) << ATTEMPT_SHIFT
                | (long) where << WHERE_SHIFT;
    }

    static int kind(long head) {
        return (int) head & 7;
    }

    static int result(long head) {
        return (int) (head >>> RESULT_SHIFT) & 0xff;
    }

    static int flags(long head) {
        return (int) (head >>> FLAGS_SHIFT) & 3;
    }

    static int attempt(long head) {
        return (int) (head >>> ATTEMPT_SHIFT) & MOST_ATTEMPTS;
    }

    static int where(long head) {
        return (int) (head >>> WHERE_SHIFT);
    }

    static long withResult(long head, int result) {
        return head & ~RESULT_MASK | (long) result << RESULT_SHIFT;
    }

    static long withWhere(long head, int where) {
        return head & ~WHERE_MASK | (long) where << WHERE_SHIFT;
    }

    /** How much of it is taken, from 0 to 1 by eighths. */
    int eighthsTaken() {
        return taken / (MOST_CHUNKS / 8);
    }

    /**
     * Takes a chunk.
     *
     * @param after the last one of the same request; NONE: it is the first
     * @param number the number that its first span has in its request
     * @return NONE where there is none left
     */
    int take(int after, int number) {
        if (free == NONE) {
            if (next.length == MOST_CHUNKS) {
                return NONE;
            }
            grow();
        }
        int chunk = free;
        free = next[chunk];
        taken++;
        base[chunk] = number;
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

    /** Where a span stands that has this number in its request and is in this chunk. */
    static int span(int chunk, int number) {
        return chunk << CHUNK_BITS | number & CHUNK - 1;
    }

    /** Whether a request that has so many spans has filled its last chunk. */
    static boolean isFull(int spans) {
        return (spans & CHUNK - 1) == 0;
    }

    /** The spans of a request in their order, with parents by number; those that are under way end at no time. */
    long[] copy(int first, int spans) {
        long[] copy = new long[spans * WORDS];
        int chunk = first;
        for (int number = 0; number < spans; number += CHUNK) {
            int count = Math.min(CHUNK, spans - number) * WORDS;
            System.arraycopy(words, (chunk << CHUNK_BITS) * WORDS, copy, number * WORDS, count);
            chunk = next[chunk];
        }
        for (int at = 0; at < copy.length; at += WORDS) {
            int parent = (int) copy[at + PARENT];
            copy[at + PARENT] = parent == NONE ? NONE : base[parent >> CHUNK_BITS] + (parent & CHUNK - 1);
        }
        return copy;
    }

    private void grow() {
        int old = next.length;
        int size = Math.max(64, old * 2);
        words = Arrays.copyOf(words, size * CHUNK * WORDS);
        next = Arrays.copyOf(next, size);
        base = Arrays.copyOf(base, size);
        for (int chunk = size - 1; chunk >= old; chunk--) {
            next[chunk] = free;
            free = chunk;
        }
    }
}
