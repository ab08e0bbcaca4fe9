/** The components of a pipeline: one record for each kind, and the groups of parameters that kinds share. */
@NullMarked
package dev.blastradius.model.component;

import org.jspecify.annotations.NullMarked;
