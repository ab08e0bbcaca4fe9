/** The page that is shown where no model is open: the examples with their pictures, the recent files, and how to begin. */
@NullMarked
package dev.blastradius.ui.start;

import org.jspecify.annotations.NullMarked;
