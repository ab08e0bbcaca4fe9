/** The charts of one replication that was recorded step by step: what each is drawn of, and which there are. */
@NullMarked
package dev.blastradius.chart.cascade;

import org.jspecify.annotations.NullMarked;
