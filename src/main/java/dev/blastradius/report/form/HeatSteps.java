package dev.blastradius.report.form;

import dev.blastradius.chart.HeatRamp;

/** The shades of a table's cells in steps, each a class of the style sheet. */
final class HeatSteps {

    private static final int STEPS = 20;

    private HeatSteps() {}

    /** The class of a cell. @param heat 0 to 1; what is beyond counts as the end */
    static String nameOf(double heat) {
        return name((int) Math.round(STEPS * Math.max(0, Math.min(1, heat))));
    }

    /** The rules for all classes. */
    static String rules(HeatRamp ramp) {
        StringBuilder rules = new StringBuilder();
        for (int step = 0; step <= STEPS; step++) {
            double strength = step / (double) STEPS;
            rules.append("td.").append(name(step)).append(", th.").append(name(step));
            rules.append(" { background-color: ").append(HeatRamp.web(ramp.color(strength)));
            rules.append("; color: ")
                    .append(HeatRamp.web(ramp.textOn(strength)))
                    .append("; }\n");
        }
        return rules.toString();
    }

    private static String name(int step) {
        return "heat-" + step;
    }
}
