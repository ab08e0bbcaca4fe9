/** What happens on the canvas, without a screen: gestures as a state machine, what is seen of the drawing, and what lies over it. */
@NullMarked
package dev.blastradius.editor.board;

import org.jspecify.annotations.NullMarked;
