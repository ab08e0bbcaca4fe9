/** How a report says numbers, the same in every chapter. */
@NullMarked
package dev.blastradius.report.wording;

import org.jspecify.annotations.NullMarked;
