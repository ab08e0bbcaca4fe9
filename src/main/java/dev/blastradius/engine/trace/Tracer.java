package dev.blastradius.engine.trace;

import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.RandomStream;
import java.util.Arrays;

/**
 * Follows every request of one replication, span by span, and keeps a sample of them. While a request is under way its spans lie in a
 * pool; when it has ended, {@link Reservoir} says whether it stays. What goes on after its request has ended is not followed further.
 *
 * <p>Memory is bounded, whatever the run: {@value SpanPool#MOST_SPANS} spans under way and what {@link Reservoir} holds. A
 * request has {@value #MOST_SPANS_OF_A_REQUEST} spans at the most. Where half of the pool is taken, for very many requests are under way,
 * only every eighth that comes is followed, and none where little is left; such a one is sampled without its spans, where its stratum has
 * no other.
 *
 * <p>It draws nothing from the simulation's streams and changes nothing in it; it allocates nothing but what the pool and the sample grow
 * by. Times are in nanoseconds. Used by one thread; {@link #traces} is for any moment between two events.
 */
public final class Tracer {

    /** Nothing: a request that is not followed, or a span that is not there. */
    public static final int NONE = -1;

    /** The result of a span that has none. */
    public static final int NO_RESULT = 0;

    /** The result of what nobody wants any more. */
    public static final int ABANDONED = 1 + CallOutcome.values().length;

    /** It was sent beside another attempt. */
    public static final int HEDGE = SpanPool.HEDGE;

    /** It goes to a fallback. */
    public static final int FALLBACK = SpanPool.FALLBACK;

    /** More are not kept of one request. */
    static final int MOST_SPANS_OF_A_REQUEST = 256;

    private static final long SALT = 0x5A6F3C1D9E8B7A25L;
    private static final int FOLLOWED_OF_EIGHT_WHEN_SCARCE = 4;
    private static final int NONE_FOLLOWED_FROM = 7;
    private static final long NOT_FOLLOWED = 1L << 62;

    private final SpanPool pool = new SpanPool();
    private final Reservoir reservoir;
    private final TraceDecoder decoder;
    private final Ending ending = new Ending();

    /** By slot of a request that is followed. */
    private int[] stamp = new int[0];

    private int[] first = new int[0];
    private int[] last = new int[0];
    private int[] count = new int[0];
    private boolean[] truncated = new boolean[0];
    private double[] dollars = new double[0];
    private int[] nextFree = new int[0];
    private int free = NONE;

    /**
     * A tracer for one replication.
     *
     * @param names what its numbers stand for
     * @param durationNanos how long requests arrive, as far as is known; it may become longer
     */
    public Tracer(TraceNames names, long durationNanos) {
        reservoir = new Reservoir(durationNanos);
        decoder = new TraceDecoder(names);
    }

    /** The number of a call's outcome as the result of a span. */
    public static int result(int outcome) {
        return 1 + outcome;
    }

    /** The number of a policy, by its place in {@link TraceNames#policies}, as the result of a span. */
    public static int policy(int number) {
        return ABANDONED + 1 + number;
    }

    /**
     * A request arrives.
     *
     * @param key its random key
     * @param client its client's number among the components
     * @return what it is followed by; {@link #NONE} where it is not
     */
    public long begin(long key, int client, long now) {
        int eighths = pool.eighthsTaken();
        if (eighths >= FOLLOWED_OF_EIGHT_WHEN_SCARCE && (eighths >= NONE_FOLLOWED_FROM || (rank(key) & 7) != 0)) {
            return NONE;
        }
        int chunk = pool.take(NONE, 0);
        if (chunk == NONE) {
            return NONE;
        }
        if (free == NONE) {
            grow();
        }
        int slot = free;
        free = nextFree[slot];
        first[slot] = chunk;
        last[slot] = chunk;
        count[slot] = 1;
        truncated[slot] = false;
        dollars[slot] = 0;
        write(SpanPool.span(chunk, 0), NONE, SpanPool.head(Kind.REQUEST.ordinal(), client, 0, 0), now);
        return (long) stamp[slot] << 32 | slot;
    }

    /** Whether a request is followed, and has not ended. */
    public boolean isFollowed(long trace) {
        return trace != NONE && stamp[(int) trace] == (int) (trace >>> 32);
    }

    /** The span of a request as a whole. */
    public int root(long trace) {
        return SpanPool.span(first[(int) trace], 0);
    }

    /**
     * A part of a request that is followed begins.
     *
     * @param parent what it is part of; {@link #NONE}: something that was not kept, and so is this
     * @param kind what it is
     * @param where the place that it is about, by its number in {@link TraceNames#places}
     * @param attempt of a part of a call: which attempt it belongs to
     * @param flags {@link #HEDGE}, {@link #FALLBACK} or both; else 0
     * @return the span; {@link #NONE} where there is no room for it
     */
    public int begin(long trace, int parent, Kind kind, int where, int attempt, int flags, long now) {
        int slot = (int) trace;
        int number = count[slot];
        int chunk = last[slot];
        if (parent == NONE || number == MOST_SPANS_OF_A_REQUEST) {
            truncated[slot] = true;
            return NONE;
        }
        if (SpanPool.isFull(number)) {
            chunk = pool.take(chunk, number);
            if (chunk == NONE) {
                truncated[slot] = true;
                return NONE;
            }
            last[slot] = chunk;
        }
        count[slot] = number + 1;
        int span = SpanPool.span(chunk, number);
        write(span, parent, SpanPool.head(kind.ordinal(), where, attempt, flags), now);
        return span;
    }

