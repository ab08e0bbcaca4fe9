/** Pictures of distributions as numbers: how the density runs, and where the median and the 99th percentile lie. */
@NullMarked
package dev.blastradius.editor.density;

import org.jspecify.annotations.NullMarked;
