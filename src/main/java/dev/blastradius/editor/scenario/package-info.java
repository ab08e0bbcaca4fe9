/** Scenarios drawn on a timeline, without a screen: tracks, bars and flags, the gestures that move them, and what is asked of them. */
@NullMarked
package dev.blastradius.editor.scenario;

import org.jspecify.annotations.NullMarked;
