/** The canvas: boxes and arrows as nodes, and the gestures on them. */
@NullMarked
package dev.blastradius.ui.canvas;

import org.jspecify.annotations.NullMarked;
