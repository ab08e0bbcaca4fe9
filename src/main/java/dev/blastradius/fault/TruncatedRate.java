package dev.blastradius.fault;

/** A stream that breaks off after a 200. */
final class TruncatedRate extends CutAnswers {

    TruncatedRate() {
        super("truncatedRate", "Share of answers cut part-way, billed so far");
    }
}
