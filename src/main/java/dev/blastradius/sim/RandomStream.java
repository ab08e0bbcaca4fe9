package dev.blastradius.sim;

/**
 * A stream of random numbers that is named by a 64-bit key: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
 * pseudorandom number generators") from that key. One object is given a new key again and again, so that every draw can
 * belong to its own request, station, purpose and attempt, at no cost. The same key gives the same bits on every machine.
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** The key of a child, such as a request's within a station's stream: far from its parent's and its siblings'. */
    public static long mix(long parent, long child) {
        return finish(finish(child + GOLDEN_GAMMA) + parent);
    }

    /** The key of a name: 64-bit FNV-1a over its UTF-16 units' bytes, finished as in {@link #mix}. */
    public static long key(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            hash = (hash ^ (unit & 0xff)) * 0x100000001b3L;
            hash = (hash ^ (unit >>> 8)) * 0x100000001b3L;
        }
        return finish(hash);
    }

    /** The finalizer of MurmurHash3: another one than that of the stream's own bits, lest draws equal children's keys. */
    private static long finish(long value) {
        long bits = value;
        bits = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return bits ^ (bits >>> 33);
    }

    /** Begins the stream of a key, and returns this. */
    public RandomStream start(long key) {
        state = key;
        return this;
    }

    /** 64 random bits. */
    public long bits() {
        state += GOLDEN_GAMMA;
        long bits = state;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    /** Uniform in (0, 1): an odd multiple of 2^-53, so never 0 or 1, and as likely as its distance from 1. */
    public double uniform() {
        return ((bits() >>> 11) | 1) * 0x1p-53;
    }

    /**
     * A whole number from 0 to bound - 1, each as likely to within 2^-32.
     *
     * @param bound above 0
     */
    public int below(int bound) {
        return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
    }

    /** Exponential with mean 1, by inversion of one uniform; larger uniforms give smaller values. */
    public double exponential() {
        return -StrictMath.log(uniform());
    }

    /** Normal with mean 0 and standard deviation 1, by inversion of one uniform; larger uniforms give larger values. */
    public double normal() {
        return NormalQuantile.of(uniform());
    }
}
