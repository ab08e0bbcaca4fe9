/** Finding by typing: commands and choices by a few letters of their names, things of the model by anything that is said of them. */
@NullMarked
package dev.blastradius.editor.search;

import org.jspecify.annotations.NullMarked;
