/** The kernel: the clock with its list of future events, random streams, and the sampling of distributions. */
@NullMarked
package dev.blastradius.sim;

import org.jspecify.annotations.NullMarked;