    private void write(int span, int parent, long head, long now) {
        long[] words = pool.words;
        int word = span * SpanPool.WORDS;
        words[word + SpanPool.FROM] = now;
        words[word + SpanPool.TO] = SpanPool.OPEN;
        words[word + SpanPool.HEAD] = head;
        words[word + SpanPool.PARENT] = parent;
        words[word + SpanPool.FIRST] = 0;
        words[word + SpanPool.SECOND] = 0;
    }

    /** A part of a request that is followed ends, unless it has already. */
    public void end(int span, int result, long now) {
        if (span == NONE) {
            return;
        }
        long[] words = pool.words;
        int word = span * SpanPool.WORDS;
        if (words[word + SpanPool.TO] < 0) {
            words[word + SpanPool.TO] = now;
            words[word + SpanPool.HEAD] |= SpanPool.withResult(0, result);
        }
    }

    /**
     * Remembers a span, which has not ended, together with others.
     *
     * @param before the last of the others; {@link #NONE}: it is the first
     */
    public void chain(int span, int before) {
        pool.words[span * SpanPool.WORDS + SpanPool.TO] = SpanPool.OPEN - 1 - before;
    }

    /** Ends a span and those that it was remembered with. */
    public void endChain(int lastSpan, int result, long now) {
        int span = lastSpan;
        while (span != NONE) {
            int before = (int) (SpanPool.OPEN - 1 - pool.words[span * SpanPool.WORDS + SpanPool.TO]);
            end(span, result, now);
            span = before;
        }
    }

    /** Says of a span what its result is, however it ends. */
    public void setResult(int span, int result) {
        if (span != NONE) {
            pool.words[span * SpanPool.WORDS + SpanPool.HEAD] |= SpanPool.withResult(0, result);
        }
    }

    /** A span turns out to be about another place. */
    public void setPlace(int span, int where) {
        if (span != NONE) {
            int word = span * SpanPool.WORDS + SpanPool.HEAD;
            pool.words[word] = SpanPool.withWhere(pool.words[word], where);
        }
    }

    /** The place that a span is about; {@link #NONE} where there is no span. */
    public int place(int span) {
        return span == NONE ? NONE : SpanPool.where(pool.words[span * SpanPool.WORDS + SpanPool.HEAD]);
    }

    /** What an attempt is asked with. */
    public void setInput(int span, double tokens) {
        if (span != NONE) {
            pool.words[span * SpanPool.WORDS + SpanPool.FIRST] = Double.doubleToRawLongBits(tokens);
        }
    }

    /** What an attempt is answered with, as far as that is billed. */
    public void setOutput(int span, double tokens) {
        if (span != NONE) {
            pool.words[span * SpanPool.WORDS + SpanPool.SECOND] = Double.doubleToRawLongBits(tokens);
        }
    }

    /** Something is billed for work. */
    public void bill(long trace, int span, double price) {
        dollars[(int) trace] += price;
        if (span != NONE) {
            pool.words[span * SpanPool.WORDS + SpanPool.FIRST] = Double.doubleToRawLongBits(price);
        }
    }

    /** What is to be filled in of a request that ends, before {@link #end(long)}. */
    public Ending ending() {
        return ending;
    }

    /**
     * A request has ended, as {@link #ending} says: it goes into the sample, or is forgotten.
     *
     * @param trace what it was followed by; {@link #NONE} where it was not
     */
    public void end(long trace) {
        boolean followed = isFollowed(trace);
        long rank = rank(ending.key) >>> 2 | (followed ? 0 : NOT_FOLLOWED);
        long number = reservoir.seen(ending.outcome);
        if (reservoir.accepts(ending, rank)) {
            reservoir.keep(ending, followed ? copy(trace, rank, number) : rootOnly(rank, number));
        }
        if (followed) {
            int slot = (int) trace;
            pool.release(first[slot], last[slot], count[slot]);
            stamp[slot]++;
            nextFree[slot] = free;
            free = slot;
        }
    }

    private static long rank(long key) {
        return RandomStream.mix(key, SALT);
    }

    private KeptTrace copy(long trace, long rank, long number) {
        int slot = (int) trace;
        long[] words = pool.copy(first[slot], count[slot]);
        return new KeptTrace(rank, number, ending, dollars[slot], !truncated[slot], words);
    }

    private KeptTrace rootOnly(long rank, long number) {
        long[] words = new long[SpanPool.WORDS];
        words[SpanPool.FROM] = ending.sent;
        words[SpanPool.TO] = SpanPool.OPEN;
        words[SpanPool.HEAD] = SpanPool.head(Kind.REQUEST.ordinal(), ending.client, 0, 0);
        words[SpanPool.PARENT] = NONE;
        return new KeptTrace(rank, number, ending, 0, false, words);
    }

    /** The sample as it stands now. */
    public Traces traces() {
        return reservoir.traces(decoder);
    }

    private void grow() {
        int old = stamp.length;
        int size = Math.max(64, old * 2);
        stamp = Arrays.copyOf(stamp, size);
        first = Arrays.copyOf(first, size);
        last = Arrays.copyOf(last, size);
        count = Arrays.copyOf(count, size);
        truncated = Arrays.copyOf(truncated, size);
        dollars = Arrays.copyOf(dollars, size);
        nextFree = Arrays.copyOf(nextFree, size);
        for (int slot = size - 1; slot >= old; slot--) {
            nextFree[slot] = free;
            free = slot;
        }
    }
}
