/** The chapters of a report that say what was looked at: the pipeline, what was broken, and the strategies. */
@NullMarked
package dev.blastradius.report.subject;

import org.jspecify.annotations.NullMarked;
