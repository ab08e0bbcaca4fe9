/** Edits of a pipeline as a strategy builds it, turned into changes of that strategy's merge patch. */
@NullMarked
package dev.blastradius.editor.patch;

import org.jspecify.annotations.NullMarked;
