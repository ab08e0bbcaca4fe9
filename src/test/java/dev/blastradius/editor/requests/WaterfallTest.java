package dev.blastradius.editor.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.requests.Waterfall.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    private final Waterfall waterfall = new Waterfall(HandMadeTraces.failed(), HandMadeTraces.PIPELINE);

    @Test
    void eachSpanStandsUnderWhatItIsPartOfInTheOrderOfTime() {
        assertEquals(
                List.of(
                        "0 Visitors' chat",
                        "1 call → Assistant: error",
                        "2 attempt 1 → Sonnet: timeout",
                        "2 back-off",
                        "2 attempt 2 → Sonnet: error",
                        "3 in the queue of Sonnet",
                        "3 work of Sonnet: error",
                        "2 refused by circuit breaker"),
                waterfall.rows().stream()
                        .map(row -> row.depth() + " " + row.label())
                        .toList());
    }

    @Test
    void partsOfAClosedSpanAreHidden() {
        waterfall.setClosed(4, true);
        List<Row> rows = waterfall.rows();
        assertEquals(6, rows.size());
        assertTrue(rows.get(4).isClosed());
        waterfall.setClosed(4, false);
        assertEquals(8, waterfall.rows().size());
    }

    @Test
    void theSpanThatItFailedOfIsKnown() {
        assertEquals(4, waterfall.cause());
        assertEquals(606, waterfall.end());
    }

    @Test
    void aRowsDetailHasItsExactValues() {
        assertEquals(
                "Attempt 2 → Sonnet: error, Assistant → Sonnet: 10:03.00 to 10:06.00 (3 s, 3 s after it was sent), asked with "
                        + "1,200 tokens, answered with 300, $0.0125; of this the request failed",
                waterfall.rows().get(4).detail());
        assertEquals(
                "Attempt 1 → Sonnet: timeout, Assistant → Sonnet: 10:00.50 to 10:06.00 (5.5 s, 500 ms after it was sent), asked "
                        + "with 1,200 tokens, answered with 0; it went on after the request had ended",
                waterfall.rows().get(2).detail());
        assertEquals(
                "Refused by circuit breaker, Assistant → GPT-5: 10:06.00 (6 s after it was sent)",
                waterfall.rows().get(7).detail());
    }
}
