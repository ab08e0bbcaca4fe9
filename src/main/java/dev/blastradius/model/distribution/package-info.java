/** The distributions of the model file, as immutable records: what they are, not how they are sampled. */
@NullMarked
package dev.blastradius.model.distribution;

import org.jspecify.annotations.NullMarked;
