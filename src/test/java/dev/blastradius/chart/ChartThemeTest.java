package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.RequestOutcome;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartThemeTest {

    static List<ChartTheme> themes() {
        return List.of(ChartTheme.LIGHT, ChartTheme.DARK);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theOutcomesDifferInLightnessSoThatAGreyPrintTellsThemApart(ChartTheme theme) {
        for (RequestOutcome one : RequestOutcome.values()) {
            for (RequestOutcome other : RequestOutcome.values()) {
                double difference =
                        Math.abs(lightness(theme.color(Ink.of(one))) - lightness(theme.color(Ink.of(other))));
                assertTrue(one == other || difference >= 3.5, one + " against " + other + ": " + difference);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyInkHasAColour(ChartTheme theme) {
        assertEquals(Ink.values().length, theme.inks().size());
    }

    @Test
    void aPageWritesAColourInSixDigits() {
        assertEquals("#5ba3dd", ChartTheme.LIGHT.web(Ink.OK));
    }

    /** L* of CIELAB, 0 to 100. */
    private static double lightness(Color color) {
        double y =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return 116 * Math.cbrt(y) - 16;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
