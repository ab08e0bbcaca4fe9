package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Ink;
import dev.blastradius.metrics.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Parts of a whole, stacked: the greatest ones each for itself, and the others together. */
final class Parts {

    private record Part(String name, IntToDoubleFunction value, double sum, int place) {}

    private final Steps steps;
    private final List<Part> parts = new ArrayList<>();

    Parts(Steps steps) {
        this.steps = steps;
    }

    /** Adds a part by its value in each step; one that is 0 all the time is not drawn. */
    void add(String name, IntToDoubleFunction value) {
        double sum = steps.sum(value);
        if (sum > 0) {
            parts.add(new Part(name, value, sum, parts.size()));
        }
    }

    /**
     * The curves: the greatest parts in the order in which they were added, each with the colour of its place among all, then the rest.
     *
     * @param most how many have a curve of their own at the most
     * @param factor from a value to what is drawn
     */
    List<Curve> stacked(int most, double factor) {
        List<Part> greatest = parts.stream()
                .sorted(Comparator.comparingDouble(Part::sum).reversed())
                .limit(parts.size() == most + 1 ? most + 1 : most)
                .sorted(Comparator.comparingInt(Part::place))
                .toList();
        List<Curve> curves = new ArrayList<>();
        for (Part part : greatest) {
            IntToDoubleFunction value = part.value();
            curves.add(curve(part.name(), Ink.part(curves.size()), value, factor));
        }
        List<Part> others =
                parts.stream().filter(part -> !greatest.contains(part)).toList();
        if (!others.isEmpty()) {
            curves.add(curve(
                    others.size() + " others",
                    Ink.REST,
                    step -> others.stream()
                            .mapToDouble(part -> part.value().applyAsDouble(step))
                            .sum(),
                    factor));
        }
        return curves;
    }

    private Curve curve(String name, Ink ink, IntToDoubleFunction value, double factor) {
        TimeSeries values = steps.values(step -> value.applyAsDouble(step) * factor);
        return new Curve(name, ink, Style.STACKED, values);
    }
}
