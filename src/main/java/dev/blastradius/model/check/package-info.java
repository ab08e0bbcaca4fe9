/** What must be true of a pipeline beyond the form of its file: references, calls, fallbacks, scenarios, and patches that fit. */
@NullMarked
package dev.blastradius.model.check;

import org.jspecify.annotations.NullMarked;
