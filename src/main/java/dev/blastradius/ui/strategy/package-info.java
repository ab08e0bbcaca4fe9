/** Which strategy is seen and edited, in what it differs from the drawing, and what scenarios and strategies there are. */
@NullMarked
package dev.blastradius.ui.strategy;

import org.jspecify.annotations.NullMarked;
