/** Requests followed one by one: what each went through, and a bounded sample of them. */
@NullMarked
package dev.blastradius.engine.trace;

import org.jspecify.annotations.NullMarked;
