/** A recording as a moving picture: an animated GIF, or numbered PNG files. */
@NullMarked
package dev.blastradius.ui.cascade.frames;

import org.jspecify.annotations.NullMarked;
