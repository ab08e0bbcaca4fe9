package dev.blastradius.ui.look;

/** Colours as eyes see them. A colour is red, green and blue from 0 to 1, as screens take them (sRGB). */
final class ColourMath {

    /**
     * What the eyes of somebody without one kind of cone see.
     *
     * <p>Matrices for linear red, green and blue at full severity: Machado, Oliveira and Fernandes, "A Physiologically-based Model
     * for Simulation of Color Vision Deficiency" (2009), table 1.
     */
    enum Eyes {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(double[] colour) {
            double[] in = {linear(colour[0]), linear(colour[1]), linear(colour[2])};
            double[] out = new double[3];
            for (int i = 0; i < 3; i++) {
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    sum += matrix[3 * i + j] * in[j];
                }
                out[i] = Math.max(0, Math.min(1, sum));
            }
            return out;
        }
    }

    private ColourMath() {}

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Contrast of two colours, 1 to 21: Web Content Accessibility Guidelines 2.2, "contrast ratio". */
    static double contrast(double[] a, double[] b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(double[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    /** How far two colours are apart for some eyes: the distance in CIELAB (1976) under daylight (D65); 2.3 is just noticeable. */
    static double distance(double[] a, double[] b, Eyes eyes) {
        double[] first = lab(eyes.see(a));
        double[] second = lab(eyes.see(b));
        return Math.sqrt(Math.pow(first[0] - second[0], 2)
                + Math.pow(first[1] - second[1], 2)
                + Math.pow(first[2] - second[2], 2));
    }

    private static double[] lab(double[] linear) {
        double x = curve((0.4124564 * linear[0] + 0.3575761 * linear[1] + 0.1804375 * linear[2]) / 0.95047);
        double y = curve(0.2126729 * linear[0] + 0.7151522 * linear[1] + 0.0721750 * linear[2]);
        double z = curve((0.0193339 * linear[0] + 0.1191920 * linear[1] + 0.9503041 * linear[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }

    /** A colour with a share of opacity over another. */
    static double[] over(double[] top, double opacity, double[] below) {
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = opacity * top[i] + (1 - opacity) * below[i];
        }
        return mixed;
    }
}
