/** The blast-radius matrix: each component failing in turn, and which client it costs what. */
@NullMarked
package dev.blastradius.experiment.matrix;

import org.jspecify.annotations.NullMarked;
