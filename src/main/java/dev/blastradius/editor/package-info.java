/** What the canvas and the inspector do, without a screen: the open model, the selection, every edit, undo and redo. */
@NullMarked
package dev.blastradius.editor;

import org.jspecify.annotations.NullMarked;
