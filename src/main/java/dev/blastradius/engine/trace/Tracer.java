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
 * request has {@value SpanPool#MOST_IN_REQUEST} spans at the most. Where half of the pool is taken, for very many requests are under way,
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

    private static final long SALT = 0x5A6F3C1D9E8B7A25L;
    private static final int FOLLOWED_OF_EIGHT_WHEN_SCARCE = 4;
    private static final int NONE_FOLLOWED_FROM = 7;
    private static final long NOT_FOLLOWED = 1L << 62;

    private static final int FIELDS = 8;
    /** Changes with every request that has the slot. */
    private static final int STAMP = 0;
    /** How many spans it has. */
    private static final int COUNT = 1;
    /** Its last chunk of the pool; of a free slot, the next free one. */
    private static final int LAST = 2;

    private static final int FIRST = 3;
    /** 1 where there were more spans than there is room for. */
    private static final int TRUNCATED = 4;

    private final SpanPool pool = new SpanPool();
    private final Reservoir reservoir;
    private final TraceDecoder decoder;
    private final Ending ending = new Ending();

    /** What stands of each request that is followed, by its slot: {@link #FIELDS} ints. */
    private int[] slots = new int[0];

    private double[] dollars = new double[0];
    private int free = NONE;

    /**
     * A tracer for one replication.
     *
     * @param names what its numbers stand for
     * @param durationNanos how long requests arrive, as far as is known; it may become longer
     * @throws IllegalArgumentException where there are more policies than can be told apart
     */
    public Tracer(TraceNames names, long durationNanos) {
        if (names.results().size() > SpanPool.MOST_RESULTS) {
            throw new IllegalArgumentException("too many policies: " + names.policies());
        }
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
        int chunk = pool.take(NONE);
        if (chunk == NONE) {
            return NONE;
        }
        if (free == NONE) {
            grow();
        }
        int slot = free;
        int at = slot * FIELDS;
        free = slots[at + LAST];
        slots[at + FIRST] = chunk;
        slots[at + LAST] = chunk;
        slots[at + COUNT] = 1;
        slots[at + TRUNCATED] = 0;
        dollars[slot] = 0;
        write(SpanPool.span(chunk, 0), SpanPool.head(Kind.REQUEST.ordinal(), 0, client, 0, 0), now);
        return (long) slots[at + STAMP] << 32 | slot;
    }

    /** Whether a request is followed, and has not ended. */
    public boolean isFollowed(long trace) {
        return trace != NONE && slots[(int) trace * FIELDS + STAMP] == (int) (trace >>> 32);
    }

    /** The span of a request as a whole. */
    public int root(long trace) {
        return SpanPool.span(slots[(int) trace * FIELDS + FIRST], 0);
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
        int at = (int) trace * FIELDS;
        int number = slots[at + COUNT];
        int chunk = slots[at + LAST];
        if (parent == NONE || number == SpanPool.MOST_IN_REQUEST) {
            slots[at + TRUNCATED] = 1;
            return NONE;
        }
        if (SpanPool.isFull(number)) {
            chunk = pool.take(chunk);
            if (chunk == NONE) {
                slots[at + TRUNCATED] = 1;
                return NONE;
            }
            slots[at + LAST] = chunk;
        }
        slots[at + COUNT] = number + 1;
        int span = SpanPool.span(chunk, number);
        write(span, SpanPool.head(kind.ordinal(), parent, where, attempt, flags), now);
        return span;
    }

    private void write(int span, long head, long now) {
        long[] words = pool.words;
        int word = SpanPool.word(span);
        words[word + SpanPool.FROM] = now;
        words[word + SpanPool.TO] = SpanPool.OPEN;
        words[word + SpanPool.HEAD] = head;
        words[word + SpanPool.DETAIL] = 0;
    }

    /** A part of a request that is followed ends, unless it has already. */
    public void end(int span, int result, long now) {
        if (span == NONE) {
            return;
        }
        long[] words = pool.words;
        int word = SpanPool.word(span);
        if (words[word + SpanPool.TO] < 0) {
            words[word + SpanPool.TO] = now;
            words[word + SpanPool.HEAD] |= SpanPool.result(result);
        }
    }

    /**
     * Remembers a span, which has not ended, together with others.
     *
     * @param before the last of the others; {@link #NONE}: it is the first
     */
    public void chain(int span, int before) {
        pool.words[SpanPool.word(span) + SpanPool.TO] = SpanPool.OPEN - 1 - before;
    }

    /** Ends a span and those that it was remembered with. */
    public void endChain(int lastSpan, int result, long now) {
        int span = lastSpan;
        while (span != NONE) {
            int before = (int) (SpanPool.OPEN - 1 - pool.words[SpanPool.word(span) + SpanPool.TO]);
            end(span, result, now);
            span = before;
        }
    }

    /** Says of a span what its result is, however it ends. */
    public void setResult(int span, int result) {
        if (span != NONE) {
            pool.words[SpanPool.word(span) + SpanPool.HEAD] |= SpanPool.result(result);
        }
    }

    /** A span turns out to be about another place. */
    public void setPlace(int span, int where) {
        if (span != NONE) {
            int word = SpanPool.word(span) + SpanPool.HEAD;
            pool.words[word] = SpanPool.withWhere(pool.words[word], where);
        }
    }

    /** What an attempt is asked with. */
    public void setInput(int span, double tokens) {
        if (span != NONE) {
            pool.words[SpanPool.word(span) + SpanPool.DETAIL] = (long) Float.floatToRawIntBits((float) tokens) << 32;
        }
    }

    /** What an attempt is answered with, as far as that is billed: after {@link #setInput}, once. */
    public void setOutput(int span, double tokens) {
        if (span != NONE) {
            pool.words[SpanPool.word(span) + SpanPool.DETAIL] |= Float.floatToRawIntBits((float) tokens);
        }
    }

    /** Something is billed for work. */
    public void bill(long trace, int span, double price) {
        dollars[(int) trace] += price;
        if (span != NONE) {
            pool.words[SpanPool.word(span) + SpanPool.DETAIL] = Double.doubleToRawLongBits(price);
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
            int at = slot * FIELDS;
            pool.release(slots[at + FIRST], slots[at + LAST], slots[at + COUNT]);
            slots[at + STAMP]++;
            slots[at + LAST] = free;
            free = slot;
        }
    }

    private static long rank(long key) {
        return RandomStream.mix(key, SALT);
    }

    private KeptTrace copy(long trace, long rank, long number) {
        int slot = (int) trace;
        int at = slot * FIELDS;
        long[] words = pool.copy(slots[at + FIRST], slots[at + COUNT]);
        return new KeptTrace(rank, number, ending, dollars[slot], slots[at + TRUNCATED] == 0, words);
    }

    private KeptTrace rootOnly(long rank, long number) {
        long[] words = new long[SpanPool.WORDS];
        words[SpanPool.FROM] = ending.sent;
        words[SpanPool.TO] = SpanPool.OPEN;
        words[SpanPool.HEAD] = SpanPool.head(Kind.REQUEST.ordinal(), 0, ending.client, 0, 0);
        return new KeptTrace(rank, number, ending, 0, false, words);
    }

    /** The sample as it stands now. */
    public Traces traces() {
        return reservoir.traces(decoder);
    }

    private void grow() {
        int old = dollars.length;
        int size = Math.max(64, old * 2);
        slots = Arrays.copyOf(slots, size * FIELDS);
        dollars = Arrays.copyOf(dollars, size);
        for (int slot = size - 1; slot >= old; slot--) {
            slots[slot * FIELDS + LAST] = free;
            free = slot;
        }
    }
}
