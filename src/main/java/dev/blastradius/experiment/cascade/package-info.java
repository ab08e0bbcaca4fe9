/** One replication looked at closely: played back moment by moment, and asked what began where. */
@NullMarked
package dev.blastradius.experiment.cascade;

import org.jspecify.annotations.NullMarked;
