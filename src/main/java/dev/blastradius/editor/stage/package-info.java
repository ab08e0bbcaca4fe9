/** The cascade's canvas and its transport without a screen: how a moment looks, how time goes on, and how requests move. */
@NullMarked
package dev.blastradius.editor.stage;

import org.jspecify.annotations.NullMarked;
