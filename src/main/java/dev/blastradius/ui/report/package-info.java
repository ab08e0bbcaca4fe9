/** Saving what was found: as a report to hand on, and as numbers for other programs. */
@NullMarked
package dev.blastradius.ui.report;

import org.jspecify.annotations.NullMarked;
