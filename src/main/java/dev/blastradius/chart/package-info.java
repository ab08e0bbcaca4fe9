/**
 * Pictures of a run's result. A {@link dev.blastradius.chart.ChartKind} turns a result into a {@link
 * dev.blastradius.chart.ChartSpec}, which is data; {@link dev.blastradius.chart.ChartPainter} paints it in a theme, on any
 * thread. What shows the picture, a window or a report, is not known here.
 */
@NullMarked
package dev.blastradius.chart;

import org.jspecify.annotations.NullMarked;
