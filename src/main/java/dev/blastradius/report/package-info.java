/** Reports: what was found out, put together from its chapters and written as a file. */
@NullMarked
package dev.blastradius.report;

import org.jspecify.annotations.NullMarked;
