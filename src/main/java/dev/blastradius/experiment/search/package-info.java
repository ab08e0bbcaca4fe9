/** Where a pipeline's limits lie: runs at many values of a parameter, and the search for the one at which it no longer recovers. */
@NullMarked
package dev.blastradius.experiment.search;

import org.jspecify.annotations.NullMarked;
