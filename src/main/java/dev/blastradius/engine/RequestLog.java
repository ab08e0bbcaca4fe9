package dev.blastradius.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What became of every request of one replication, a byte each, so that another run on the same random streams can compare each request
 * with itself. A request is known by its client, its user where traffic is closed, its number there, and which of its user's attempts it
 * is. Grows by whole segments; written by one thread, then only read.
 */
public final class RequestLog {

    private static final int SEGMENT_BITS = 16;
    private static final int SEGMENT = 1 << SEGMENT_BITS;
    private static final int FIRST_OF_USER = 16;

    /** By client, of those without users: segments of requests in their order. */
    private final byte[][][] byNumber;
    /** By client and user: that user's requests in their order. */
    private final byte[][][] byUser;
    /** Second and further attempts of users, by their keys: few, where nothing fails. */
    private final FateTable again = new FateTable();

    private final long[] measured;
    private long good;
    private long ended;
    private double attemptsPerRequest = Double.NaN;

    RequestLog(int clients) {
        byNumber = new byte[clients][][];
        byUser = new byte[clients][][];
        measured = new long[clients];
        Arrays.fill(byNumber, new byte[0][]);
        Arrays.fill(byUser, new byte[0][]);
    }

    /** Notes the fate of a request that its user sent for the first time. */
    void put(int client, int user, long number, int fate) {
        count(client, fate);
        if (user == Jobs.NONE) {
            int segment = Math.toIntExact(number >>> SEGMENT_BITS);
            if (segment >= byNumber[client].length) {
                byNumber[client] = Arrays.copyOf(byNumber[client], segment + 1);
            }
            if (byNumber[client][segment] == null) {
                byNumber[client][segment] = new byte[SEGMENT];
            }
            byNumber[client][segment][(int) (number & (SEGMENT - 1))] = (byte) fate;
        } else {
            if (user >= byUser[client].length) {
                byUser[client] = Arrays.copyOf(byUser[client], Math.max(user + 1, 2 * byUser[client].length));
            }
            byte[] fates = byUser[client][user];
            int size = fates == null ? 0 : fates.length;
            if (number >= size) {
                int wanted = Math.max(Math.toIntExact(number) + 1, Math.max(FIRST_OF_USER, 2 * size));
                fates = fates == null ? new byte[wanted] : Arrays.copyOf(fates, wanted);
                byUser[client][user] = fates;
            }
            fates[(int) number] = (byte) fate;
        }
    }

    /** Notes the fate of a user's further attempt. */
    void putAgain(int client, long key, int fate) {
        count(client, fate);
        again.put(key, fate);
    }

    private void count(int client, int fate) {
        if (Fate.isMeasured(fate)) {
            measured[client]++;
            ended++;
            good += Fate.isGood(fate) ? 1 : 0;
        }
    }

    /** The fate of a request that its user sent for the first time; {@link Fate#NONE} where there was none such. */
    int get(int client, int user, long number) {
        if (client >= byNumber.length) {
            return Fate.NONE; // a client that people bring in during the outage
        }
        byte[] @Nullable [] rows = user == Jobs.NONE ? byNumber[client] : byUser[client];
        long row = user == Jobs.NONE ? number >>> SEGMENT_BITS : user;
        int place = user == Jobs.NONE ? (int) (number & (SEGMENT - 1)) : (int) number;
        if (row >= rows.length) {
            return Fate.NONE;
        }
        byte[] fates = rows[(int) row];
        return fates == null || place >= fates.length ? Fate.NONE : fates[place];
    }

    /** The fate of a user's further attempt; {@link Fate#NONE} where there was none such. */
    int getAgain(long key) {
        return again.get(key);
    }

    /** How many measured requests a client sent. */
    long measured(int client) {
        return client < measured.length ? measured[client] : 0;
    }

    /** Share of measured requests that were goodput; NaN where there were none. */
    double goodput() {
        return ended == 0 ? Double.NaN : (double) good / ended;
    }

    void setAttemptsPerRequest(double attempts) {
        attemptsPerRequest = attempts;
    }

    /** Attempts on all dependencies for a measured request; NaN where there were no requests. */
    double attemptsPerRequest() {
        return attemptsPerRequest;
    }
}
