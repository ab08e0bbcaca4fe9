/** Pictures that leave the window: copied, or saved as SVG or PNG, from the menus of the charts and of the drawing. */
@NullMarked
package dev.blastradius.ui.picture;

import org.jspecify.annotations.NullMarked;
