/** The geometry of a drawing: boxes, the arrows' ways around them, automatic layout, and what lies under a point. */
@NullMarked
package dev.blastradius.editor.drawing;

import org.jspecify.annotations.NullMarked;
