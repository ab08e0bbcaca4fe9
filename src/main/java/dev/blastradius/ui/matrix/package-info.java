/** The page of the blast-radius matrix: each component failing in turn, and which client it costs what. */
@NullMarked
package dev.blastradius.ui.matrix;

import org.jspecify.annotations.NullMarked;
