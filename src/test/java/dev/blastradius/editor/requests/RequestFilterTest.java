package dev.blastradius.editor.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.RequestOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFilterTest {

    private static final RequestFilter NONE = RequestFilter.NONE;

    private final List<ListedRequest> all =
            ListedRequest.of(HandMadeTraces.traces().traces(), HandMadeTraces.PIPELINE);

    private List<Long> listed(RequestFilter filter) {
        return all.stream()
                .filter(filter.test())
                .map(each -> each.trace().number())
                .toList();
    }

    @Test
    void withoutAFilterAllAreListed() {
        assertEquals(List.of(0L, 1L, 2L, 3L), listed(NONE));
        assertTrue(NONE.isOff());
    }

    @Test
    void outcomesAddUp() {
        RequestFilter failed = NONE.with(RequestOutcome.FAILED, true);
        assertEquals(List.of(0L), listed(failed));
        assertEquals(List.of(0L, 2L), listed(failed.with(RequestOutcome.ABANDONED, true)));
        assertEquals(NONE, failed.with(RequestOutcome.FAILED, false));
    }

    @Test
    void clientCauseAndLatenessLeaveOthersOut() {
        assertEquals(List.of(2L, 3L), listed(NONE.withClient("staff")));
        assertEquals(List.of(0L), listed(NONE.withCause("sonnet/error")));
        assertEquals(List.of(1L), listed(NONE.withLate(true)));
        assertEquals(List.of(), listed(NONE.withWrong(true)));
    }

    @Test
    void boundsOfTheTimeThatWasTakenAreInclusive() {
        assertEquals(List.of(0L, 1L), listed(NONE.withTimes(6, 8)));
        assertEquals(List.of(2L), listed(NONE.withTimes(8.01, Double.NaN)));
        assertEquals(List.of(3L), listed(NONE.withTimes(Double.NaN, 5)));
    }

    @Test
    void atAMomentThoseAreListedThatWereUnderWay() {
        assertEquals(List.of(0L), listed(NONE.withMoment(600)));
        assertEquals(List.of(0L), listed(NONE.withMoment(606)));
        assertEquals(List.of(), listed(NONE.withMoment(607)));
        assertEquals(List.of(2L), listed(NONE.withMoment(650)));
    }

    @Test
    void textIsFoundInWhatARequestWentThrough() {
        assertEquals(List.of(0L), listed(NONE.withText(" SONNET ")));
        assertEquals(List.of(0L), listed(NONE.withText("circuitbreaker")));
        assertEquals(List.of(2L, 3L), listed(NONE.withText("support staff")));
        assertFalse(NONE.withText("x").isOff());
    }

    @Test
    void aRequestIsSaidInALine() {
        assertEquals(
                "Visitors' chat, its user's attempt 2, sent 10:00.00: failed of Sonnet: error after 6 s; "
                        + "2 attempts, 1,200 tokens asked and 300 to answer, $0.0125",
                all.get(0).line());
        assertEquals("ok, late", all.get(1).outcome());
        assertEquals("10:00.00", all.get(0).sent());
    }
}
