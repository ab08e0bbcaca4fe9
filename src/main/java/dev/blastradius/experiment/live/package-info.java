/** Replications at which somebody looks while they go on, and in which things are broken and mended meanwhile. */
@NullMarked
package dev.blastradius.experiment.live;

import org.jspecify.annotations.NullMarked;
