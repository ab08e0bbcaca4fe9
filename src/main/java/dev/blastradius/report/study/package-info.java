/** The chapters of a report that tell what a study found: the summary, and what was measured with its uncertainty. */
@NullMarked
package dev.blastradius.report.study;

import org.jspecify.annotations.NullMarked;
