package dev.blastradius.model;

import dev.blastradius.model.descriptor.Named;

/** What a call can end in; a closed set. */
public enum CallOutcome implements Named {
    OK("ok", "Answered"),
    ERROR("error", "Answered with an error (HTTP 5xx), or refused because nobody is there"),
    TIMEOUT("timeout", "No answer within the time that the caller gave it"),
    RATE_LIMITED("rateLimited", "Refused by the provider's limit (HTTP 429)"),
    REJECTED("rejected", "Refused for want of room: queue full, bulkhead full, breaker open, load shed"),
    MALFORMED("malformed", "Answered in full, and found useless"),
    TRUNCATED("truncated", "The answer broke off part-way"),
    UNAUTHORIZED("unauthorized", "Refused for want of valid credentials (HTTP 401, 403)");

    private final Word word;

    CallOutcome(String key, String meaning) {
        word = new Word(key, meaning);
    }

    @Override
    public Word word() {
        return word;
    }
}
