package dev.blastradius.fault;

import dev.blastradius.model.CallOutcome;

/** A confident wrong answer, which no check finds. */
final class WrongRate extends SpoiltAnswers {

    WrongRate() {
        super("wrongRate", CallOutcome.OK, "Share answered in full and wrongly, and nobody notices");
    }
}
