package dev.blastradius.engine.trace;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of a replication's requests are kept: a random sample of each stratum, that is, of each of up to {@value #STRETCHES} stretches of
 * time, by arrival, and each sort of ending in it (the outcome; whether late and wrong; of failures, how they failed). Of a stratum those stay whose
 * random ranks are the lowest, at most {@value #MOST_OF_A_STRATUM}; where there are too many in all, the fullest stratum gives one up. So every sort of ending is there, however rare, and
 * each stretch of time; within a stratum each request is as likely as any other. Ranks follow from the requests' own keys: the same seed
 * gives the same sample, and strategies that are compared tend to show the same requests.
 *
 * <p>Holds {@value #MOST_TRACES} traces and {@value #MOST_SPANS} spans at the most: some 10 MB, and twice as much again where all have been decoded.
 */
final class Reservoir {

    static final int MOST_TRACES = 4000;
    static final int MOST_SPANS = 200_000;
    static final int STRETCHES = 64;
    static final int MOST_OF_A_STRATUM = 125;

    private static final int OUTCOMES = RequestOutcome.values().length;
    private static final int FAILURES = CallOutcome.values().length + 2;
    private static final int SORTS = OUTCOMES * 4 + FAILURES;
    private static final int FIRST_SIZE = 8;

    /** By stratum, that is stretch and sort: what is kept, as a heap with the highest rank on top. */
    private final @Nullable KeptTrace[][] heaps = new @Nullable KeptTrace[STRETCHES * SORTS][];

    private final int[] sizes = new int[STRETCHES * SORTS];
    /** By stratum: a rank from which on nothing is kept, for it would have been given up. */
    private final long[] bounds = new long[STRETCHES * SORTS];

    private final long[] seen = new long[OUTCOMES];
    private long stretchNanos;
    private long ended;
    private int traces;
    private int spans;
    /** No stratum has more. */
    private int most;
    /** The stratum that was last found to have so many. */
    private int fullest;

    Reservoir(long durationNanos) {
        stretchNanos = Math.max(1, (durationNanos + STRETCHES - 1) / STRETCHES);
        Arrays.fill(heaps, new KeptTrace[0]);
        Arrays.fill(bounds, Long.MAX_VALUE);
    }

    /** Counts a request that has ended. Returns its number. */
    long seen(RequestOutcome outcome) {
        seen[outcome.ordinal()]++;
        return ended++;
    }

    /** Whether a request is to be kept. */
    boolean accepts(Ending ending, long rank) {
        int stratum = stratum(ending);
        if (rank >= bounds[stratum]) {
            return false;
        }
        int room = isFull() ? Math.min(most, MOST_OF_A_STRATUM) : MOST_OF_A_STRATUM;
        if (sizes[stratum] < room || rank < top(stratum).rank) {
            return true;
        }
        bounds[stratum] = rank;
        return false;
    }

    private boolean isFull() {
        return traces >= MOST_TRACES || spans >= MOST_SPANS;
    }

    private int stratum(Ending ending) {
        while (ending.sent / stretchNanos >= STRETCHES) {
            widen();
        }
        int stretch = (int) (ending.sent / stretchNanos);
        int sort = ending.outcome == RequestOutcome.FAILED
                ? OUTCOMES * 4 + ending.causeFailure
                : ending.outcome.ordinal() * 4 + (ending.late ? 2 : 0) + (ending.wrong ? 1 : 0);
        return stretch * SORTS + sort;
    }

    /** Keeps a request that was accepted. */
    void keep(Ending ending, KeptTrace trace) {
        int stratum = stratum(ending);
        add(stratum, trace);
        while (sizes[stratum] > MOST_OF_A_STRATUM) {
            giveUp(stratum);
        }
        while (traces > MOST_TRACES || spans > MOST_SPANS) {
            giveUp(fullest());
        }
    }

    /** A stratum that is as full as any. Goes on from where it was found the last time. */
    private int fullest() {
        int looked = 0;
        while (sizes[fullest] < most) {
            fullest = fullest + 1 == sizes.length ? 0 : fullest + 1;
            if (++looked == sizes.length) {
                most--;
                looked = 0;
            }
        }
        return fullest;
    }

    private KeptTrace top(int stratum) {
        return at(stratum, 0);
    }

    private KeptTrace at(int stratum, int place) {
        return java.util.Objects.requireNonNull(heaps[stratum][place]);
    }

    private void add(int stratum, KeptTrace trace) {
        int place = sizes[stratum]++;
        most = Math.max(most, sizes[stratum]);
        if (place == heaps[stratum].length) {
            heaps[stratum] = Arrays.copyOf(heaps[stratum], Math.max(FIRST_SIZE, 2 * place));
        }
        traces++;
        spans += trace.spans();
        while (place > 0 && at(stratum, (place - 1) / 2).rank < trace.rank) {
            heaps[stratum][place] = at(stratum, (place - 1) / 2);
            place = (place - 1) / 2;
        }
        heaps[stratum][place] = trace;
    }

    /** Gives up a stratum's highest rank: from it on nothing more is kept there. */
    private void giveUp(int stratum) {
        KeptTrace top = top(stratum);
        bounds[stratum] = top.rank;
        traces--;
        spans -= top.spans();
        int size = --sizes[stratum];
        KeptTrace moved = at(stratum, size);
        heaps[stratum][size] = null;
        if (size == 0) {
            return;
        }
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && at(stratum, child + 1).rank > at(stratum, child).rank) {
                child++;
            }
            if (at(stratum, child).rank <= moved.rank) {
                break;
            }
            heaps[stratum][place] = at(stratum, child);
            place = child;
        }
        heaps[stratum][place] = moved;
    }

    /** Time has come to be longer than was known: each two stretches become one. */
    private void widen() {
        stretchNanos *= 2;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            for (int sort = 0; sort < SORTS; sort++) {
                int one = 2 * stretch * SORTS + sort;
                merge(stretch * SORTS + sort, one, one + SORTS);
            }
        }
    }

    private void merge(int into, int one, int other) {
        if (one >= sizes.length) {
            sizes[into] = 0;
            heaps[into] = new KeptTrace[0];
            bounds[into] = Long.MAX_VALUE;
            return;
        }
        @Nullable KeptTrace[] first = heaps[one];
        @Nullable KeptTrace[] second = heaps[other];
        bounds[into] = Math.min(bounds[one], bounds[other]);
        int firstSize = sizes[one];
        int secondSize = sizes[other];
        heaps[into] = new KeptTrace[0];
        sizes[into] = 0;
        again(into, first, firstSize);
        again(into, second, secondSize);
    }

    private void again(int stratum, @Nullable KeptTrace[] heap, int size) {
        for (int place = 0; place < size; place++) {
            KeptTrace trace = java.util.Objects.requireNonNull(heap[place]);
            traces--;
            spans -= trace.spans();
            if (trace.rank < bounds[stratum]) {
                add(stratum, trace);
            }
        }
    }

    /** What is kept now. */
    Traces traces(TraceDecoder decoder) {
        List<RequestTrace> kept = new ArrayList<>(traces);
        for (int stratum = 0; stratum < heaps.length; stratum++) {
            for (int place = 0; place < sizes[stratum]; place++) {
                kept.add(at(stratum, place).decoded(decoder));
            }
        }
        kept.sort(Comparator.comparingDouble(RequestTrace::sent).thenComparingLong(RequestTrace::number));
        Map<RequestOutcome, Long> counts = new EnumMap<>(RequestOutcome.class);
        for (RequestOutcome outcome : RequestOutcome.values()) {
            if (seen[outcome.ordinal()] > 0) {
                counts.put(outcome, seen[outcome.ordinal()]);
            }
        }
        return new Traces(kept, Collections.unmodifiableMap(counts));
    }
}
