/** Requests followed span by span, written as files that tracing tools open. */
@NullMarked
package dev.blastradius.io.trace;

import org.jspecify.annotations.NullMarked;
