/** Numbers of a model file that can be set otherwise, for sweeps and tipping points: their paths, values and names. */
@NullMarked
package dev.blastradius.io.vary;

import org.jspecify.annotations.NullMarked;
