/** The program's entry. */
@NullMarked
package dev.blastradius.app;

import org.jspecify.annotations.NullMarked;
