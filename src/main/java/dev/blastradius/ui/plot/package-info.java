/** Grids of coloured numbers and curves over a parameter, for pages that study a model: they know what is drawn, not what it is about. */
@NullMarked
package dev.blastradius.ui.plot;

import org.jspecify.annotations.NullMarked;
