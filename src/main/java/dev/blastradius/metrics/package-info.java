/** What is measured while a run goes on: tallies, time averages, latency histograms, time series. */
@NullMarked
package dev.blastradius.metrics;

import org.jspecify.annotations.NullMarked;
