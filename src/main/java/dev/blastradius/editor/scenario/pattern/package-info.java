/** The usual ways in which things fail, and how long real ones have failed: what scenarios are made from. */
@NullMarked
package dev.blastradius.editor.scenario.pattern;

import org.jspecify.annotations.NullMarked;
