package dev.blastradius.chart;

import java.awt.Color;

/**
 * Colours for a strength of 0 to 1, for light and for dark. Lightness goes evenly from that of the ground to the other end, so that the order
 * is seen by everybody, on a grey print too; the hue goes from yellow to red, which only helps. Colours are mixed in Oklab (Ottosson 2020, "A
 * perceptual color space for image processing").
 */
public enum HeatRamp {
    /** From nearly white by orange to a dark red. */
    LIGHT(0.985, 0.42, 85, 27),
    /** From nearly black by a dark red to a bright yellow. */
    DARK(0.255, 0.91, 20, 98);

    private static final double MOST_CHROMA = 0.165;
    private static final double LEAST_CHROMA = 0.012;
    private static final Color BLACK = Color.BLACK;
    private static final Color WHITE = Color.WHITE;

    private final double lightnessOfNone;
    private final double lightnessOfAll;
    private final double hueOfNone;
    private final double hueOfAll;

    HeatRamp(double lightnessOfNone, double lightnessOfAll, double hueOfNone, double hueOfAll) {
        this.lightnessOfNone = lightnessOfNone;
        this.lightnessOfAll = lightnessOfAll;
        this.hueOfNone = hueOfNone;
        this.hueOfAll = hueOfAll;
    }

    /** The ramp that goes with a theme. */
    public static HeatRamp of(ChartTheme theme) {
        return luminance(theme.background()) > 0.5 ? LIGHT : DARK;
    }

    /**
     * The colour of a strength.
     *
     * @param strength 0 to 1; what is beyond counts as the end
     */
    public Color color(double strength) {
        double s = Math.max(0, Math.min(1, strength));
        double lightness = lightnessOfNone + s * (lightnessOfAll - lightnessOfNone);
        double hue = Math.toRadians(hueOfNone + s * (hueOfAll - hueOfNone));
        // Near white and near black there is no room for colour.
        double room = 6.4 * lightness * (1 - lightness);
        double chroma = LEAST_CHROMA + (MOST_CHROMA - LEAST_CHROMA) * Math.min(1, room) * Math.min(1, 3 * s);
        return within(lightness, chroma, hue);
    }

    /** What is readable on the colour of a strength: black or white. */
    public Color textOn(double strength) {
        Color ground = color(strength);
        return contrast(ground, WHITE) >= contrast(ground, BLACK) ? WHITE : BLACK;
    }

    /** A colour as style sheets and pages write it: {@code "#5ba3dd"}. */
    public static String web(Color color) {
        return String.format("#%06x", color.getRGB() & 0xFFFFFF);
    }

    /** The colour with as much of the chroma as a screen can show. */
    private static Color within(double lightness, double chroma, double hue) {
        double c = chroma;
        for (int i = 0; i < 20; i++) {
            double[] linear = linear(lightness, c * Math.cos(hue), c * Math.sin(hue));
            if (isShown(linear)) {
                return new Color(channel(linear[0]), channel(linear[1]), channel(linear[2]));
            }
            c *= 0.9;
        }
        double[] grey = linear(lightness, 0, 0);
        return new Color(channel(grey[0]), channel(grey[1]), channel(grey[2]));
    }

    private static boolean isShown(double[] linear) {
        for (double each : linear) {
            if (each < -0.001 || each > 1.001) {
                return false;
            }
        }
        return true;
    }

    /** Linear sRGB of a colour in Oklab, by the matrices of its definition. */
    private static double[] linear(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** A channel of 0 to 255, by the transfer function of sRGB. */
    private static int channel(double linear) {
        double bounded = Math.max(0, Math.min(1, linear));
        double encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }

    /** The contrast of two colours, 1 to 21, as the Web Content Accessibility Guidelines 2.2 define it. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double luminance(Color color) {
        return 0.2126 * decoded(color.getRed())
                + 0.7152 * decoded(color.getGreen())
                + 0.0722 * decoded(color.getBlue());
    }

    private static double decoded(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
