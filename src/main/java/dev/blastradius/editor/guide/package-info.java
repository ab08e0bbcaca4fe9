/** The guided tour: five steps that end with a cascade seen and a strategy compared, without a screen. */
@NullMarked
package dev.blastradius.editor.guide;

import org.jspecify.annotations.NullMarked;
