/** The guided tour on the screen: a card beside the control that it speaks of, and a ring around that. */
@NullMarked
package dev.blastradius.ui.guide;

import org.jspecify.annotations.NullMarked;
