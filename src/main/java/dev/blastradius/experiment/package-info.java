/** Experiments: replications on all cores, and the statistics over them. The only threads outside the window. */
@NullMarked
package dev.blastradius.experiment;

import org.jspecify.annotations.NullMarked;
