/** What a report is made from: the results of a command, and where they come from. */
@NullMarked
package dev.blastradius.report.finding;

import org.jspecify.annotations.NullMarked;
