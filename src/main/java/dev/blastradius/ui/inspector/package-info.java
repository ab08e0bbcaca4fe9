/** The inspector: the selection's fields as controls, made from the editor's forms. */
@NullMarked
package dev.blastradius.ui.inspector;

import org.jspecify.annotations.NullMarked;
