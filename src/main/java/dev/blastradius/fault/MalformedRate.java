package dev.blastradius.fault;

import dev.blastradius.model.CallOutcome;

/** Garbage after a 200: JSON that does not parse, a refusal where a result was asked for. */
final class MalformedRate extends SpoiltAnswers {

    MalformedRate() {
        super("malformedRate", CallOutcome.MALFORMED, "Share answered in full, billed, and found useless");
    }
}
