/** Statistics over replications: intervals, tests, and what may be said of them. Knows nothing of pipelines. */
@NullMarked
package dev.blastradius.experiment.inference;

import org.jspecify.annotations.NullMarked;
