package dev.blastradius.chart;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours of a chart. Hues keep to those that colour-blind people tell apart (after Okabe and Ito, "Color Universal Design",
 * 2008): blues against yellows and vermilions, never red against green alone. The five outcomes differ in lightness too, so that
 * a grey print still shows which is which.
 *
 * @param background behind the whole chart
 * @param text titles and legends
 * @param muted axis labels and ticks
 * @param grid grid lines
 * @param fault what shades a fault's window
 * @param inks what the curves are drawn with; one for each ink
 */
public record ChartTheme(Color background, Color text, Color muted, Color grid, Color fault, Map<Ink, Color> inks) {

    /** Dark on white. */
    public static final ChartTheme LIGHT = new ChartTheme(
            new Color(0xFFFFFF),
            new Color(0x24292F),
            new Color(0x57606A),
            new Color(0xE3E7EB),
            new Color(0xCF222E),
            inks(
                    0x5BA3DD, 0xF2CE55, 0x2F8F77, 0xA8201A, 0xB9A0CC, 0x10161C, 0x0072B2, 0xD98A00, 0xB3361B, 0x0072B2,
                    0xE07B00, 0x9E1F17, 0xD4730A, 0x0072B2, 0x57606A, 0xA8327E, 0x3B434B, 0x046BAB, 0xE56435, 0x0A865C,
                    0x9F2C7A, 0x6E5502, 0x2F90C5, 0x7C4A28, 0x6F42C1, 0x727B01, 0x78828C, 0xBFD9CE, 0xE9B949, 0xB3361B,
                    0x0072B2, 0xB3361B, 0x0A865C, 0xD55E00, 0x3D8FC9, 0xE0A81B, 0x9F2C7A, 0x2A9D78, 0x7B5CB8, 0x8A5A33,
                    0x9AA52A, 0xA5AEB7));

    /** Light on near-black. */
    public static final ChartTheme DARK = new ChartTheme(
            new Color(0x0D1117),
            new Color(0xE6EDF3),
            new Color(0x9DA7B1),
            new Color(0x262C34),
            new Color(0xF85149),
            inks(
                    0x3F8FD2, 0xE3B93C, 0x2A8C74, 0xC9362B, 0xC3A6D8, 0xFFFFFF, 0x58A6FF, 0xF0B429, 0xFF7B54, 0x58A6FF,
                    0xFFA23A, 0xFF6A5E, 0xFFA23A, 0x58A6FF, 0x9DA7B1, 0xFF9BD6, 0xD3DAE1, 0x5AA7FF, 0xFF8A4C, 0x2FBF9B,
                    0xF695D2, 0xEDBE3A, 0x00DCF5, 0xC49A6C, 0x9978D6, 0xD5DE65, 0x7D8791, 0x24493F, 0xD9A62E, 0xE5533F,
                    0x5AA7FF, 0xFF7B54, 0x2FBF9B, 0xE8702A, 0x4C9BE0, 0xD9AE3C, 0xD873B5, 0x2FAF8C, 0x9978D6, 0xB58A5C,
                    0xB5C04A, 0x6B7580));

    public ChartTheme {
        inks = new EnumMap<>(inks);
    }

    /** The colour of an ink. */
    public Color color(Ink ink) {
        Color color = inks.get(ink);
        if (color == null) {
            throw new IllegalArgumentException("the theme has no " + ink);
        }
        return color;
    }

    /** The colour of an ink as style sheets and pages write it: {@code "#5ba3dd"}. */
    public String web(Ink ink) {
        return String.format("#%06x", color(ink).getRGB() & 0xFFFFFF);
    }

    private static Map<Ink, Color> inks(int... inOrder) {
        Map<Ink, Color> inks = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            inks.put(ink, new Color(inOrder[ink.ordinal()]));
        }
        return inks;
    }
}
