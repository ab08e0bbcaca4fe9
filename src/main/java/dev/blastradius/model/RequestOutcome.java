package dev.blastradius.model;

import dev.blastradius.model.descriptor.Named;

/** What a client's request can end in; disjoint, and a closed set. */
public enum RequestOutcome implements Named {
    OK("ok", "Answered in full"),
    DEGRADED("degraded", "Answered by something of quality below 1, or without an optional part, and accepted"),
    DEFERRED("deferred", "Accepted by a queue and delivered in time"),
    FAILED("failed", "Answered with an error, or never"),
    ABANDONED("abandoned", "The user gave up first");

    private final Word word;

    RequestOutcome(String key, String meaning) {
        word = new Word(key, meaning);
    }

    @Override
    public Word word() {
        return word;
    }
}
