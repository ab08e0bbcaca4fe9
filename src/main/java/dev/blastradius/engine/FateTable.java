package dev.blastradius.engine;

/** Fates by 64-bit keys that are random already: open addressing in two arrays, at most half full. */
final class FateTable {

    private long[] keys = new long[64];
    private byte[] fates = new byte[64];
    private int size;

    void put(long key, int fate) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        size += fates[slot] == Fate.NONE ? 1 : 0;
        keys[slot] = key;
        fates[slot] = (byte) fate;
    }

    /** The fate of a key; {@link Fate#NONE} where it is not there. */
    int get(long key) {
        return fates[slot(key)];
    }

    /** Where a key is, or where it would be put. */
    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (fates[slot] != Fate.NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldFates = fates;
        keys = new long[2 * oldKeys.length];
        fates = new byte[2 * oldFates.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldFates[i] != Fate.NONE) {
                put(oldKeys[i], oldFates[i]);
            }
        }
    }
}
