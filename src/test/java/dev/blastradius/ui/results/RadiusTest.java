package dev.blastradius.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Names;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.io.Examples;
import org.junit.jupiter.api.Test;

class RadiusTest {

    private static final Names NAMES =
            new Names(Examples.load("rag-support-two-providers").pipeline());

    @Test
    void aLineSaysHowManyWereAffectedAndWhetherItRecovered() {
        assertEquals(
                "35 % affected, recovered in 7 of 10 after 95 s",
                Radius.statement(HandMadeDamage.radius(0.3, Proportion.of(7, 10, 0.95))));
        assertEquals(
                "35 % affected, recovered in 0 of 10",
                Radius.statement(HandMadeDamage.radius(0.3, Proportion.of(0, 10, 0.95))));
        assertEquals("35 % affected", Radius.statement(HandMadeDamage.radius(0.3, null)));
    }

    @Test
    void itsDetailGoesByClient() {
        String detail = Radius.detail(HandMadeDamage.radius(0.3, null), NAMES);
        assertTrue(detail.contains("Visitors' chat: 35 % affected; "), detail);
        assertTrue(detail.contains("Recovery cannot be told"), detail);
    }
}
