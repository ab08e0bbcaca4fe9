/** What a model can be built of, as the palette shows it, and putting a piece of it into the model. */
@NullMarked
package dev.blastradius.editor.catalogue;

import org.jspecify.annotations.NullMarked;
