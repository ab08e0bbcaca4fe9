/** The sampled requests of a replication as a list with filters, and what one of them went through as a waterfall. */
@NullMarked
package dev.blastradius.ui.cascade.requests;

import org.jspecify.annotations.NullMarked;
