package dev.blastradius.engine;

/**
 * What a random draw is for. Each draw of a request, call or attempt comes from a stream of its own, whose key is the key of that
 * request, call or attempt plus one of these: a draw more or less of one sort changes no draw of another. Arbitrary odd numbers,
 * far apart.
 */
final class Purpose {

    static final long INPUT_TOKENS = 0x1F83D9ABFB41BD6BL;
    static final long OUTPUT_TOKENS = 0x5BE0CD19137E2179L;
    static final long ACCEPTS_DEGRADED = 0x3C6EF372FE94F82BL;
    static final long INSTANCE = 0x510E527FADE682D1L;
    static final long OWN_TIME = 0x6A09E667F3BCC909L;
    static final long ERROR = 0x243F6A8885A308D3L;
    static final long HANG = 0x13198A2E03707345L;
    static final long NETWORK = 0x082EFA98EC4E6C89L;
    static final long LOST = 0x452821E638D01377L;
    static final long MAX_WAIT = 0x3F84D5B5B5470917L;
    static final long PROBABILITY = 0x1D481A22F3C4E9B5L;
    static final long COUNT = 0x2B7E151628AED2A7L;
    static final long BACKOFF = 0x6C8E9CF570932BD5L;
    static final long ARRIVALS = 0x0F6D8C1E2A4B5C6DL;
    static final long EXTRA_ARRIVALS = 0x7A5C3E1F9B8D6A4DL;
    static final long THINNING = 0x4E6B9C2D7F1A3E55L;
    static final long THINK = 0x2D9E3B7A6C5F8A13L;
    static final long USER_RETRY = 0x61C8864680B583EBL;
    static final long CUT = 0x38D01377BE5466CFL;
    static final long HIT = 0x34E90C6CC0AC29B7L;
    static final long GATE = 0x2545F4914F6CDD1DL;
    static final long ROUTE = 0x35A2D9C17B4E6F03L;
    static final long READINESS = 0x4CF5AD432745937FL;
    static final long COLD_START = 0x52DCE729DA3C2E91L;

    private Purpose() {}
}
