/** What can be done to a run while it goes on, in the words and by the keys of the window. */
@NullMarked
package dev.blastradius.editor.live;

import org.jspecify.annotations.NullMarked;
