/** The window's look: themes, icons, and the styles of its own. */
@NullMarked
package dev.blastradius.ui.look;

import org.jspecify.annotations.NullMarked;
