package dev.blastradius.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Episodes.Choice;
import dev.blastradius.report.finding.Finding.OfComparison;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs of a comparison are looked at closely. */
class EpisodesTest {

    private static List<Choice> chosen(OfComparison of) {
        return Episodes.of(of.arms(), of.study(), of.baseline());
    }

    private static List<String> names(OfComparison of) {
        return chosen(of).stream()
                .map(choice -> choice.spec().scenarioId() + " " + choice.spec().strategyId())
                .toList();
    }

    @Test
    void ofEachScenarioTheyAreTheBaselineAndThenTheStrategyWithTheMostGoodput() {
        OfComparison of =
                Studies.comparison(Studies.BILLED, 2, List.of("down", "half"), List.of("as-drawn", "same", "spare"));
        assertEquals(List.of("down as-drawn", "down spare", "half as-drawn", "half spare"), names(of));
        for (Choice choice : chosen(of)) {
            assertEquals(choice.spec().scenarioId(), choice.result().scenario());
            assertEquals(choice.spec().strategyId(), choice.result().strategy());
        }
    }

    @Test
    void aBaselineThatIsBestIsLookedAtOnce() {
        OfComparison of = Studies.comparison(Studies.BILLED, 2, List.of("down"), List.of("spare", "as-drawn"));
        assertEquals(List.of("down spare"), names(of));
    }

    @Test
    void whereNothingIsBrokenItIsTheBaselineWithoutFaults() {
        OfComparison of = Studies.comparison(Studies.BILLED, 2, List.of(), List.of("as-drawn", "spare"));
        assertEquals(List.of("null as-drawn"), names(of));
        assertSame(of.study().arms().get(0).twin(), chosen(of).get(0).result());
    }
}
