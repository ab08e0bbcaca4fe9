/** What a report rests on: the assumptions, the limits of the model, and how to run it again. */
@NullMarked
package dev.blastradius.report.basis;

import org.jspecify.annotations.NullMarked;
