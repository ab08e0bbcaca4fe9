/** The page of a pipeline's limits: sweeps over numbers of the model, and the value at which it no longer recovers. */
@NullMarked
package dev.blastradius.ui.limits;

import org.jspecify.annotations.NullMarked;
