package dev.blastradius.editor.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.experiment.cascade.Moment.Health;
import dev.blastradius.experiment.cascade.Onset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {

    private static final double NAN = Double.NaN;

    private static Moment.Box box(double utilisation, double queue, double failed, double quota) {
        return new Moment.Box(utilisation, 12, queue, 38, failed, quota, false);
    }

    private static Moment.Arrow arrow(double amplification, double open, double halfOpen, double fallbacks) {
        return new Moment.Arrow(38, 0.41, amplification, open, halfOpen, NAN, fallbacks, false);
    }

    @Test
    void theLevelRisesWithUtilisationAndNeverLeavesTheBox() {
        int before = -1;
        for (int i = 0; i <= 120; i++) {
            int level = BoxLook.of(box(i / 100.0, 0, 0, NAN)).level();
            assertTrue(level >= before && level <= 100, "at " + i + " %: " + level);
            before = level;
        }
        assertEquals(100, before);
    }

    @Test
    void aBoxWithoutServersHasNoLevel() {
        BoxLook look = BoxLook.of(box(NAN, 0, 0, NAN));
        assertEquals(-1, look.level());
        assertFalse(look.isFull());
        assertEquals("38/s", look.words());
    }

    @Test
    void whatIsSaidOfABoxIsWhatIsNotAsItShouldBe() {
        BoxLook well = BoxLook.of(box(0.5, 0.2, 0.004, 0.3));
        assertEquals("", well.failing());
        assertEquals("", well.waiting());
        assertEquals("", well.quotaWords());
        BoxLook ill = BoxLook.of(box(1, 37, 0.41, 0.97));
        assertEquals("41 % failed", ill.failing());
        assertEquals("37 waiting", ill.waiting());
        assertEquals("quota 97 %", ill.quotaWords());
        assertTrue(ill.isFull());
    }

    @Test
    void twiceAsMuchTrafficIsNeverThinnerAndADecadeIsAlwaysAsMuchWider() {
        double before = 0;
        for (double rate = 0; rate < 1e6; rate = rate * 2 + 0.01) {
            double width = ArrowLook.width(rate);
            assertTrue(width >= before && width <= ArrowLook.WIDEST, rate + "/s: " + width);
            before = width;
        }
        assertEquals(ArrowLook.THINNEST, ArrowLook.width(0));
        double oneDecade = ArrowLook.width(100) - ArrowLook.width(10);
        // Widths are multiples of a half.
        assertEquals(oneDecade, ArrowLook.width(1000) - ArrowLook.width(100), 0.5);
        assertTrue(oneDecade >= 2, "a decade must be seen");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN, NONE, ''",
        "0, 0, CLOSED, ''",
        "0, 0.5, HALF_OPEN, 50 %",
        "0, 1, HALF_OPEN, ''",
        "0.25, 0.75, OPEN, 25 %",
        "1, 0, OPEN, ''"
    })
    void breakersAreDrawnAsTheWorstOfThemStands(double open, double half, ArrowLook.Breaker breaker, String share) {
        ArrowLook look = ArrowLook.of(arrow(1, open, half, 0));
        assertEquals(breaker, look.breaker());
        assertEquals(share, look.breakerShare());
    }

    @Test
    void anArrowSaysItsAmplificationOnlyWhenItIsOne() {
        assertFalse(ArrowLook.of(arrow(ArrowLook.AMPLIFIED, NAN, NAN, 0)).amplified());
        assertFalse(ArrowLook.of(arrow(NAN, NAN, NAN, 0)).amplified());
        ArrowLook storm = ArrowLook.of(arrow(2.72, NAN, NAN, 3));
        assertTrue(storm.amplified());
        assertTrue(storm.standingIn());
        assertEquals("standing in 3.0/s\n2.7× attempts\n41 % failed", storm.caption());
    }

    @ParameterizedTest
    @CsvSource({"NaN, IDLE", "0, GOOD", "0.0049, GOOD", "0.005, HURT", "0.199, HURT", "0.2, BROKEN", "1, BROKEN"})
    void arrowsAndBoxesAreColouredByTheSameLimits(double failed, Health health) {
        assertEquals(health, BoxLook.of(box(0.5, 0, failed, NAN)).health());
        assertEquals(
                health,
                ArrowLook.of(new Moment.Arrow(1, failed, 1, NAN, NAN, NAN, 0, false))
                        .health());
    }

    @Test
    void onlyTheFirstEventsOfAPartAreMarkedInTheOrderOfTheirRanks() {
        List<Onset> onsets = new ArrayList<>();
        for (int rank = 1; rank <= 10; rank++) {
            onsets.add(new Onset(rank, rank, rank % 2 == 0 ? "even" : "odd", Onset.Limit.FAILING, "", NAN));
        }
        var marks = Marks.of(onsets);
        assertEquals(List.of("odd", "even"), List.copyOf(marks.keySet()));
        assertEquals(
                List.of(1, 3, 5), marks.get("odd").stream().map(Onset::rank).toList());
        assertEquals(Marks.MOST, marks.get("even").size());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.04, <0.1",
        "0.44, 0.4",
        "9.94, 9.9",
        "9.96, 10",
        "38.4, 38",
        "999.4, 999",
        "999.6, 1.0k",
        "1249, 1.2k",
        "21300, 21k",
        "999499, 999k",
        "1.2e6, 1.2M"
    })
    void countsAreShort(double count, String words) {
        assertEquals(words, Figure.count(count));
    }

    @ParameterizedTest
    @CsvSource({"NaN, –", "0, 0 %", "0.0004, 0.1 %", "0.41, 41 %", "0.9999, 99.9 %", "1, 100 %"})
    void aHundredPerCentIsSaidOnlyOfAll(double share, String words) {
        assertEquals(words, Figure.percent(share));
    }
}
