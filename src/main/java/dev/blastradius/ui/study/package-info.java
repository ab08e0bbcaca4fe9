/** Pages that study a model as a whole, beside the drawing: many runs, compared with each other. */
@NullMarked
package dev.blastradius.ui.study;

import org.jspecify.annotations.NullMarked;
