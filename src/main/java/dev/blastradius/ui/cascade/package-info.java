/** The page on which one replication is looked at moment by moment: its frame, and what is recorded for it. */
@NullMarked
package dev.blastradius.ui.cascade;

import org.jspecify.annotations.NullMarked;
