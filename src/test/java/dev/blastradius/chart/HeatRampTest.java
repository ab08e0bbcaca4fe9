package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatRampTest {

    /** Web Content Accessibility Guidelines 2.2, 1.4.3: text. */
    private static final double TEXT = 4.5;

    private static final int STEPS = 40;

    @ParameterizedTest
    @EnumSource(HeatRamp.class)
    void lightnessGoesOneWayOnlySoThatTheOrderIsSeenWithoutAnyHue(HeatRamp ramp) {
        double direction = Math.signum(luminance(ramp, 1) - luminance(ramp, 0));
        for (int i = 1; i <= STEPS; i++) {
            double step = luminance(ramp, i / (double) STEPS) - luminance(ramp, (i - 1) / (double) STEPS);
            assertTrue(direction * step > 0, ramp + " at " + i + ": " + step);
        }
    }

    @ParameterizedTest
    @EnumSource(HeatRamp.class)
    void numbersAreReadableOnEveryColour(HeatRamp ramp) {
        for (int i = 0; i <= STEPS; i++) {
            double strength = i / (double) STEPS;
            double contrast = HeatRamp.contrast(ramp.color(strength), ramp.textOn(strength));
            assertTrue(contrast >= TEXT, ramp + " at " + strength + ": " + contrast);
        }
    }

    @Test
    void noDamageLooksLikeTheGroundAndTheWorstStandsOutFromIt() {
        for (ChartTheme theme : new ChartTheme[] {ChartTheme.LIGHT, ChartTheme.DARK}) {
            HeatRamp ramp = HeatRamp.of(theme);
            double none = HeatRamp.contrast(ramp.color(0), theme.background());
            double all = HeatRamp.contrast(ramp.color(1), theme.background());
            assertTrue(none < 1.3, ramp + " " + none);
            assertTrue(all > 7, ramp + " " + all);
        }
    }

    @Test
    void whatIsBeyondTheEndsHasTheColourOfTheEnd() {
        assertEquals(HeatRamp.LIGHT.color(0), HeatRamp.LIGHT.color(-0.4));
        assertEquals(HeatRamp.DARK.color(1), HeatRamp.DARK.color(7));
    }

    @Test
    void aColourIsWrittenAsStyleSheetsWriteIt() {
        assertEquals("#0a00ff", HeatRamp.web(new Color(10, 0, 255)));
    }

    private static double luminance(HeatRamp ramp, double strength) {
        return HeatRamp.luminance(ramp.color(strength));
    }
}
