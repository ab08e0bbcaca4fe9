package dev.blastradius.report.study;

import dev.blastradius.chart.Plot;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.StrategyCharts;
import java.util.ArrayList;
import java.util.List;

/** Cost against goodput with every strategy in the legend: the window's page has one of its own beside it. */
final class Pareto {

    private Pareto() {}

    static Plot of(List<StrategyCharts.Entry> entries, List<StrategyCharts.Reference> references) {
        Plot plot = StrategyCharts.pareto(entries, references);
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (Line line : plot.lines()) {
            if (line.look() == Plot.Look.BARS && next < entries.size()) {
                lines.add(new Line(entries.get(next).name(), line.ink(), line.look(), line.points()));
                next++;
            } else {
                lines.add(line);
            }
        }
        return new Plot(
                plot.title(), plot.note(), plot.across(), plot.up(), lines, plot.zones(), plot.levels(), plot.empty());
    }
}
