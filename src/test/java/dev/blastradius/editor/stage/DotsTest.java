package dev.blastradius.editor.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.stage.Dots.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotsTest {

    private static final double FRAME = 1 / 60.0;

    private static Dots dots(int arrows) {
        double[] lengths = new double[arrows];
        Arrays.fill(lengths, 200);
        return new Dots(lengths);
    }

    @Test
    void anAttemptGoesFromCallerToCalleeAndIsGoneThen() {
        Dots dots = dots(1);
        dots.add(0, Kind.SENT, 1);
        dots.advance(FRAME);
        double before = -1;
        int frames = 0;
        while (dots.size() > 0) {
            assertTrue(dots.along(0) > before, "it never turns back");
            before = dots.along(0);
            dots.advance(FRAME);
            assertTrue(frames++ < 200, "it must arrive");
        }
        assertTrue(before > 0.9, "it goes to the end: " + before);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERED", "FAILED", "TIMED_OUT"})
    void whatComesBackGoesFromCalleeToCaller(Kind kind) {
        Dots dots = dots(1);
        dots.add(0, kind, 1);
        dots.advance(FRAME);
        assertEquals(1, dots.along(0), 1e-9);
        dots.advance(FRAME);
        assertTrue(dots.along(0) < 1);
    }

    @Test
    void aRefusedAttemptStaysAtTheCaller() {
        Dots dots = dots(1);
        dots.add(0, Kind.REFUSED, 1);
        dots.advance(FRAME);
        double furthest = 0;
        while (dots.size() > 0) {
            furthest = Math.max(furthest, dots.along(0));
            dots.advance(FRAME);
        }
        assertTrue(furthest > 0.05 && furthest < 0.35, "it bounces: " + furthest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 30, 1_000, 100_000, 1e7})
    void thereAreNeverMoreThanCanBeDrawn(double perSecond) {
        Dots dots = dots(80);
        for (int frame = 0; frame < 600; frame++) {
            for (int arrow = 0; arrow < 80; arrow++) {
                dots.add(arrow, Kind.SENT, perSecond * FRAME);
                dots.add(arrow, Kind.ANSWERED, perSecond * FRAME);
            }
            dots.advance(FRAME);
            assertTrue(dots.size() <= Dots.MOST);
        }
        assertTrue(dots.size() > 0);
    }

    @Test
    void whereMuchMovesADotStandsForMoreAndTheirNumberKeepsToTheNumberOfRequests() {
        Dots dots = dots(2);
        double[] shown = new double[2];
        for (int frame = 0; frame < 1200; frame++) {
            dots.add(0, Kind.SENT, 3_000 * FRAME);
            dots.add(1, Kind.SENT, 1_000 * FRAME);
            dots.advance(FRAME);
            if (frame > 300) {
                for (int i = 0; i < dots.size(); i++) {
                    shown[dots.arrow(i)]++;
                }
            }
        }
        assertTrue(dots.each() > 1);
        assertEquals(3, shown[0] / shown[1], 0.15);
    }

    @Test
    void aDotStandsForOneRequestAgainWhenThereIsRoom() {
        Dots dots = dots(1);
        for (int frame = 0; frame < 300; frame++) {
            dots.add(0, Kind.SENT, 100);
            dots.advance(FRAME);
        }
        assertTrue(dots.each() >= 10);
        for (int frame = 0; frame < 900; frame++) {
            dots.advance(FRAME);
        }
        assertEquals(1, dots.each());
        assertEquals(0, dots.size());
    }

    @Test
    void partsOfRequestsAddUpToADot() {
        Dots dots = dots(1);
        for (int i = 0; i < 9; i++) {
            dots.add(0, Kind.SENT, 0.1);
            dots.advance(1e-3);
        }
        assertEquals(0, dots.size());
        dots.add(0, Kind.SENT, 0.1);
        dots.advance(1e-3);
        assertEquals(1, dots.size());
    }

    @Test
    void anArrowThatIsNotThereHasNoDots() {
        Dots dots = dots(1);
        dots.add(-1, Kind.SENT, 5);
        dots.add(1, Kind.SENT, 5);
        dots.advance(FRAME);
        assertEquals(0, dots.size());
    }
}
