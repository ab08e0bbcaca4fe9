/** The palette beside the drawing: every kind of component and every preset, to be dragged or typed into the model. */
@NullMarked
package dev.blastradius.ui.palette;

import org.jspecify.annotations.NullMarked;
