/** One replication's charts under each other, on the time axis that the whole cascade page shares. */
@NullMarked
package dev.blastradius.ui.cascade.charts;

import org.jspecify.annotations.NullMarked;
